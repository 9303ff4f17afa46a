import { describe, expect, it } from 'vitest';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { readDecisions, writeDecision } from '../../../../electron/services/likeness/decisions';
import { readRuns, writeRun } from '../../../../electron/services/likeness/runs';
import { recordIdAbout } from '../../../../electron/vault/records/record-id';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import type { PairRecord } from '../../../../shared/records/pair';
import { recordsOf } from '../../../helpers/records-of';
import type { TestVault } from '../../../helpers/test-vault';
import { useTwoOffices } from '../../../helpers/two-offices';

let north: TestVault;
let south: TestVault;
let a = '';
let b = '';
const offices = useTwoOffices((made) => {
  ({ north, south } = made);
  [a = '', b = ''] = [...made.items].sort();
});

const pairId = () => recordIdAbout('pair', `${a} ${b}`);
const decide = ({ context }: TestVault, decision: PairRecord['decision'] | null): void => {
  context.act({ action: 'test', subject: a }, () => {
    // Whichever is named first, it is one pair.
    writeDecision(context, offices.caseId, b, a, decision);
  });
};
const decided = ({ context }: TestVault) =>
  readDecisions(context, offices.caseId).map(({ decision }) => decision);
const join = (
  { context }: TestVault,
  id: string,
  title: string,
  itemIds: readonly string[],
  isNew = true,
) => {
  const pieces = itemIds.map((itemId) => ({ itemId, top: 0, bottom: 100 }));
  context.act({ action: 'test', subject: null }, () => {
    writeRun(context, { id, caseId: offices.caseId, title, pieces }, isNew);
  });
};
const joined = ({ context }: TestVault) =>
  readRuns(context, 'case', offices.caseId).map(({ title, pieces }) => [
    title,
    pieces.map(({ itemId }) => itemId),
  ]);

describe('what somebody decided about two pictures', () => {
  it('is one record, of which each decision is a version; one that was taken back can be brought back', async () => {
    decide(north, 'same');
    decide(north, 'different');
    expect(decided(north)).toEqual(['different']);
    decide(north, null);
    decide(north, null);
    expect(decided(north)).toEqual([]);
    const { versions, removed } = await recordsOf(north)['records.history']({ id: pairId() });
    expect([removed, versions.length]).toEqual([true, 3]);
    expect(versions[1]?.lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Picture: WR/1',
      'And: WR/2',
      'They are: different pictures',
    ]);
    await recordsOf(north)['records.bringBack']({ id: pairId(), version: versions[2]?.id ?? '' });
    expect(decided(north)).toEqual(['same']);
    decide(north, null);
    decide(north, 'apart');
    expect(decided(north)).toEqual(['apart']);
  });

  it('is packed with all its versions, and two offices that decided otherwise are asked', async () => {
    decide(north, 'apart');
    await offices.send();
    expect(decided(south)).toEqual(['apart']);
    expect(versionsOfCase(south.context.db, offices.caseId)).toEqual(
      versionsOfCase(north.context.db, offices.caseId),
    );
    decide(north, 'same');
    decide(south, 'different');
    offices.exchange();
    for (const vault of [north, south]) {
      const undecided = await recordsOf(vault)['records.undecided']({ caseId: offices.caseId });
      expect(undecided).toMatchObject([{ id: pairId(), kind: 'pair' }]);
    }
    expect(decided(north)).toEqual(decided(south));
    const question = await recordsOf(north)['records.question']({ id: pairId() });
    const same = question.fields[0]?.values.indexOf('the same picture') ?? -1;
    await recordsOf(north)['records.join']({
      ...{ id: pairId(), heads: question.heads, keep: true },
      choices: { decision: same },
    });
    offices.exchange();
    expect([decided(north), decided(south)]).toEqual([['same'], ['same']]);
  });

  it('is erased with the first of the two that goes', async () => {
    decide(north, 'same');
    await eraseHandlers(north.vault)['erase.item']({ id: b, reason: 'Sent by mistake' });
    expect(versionsOfCase(north.context.db, offices.caseId).some(({ kind }) => kind === 'pair')).toBe(false);
    expect(decided(north)).toEqual([]);
  });
});

describe('joined screenshots', () => {
  it('are a record, whose earlier state and which, removed, can be brought back', async () => {
    const id = north.context.newId();
    join(north, id, 'May', [a, b]);
    join(north, id, 'The third of May', [b], false);
    north.context.act({ action: 'test', subject: id }, () => north.context.records.remove(id));
    expect(joined(north)).toEqual([]);
    const { versions } = await recordsOf(north)['records.history']({ id });
    expect(versions[2]?.lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Name: May',
      'Screenshots: WR/1, rows 0 to 100; WR/2, rows 0 to 100',
    ]);
    await recordsOf(north)['records.bringBack']({ id, version: versions[2]?.id ?? '' });
    expect(joined(north)).toEqual([['May', [a, b]]]);
  });

  it('are packed, and two offices that joined them otherwise are asked', async () => {
    const id = north.context.newId();
    join(north, id, 'May', [a, b]);
    await offices.send();
    expect(joined(south)).toEqual([['May', [a, b]]]);
    join(north, id, 'May, in order', [a, b], false);
    join(south, id, 'May', [b, a], false);
    offices.exchange();
    // The name was changed by one and the order by the other: both stand until a person has looked.
    for (const vault of [north, south])
      expect(await recordsOf(vault)['records.undecided']({ caseId: offices.caseId })).toMatchObject([{ id }]);
    const question = await recordsOf(south)['records.question']({ id });
    await recordsOf(south)['records.join']({ ...{ id, heads: question.heads, keep: true }, choices: {} });
    offices.exchange();
    for (const vault of [north, south]) expect(joined(vault)).toEqual([['May, in order', [b, a]]]);
  });

  it('stay without an exhibit that was erased, and are erased with the last one', async () => {
    const id = north.context.newId();
    join(north, id, 'May', [a, b]);
    const erase = eraseHandlers(north.vault);
    await erase['erase.item']({ id: a, reason: 'Sent by mistake' });
    expect(joined(north)).toEqual([['May', [b]]]);
    await erase['erase.item']({ id: b, reason: 'Sent by mistake' });
    expect(joined(north)).toEqual([]);
    expect(north.context.db.prepare('SELECT * FROM record_versions WHERE record_id = ?').all(id)).toEqual([]);
  });
});
