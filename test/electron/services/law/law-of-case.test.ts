import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chronologyHtml } from '../../../../electron/services/bundle/chronology-html';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { readEntries } from '../../../../electron/services/chronology/entry-rows';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { jurisdictionOf, lawOfCase } from '../../../../electron/services/law/law-of-case';
import { timelineChart } from '../../../../shared/charts/timeline';
import { coverageOf } from '../../../../shared/domain/coverage/coverage';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { viewFor } from '../../../../shared/domain/export/audiences';
import { lawOf } from '../../../../shared/domain/law/law-of';
import { everyEntry } from '../../../../shared/models/entry-filter';
import type { Jurisdiction } from '../../../../shared/models/jurisdiction';
import { registerBodySchema } from '../../../../shared/models/register';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let vault: TestVault;
let caseId: string;
beforeEach(async () => {
  vault = await makeTestVault();
  caseId = (await caseHandlers(vault.context)['cases.create'](filledCase)).id;
});
afterEach(() => vault.close());

const chronology = () => chronologyHandlers(vault.context);
const records = () => recordsOf(vault);

/** Says whose law applies, as the form of the case's details does. */
function say(jurisdiction: Jurisdiction | null): void {
  vault.context.act({ action: 'test', subject: null, caseId }, () =>
    vault.context.records.say('case-details', { caseId, body: { jurisdiction } }),
  );
}

const cameIn = {
  ...nothingMore,
  ...{ edtf: '2026-03-03', time: null, title: 'Came in and left a note' },
  behaviours: ['e' as const, 'enter' as const, 'leave' as const],
};

describe('the law of a case', () => {
  it('is what its details say, and not known until they do', () => {
    expect(jurisdictionOf(vault.context, caseId)).toBeNull();
    expect(lawOfCase(vault.context, caseId)).toBe(lawOf('england-and-wales'));
    say('scotland');
    expect(lawOfCase(vault.context, caseId)).toBe(lawOf('scotland'));
    say('northern-ireland');
    expect(jurisdictionOf(vault.context, caseId)).toBe('northern-ireland');
    say(null);
    expect(jurisdictionOf(vault.context, caseId)).toBeNull();
  });

  it('is another for another case', async () => {
    const other = (await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'HF-2' }))
      .id;
    say('scotland');
    expect(jurisdictionOf(vault.context, other)).toBeNull();
  });

  it('names the acts of a chronology on paper, in its table, in its charts and in its versions', async () => {
    const { id } = await chronology()['chronology.create']({ ...cameIn, caseId });
    say('scotland');
    const law = lawOfCase(vault.context, caseId);
    const paper = chronologyHtml(readEntries(vault.context, { caseId }), new Set(), null, law).join('');
    expect(paper).toContain(
      's.39(6)(f) loitering; s.39(6)(e) entering premises; s.39(6)(h) giving or leaving something',
    );
    expect(paper).toContain(
      'Letters are the acts listed in section 39(6) of the Criminal Justice and Licensing (Scotland) Act 2010,',
    );
    const target = join(vault.folder, 'out.csv');
    const view = viewFor('own');
    await chronology()['chronology.export']({ caseId, view, format: 'csv', withCharts: false, target });
    const table = readFileSync(target, 'utf8');
    expect(table).toContain('Acts in s.39(6)');
    expect(table).toContain('(f) loitering; (e) entering premises; (h) giving or leaving something');
    const patterns = await chronology()['chronology.patterns']({ caseId, filter: everyEntry });
    expect(timelineChart(patterns, null).table.rows[0]?.at(-1)).toBe(
      '(f) loitering, (e) entering premises, (h) giving or leaving something',
    );
    const { versions } = await records()['records.history']({ id });
    expect(versions[0]?.lines.find(({ field }) => field === 'behaviours')?.text).toMatch(/^\(f\) loitering/u);
  });

  it('is counted against without counting anew: what was written before it was said is there', async () => {
    await chronology()['chronology.create']({ ...cameIn, caseId });
    const states = async () => {
      const { support, jurisdiction } = await chronology()['chronology.support']({ caseId });
      const { groups } = coverageOf(
        lawOf(jurisdiction),
        new Map(support.map((each) => [each.element, each] as const)),
      );
      const acts = groups.find(({ id }) => id === 'acts')?.elements ?? [];
      return acts.filter(({ state }) => state !== 'none').map(({ title }) => title);
    };
    expect(await states()).toEqual(['(e) loitering', 'other conduct']);
    say('scotland');
    expect(await states()).toEqual([
      '(e) entering premises',
      '(f) loitering',
      '(h) giving or leaving something',
    ]);
    say('northern-ireland');
    expect(await states()).toHaveLength(3);
  });

  it('can be filtered by an element of any law, and by an act that is new', async () => {
    await chronology()['chronology.create']({ ...cameIn, caseId });
    const found = async (filter: object) =>
      (await chronology()['chronology.summary']({ caseId, filter: { ...everyEntry, ...filter } })).total;
    expect(await found({ element: 'act.enter' })).toBe(1);
    expect(await found({ acts: ['leave'] })).toBe(1);
    expect(await found({ acts: ['other'] })).toBe(0);
  });

  it('names the orders in the register; a kind that no file knows is kept and shown by its code', async () => {
    say('scotland');
    const order = (orderType: string) =>
      chronology()['register.create']({
        ...{ caseId, kind: 'order' as const },
        ...registerBodySchema.parse({ name: 'The order', orderType }),
      });
    const linesOf = async (id: string) =>
      (await records()['records.history']({ id })).versions[0]?.lines.find(
        ({ field }) => field === 'orderType',
      )?.text;
    expect(await linesOf((await order('nho')).id)).toBe('Non-harassment order');
    expect(await linesOf((await order('spo')).id)).toBe('Stalking protection order');
    const { id } = await order('moon_ban');
    expect(await linesOf(id)).toBe('Order of a kind this version does not know (moon_ban)');
    const kept = (await chronology()['register.list']({ caseId })).find((each) => each.id === id);
    expect(kept?.orderType).toBe('moon_ban');
  });
});
