import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { kindOf } from '../../../../shared/records/all';
import { caseworkKinds } from '../../../../shared/records/casework';
import { anyBody } from '../../../helpers/any-body';
import { codeOf } from '../../../helpers/code-of';
import { filledCase } from '../../../helpers/filled-vault';
import { planter } from '../../../helpers/planted-words';
import { recordsOf } from '../../../helpers/records-of';
import { seeded } from '../../../helpers/seeded';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
beforeEach(async () => {
  made = await makeTestVault();
  caseId = (await caseHandlers(made.context)['cases.create'](filledCase)).id;
});
afterEach(() => made.close());

const create = (kind: string, body: Record<string, unknown>) =>
  recordsOf(made)['records.create']({ caseId, kind, body });

describe('a contact', () => {
  it('is locked once it is saved; a correction stands beside it and names it', async () => {
    const contact = await create('contact', { on: '2026-06-18', summary: 'Met at the library.' });
    const { id, version } = contact;
    const change = { id, version, body: { ...contact.body, summary: 'Never met.' } };
    expect(await codeOf(() => recordsOf(made)['records.change'](change))).toBe('record-locked');
    expect(await codeOf(() => recordsOf(made)['records.remove']({ id }))).toBe('record-locked');
    await create('contact', { on: '2026-06-18', summary: 'It was the 17th.', corrects: id });
    const [first, second] = await recordsOf(made)['records.list']({ caseId, kind: 'contact' });
    expect(first?.body.summary).toBe('Met at the library.');
    expect(second).toMatchObject({ body: { corrects: id }, names: { [id]: first?.title } });
  });
});

describe('the details of a case', () => {
  it('are one record: written twice by two windows the second is told, and taken out they can be written again', async () => {
    const details = await create('case-details', { relationship: 'former partner' });
    expect(await codeOf(() => create('case-details', { relationship: 'neighbour' }))).toBe('conflict');
    await recordsOf(made)['records.remove']({ id: details.id });
    const again = await create('case-details', { relationship: 'neighbour' });
    expect(again).toMatchObject({ id: details.id, body: { relationship: 'neighbour' } });
  });
});

describe('every kind of the casework', () => {
  const saysNothing = (value: unknown): boolean =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0);

  it('says every field that somebody filled in', () => {
    const random = seeded(20_261_128);
    const stuff = {
      ...{ random, word: planter(random), newId: made.context.newId, producerId: caseId },
      ...{ items: [made.context.newId()], recordsOf: () => [] },
    };
    for (const { kind } of caseworkKinds)
      for (let tries = 0; tries < 20; tries += 1) {
        const body = anyBody(kind, stuff);
        const said = kindOf(kind)?.lines(body, (id) => `name of ${id}`) ?? [];
        const filled = Object.keys(body).filter((field) => !saysNothing(body[field]));
        expect([...new Set(said.map(({ field }) => field))].sort(), kind).toEqual(filled.sort());
      }
  });
});
