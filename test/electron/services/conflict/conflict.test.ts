import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { addToRegister, removeFromRegister } from '../../../../electron/services/chronology/register';
import { conflictHandlers } from '../../../../electron/services/conflict/handlers';
import type { PersonDetails } from '../../../../shared/models/register';
import { personDetailsSchema } from '../../../../shared/models/register';
import { codeOf } from '../../../helpers/code-of';
import { cpuTime } from '../../../helpers/cpu-time';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.close());

const newCase = async (reference: string, safeNumbers = ''): Promise<string> => {
  const safeContact = { ...filledCase.safeContact, safeNumbers };
  return (await caseHandlers(made.context)['cases.create']({ ...filledCase, reference, safeContact })).id;
};
const details = (caseId: string, body: object) =>
  recordsOf(made)['records.create']({ caseId, kind: 'case-details', body: { ...body } });
const nothingSaid = { notes: '', relation: '', orderType: null, from: null, until: null } as const;
const detailsOf = (more: Partial<PersonDetails>) => ({ person: personDetailsSchema.parse(more) });
const person = (caseId: string, name: string, more: Partial<PersonDetails> = {}) =>
  addToRegister(made.context, caseId, 'person', { ...nothingSaid, name, ...detailsOf(more) });
const check = async (caseId: string) => conflictHandlers(made.context)['casework.conflict']({ caseId });

describe('a conflict check', () => {
  it('names the other case, on what it rests and whom to ask, and nothing that stands there', async () => {
    const [one, other] = [await newCase('HF-1'), await newCase('HF-2')];
    await details(one, { clientName: 'Jane Smith', phone: '07700 900123' });
    person(other, 'Jane Smyth', { role: 'perpetrator', phones: ['+44 7700 900123'] });
    const answer = await check(one);
    expect(answer).toEqual({
      people: 1,
      cases: 1,
      found: [
        {
          reference: 'HF-2',
          ask: 'Test advocate',
          on: [
            { ground: 'phone', sure: 'same' },
            { ground: 'name', sure: 'similar' },
          ],
        },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/smyth|7700/iu);
    expect((await check(other)).found).toMatchObject([{ reference: 'HF-1' }]);
  });

  it('looks at clients, people complained of and everybody linked to them, and at safe numbers', async () => {
    const one = await newCase('HF-1', '07700 900999 or 07700 900888');
    const other = await newCase('HF-2');
    person(one, 'Rowan Hill', { aliases: ['Peter Long'], vehicles: ['AB12 CDE'] });
    person(other, 'The neighbour', { phones: ['07700900888'] });
    person(other, 'Pete Long', { role: 'witness', vehicles: ['grey van AB12CDE'] });
    expect((await check(one)).found[0]?.on).toEqual([
      { ground: 'phone', sure: 'same' },
      { ground: 'vehicle', sure: 'same' },
      { ground: 'name', sure: 'similar' },
    ]);
  });

  it('leaves out officers, people who were taken out, and the case itself', async () => {
    const [one, other] = [await newCase('HF-1'), await newCase('HF-2')];
    for (const caseId of [one, other]) person(caseId, 'Anna Ward', { role: 'officer' });
    person(one, 'Tom Hall');
    person(one, 'Tom Hall');
    removeFromRegister(made.context, person(other, 'Tom Hall').id);
    expect(await check(one)).toEqual({ people: 2, cases: 1, found: [] });
    expect(await codeOf(() => check(made.context.newId()))).toBe('not-found');
  });

  it('goes through 500 cases in less than a second', async () => {
    const first = ['Jane', 'Tom', 'Olga', 'Peter', 'Amir', 'Zoë', 'Rowan', 'Ella', 'Omar', 'Kasia'];
    const last = ['Smith', 'Jones', 'Kowalczyk', 'Hussain', 'Taylor', 'Whittaker', 'Green', 'Ward'];
    const cases: string[] = [];
    for (let nth = 0; nth < 500; nth += 1) cases.push(await newCase(`HF-${String(nth)}`));
    made.context.whole(() => {
      for (const [nth, caseId] of cases.entries())
        for (let at = 0; at < 4; at += 1) {
          const name = `${first[(nth + at) % 10] ?? ''} ${last[(nth * 3 + at) % 8] ?? ''}`;
          const more = {
            phones: [`07700 9${String(nth * 10 + at).padStart(5, '0')}`],
            addresses: [`${String(at)} Mill Lane, LS${String(nth % 20)} 4AB`],
            aliases: [`Nickname${String.fromCharCode(97 + (nth % 26))}${String.fromCharCode(97 + at)}`],
          };
          addToRegister(made.context, caseId, 'person', { ...nothingSaid, name, ...detailsOf(more) });
        }
    });
    const [one = ''] = cases;
    const began = cpuTime();
    const answer = await check(one);
    expect(cpuTime() - began).toBeLessThan(1000);
    expect(answer.cases).toBe(499);
  }, 120_000);
});

describe('the details of a case', () => {
  it('are one record, however often somebody begins it, and come back where they were taken out', async () => {
    const caseId = await newCase('HF-1');
    const first = await details(caseId, { clientName: 'Jane Smith' });
    expect(await codeOf(() => details(caseId, { clientName: 'Jane Brown' }))).toBe('conflict');
    await recordsOf(made)['records.remove']({ id: first.id });
    const again = await details(caseId, { clientName: 'Jane Brown' });
    expect(again.id).toBe(first.id);
    expect(await recordsOf(made)['records.list']({ caseId, kind: 'case-details' })).toMatchObject([
      { body: { clientName: 'Jane Brown' } },
    ]);
  });
});
