import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { nothingMore } from '../../../../shared/domain/entry-content';
import type { Version } from '../../../../shared/domain/records/version';
import { everyEntry } from '../../../../shared/models/entry-filter';
import { registerBodySchema } from '../../../../shared/models/register';
import { codeOf } from '../../../helpers/code-of';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
beforeEach(async () => {
  made = await makeTestVault();
  caseId = (await caseHandlers(made.context)['cases.create'](filledCase)).id;
});
afterEach(() => made.close());

const chronology = () => chronologyHandlers(made.context);
const entry = { ...nothingMore, edtf: '2026-03-01', time: null, title: 'He rang' };
const person = (name: string) => ({ kind: 'person', ...registerBodySchema.parse({ name }) });

/** A change of the first version of a record, as another office's package brings it. */
function theirs(id: string, change: object): void {
  const { context } = made;
  const [first] = context.records.versions(id);
  if (first === undefined) throw new Error('The record has no version.');
  const version: Version = {
    ...first,
    ...{ id: context.newId(), parents: [first.id], body: { ...first.body, ...change } },
    ...{ office: 'another', author: 'Robin', at: '2026-11-23T11:05:00.000Z' },
  };
  context.act({ action: 'test', subject: null }, () =>
    context.records.receive({ caseId, office: 'another', versions: [first, version] }),
  );
}

describe('a record of any kind', () => {
  it('is made, changed from the version on the screen, listed, removed, and brought back', async () => {
    const one = await recordsOf(made)['records.create']({ caseId, kind: 'register', body: person('Dean') });
    expect(one).toMatchObject({ title: 'Dean', undecided: false });
    const two = await recordsOf(made)['records.change']({
      id: one.id,
      version: one.version,
      body: person('Deano'),
    });
    const stale = () =>
      recordsOf(made)['records.change']({ id: one.id, version: one.version, body: person('Lost') });
    expect(await codeOf(stale)).toBe('conflict');
    expect(await recordsOf(made)['records.list']({ caseId, kind: 'register' })).toEqual([two]);
    await recordsOf(made)['records.remove']({ id: one.id });
    expect(await recordsOf(made)['records.list']({ caseId, kind: 'register' })).toEqual([]);
    const { versions, removed } = await recordsOf(made)['records.history']({ id: one.id });
    expect(removed).toBe(true);
    expect(versions.map(({ number, removed: gone, canComeBack }) => [number, gone, canComeBack])).toEqual([
      [null, true, false],
      [2, false, true],
      [1, false, true],
    ]);
    await recordsOf(made)['records.bringBack']({ id: one.id, version: one.version });
    expect(await recordsOf(made)['records.list']({ caseId, kind: 'register' })).toMatchObject([
      { title: 'Dean' },
    ]);
  });

  it('is refused where its kind cannot read it, and a case or a kind to come is not made this way', async () => {
    const create = (kind: string, body: Record<string, unknown>) =>
      codeOf(() => recordsOf(made)['records.create']({ caseId, kind, body }));
    expect(await create('register', { kind: 'person' })).toBe('invalid-input');
    expect(await create('case', { ...filledCase, reference: 'X' })).toBe('invalid-input');
    expect(await create('kind-to-come', {})).toBe('invalid-input');
    expect(await create('entry', { ...entry, evidenceIds: [made.context.newId()] })).toBe('invalid-input');
  });

  it('says in its history what exhibits and people are called now', async () => {
    const item = await addItem(made.vault, caseId, 1, Buffer.from('a'));
    const dean = await recordsOf(made)['records.create']({ caseId, kind: 'register', body: person('Dean') });
    const { id } = await chronology()['chronology.create']({
      caseId,
      ...entry,
      evidenceIds: [item],
      links: [{ id: dean.id, role: 'actor' }],
    });
    await recordsOf(made)['records.change']({ id: dean.id, version: dean.version, body: person('Deano') });
    const linesOf = async () => {
      const [version] = (await recordsOf(made)['records.history']({ id })).versions;
      return Object.fromEntries((version?.lines ?? []).map(({ field, text }) => [field, text]));
    };
    expect(await linesOf()).toMatchObject({ evidenceIds: 'WR/1', links: 'Deano (did it)' });
    await eraseHandlers(made.vault)['erase.item']({ id: item, reason: 'test' });
    expect(await linesOf()).toMatchObject({ evidenceIds: 'no longer here' });
    // What it cited and is erased cannot come back with it.
    const [version] = (await recordsOf(made)['records.history']({ id })).versions;
    await chronology()['chronology.update']({ ...entry, id, version: 1, title: 'Changed' });
    await recordsOf(made)['records.bringBack']({ id, version: version?.id ?? '' });
    const { rows } = await chronology()['chronology.page']({
      ...{ caseId, order: 'oldest' as const, offset: 0, limit: 9 },
      filter: everyEntry,
    });
    expect(rows).toMatchObject([{ title: 'He rang', evidenceIds: [], links: [{ id: dean.id }] }]);
  });
});

describe('two versions of a record', () => {
  it('wait in a list, with what each side changed, and are joined as a person chooses', async () => {
    const { id } = await chronology()['chronology.create']({ caseId, ...entry });
    await chronology()['chronology.update']({ ...entry, id, version: 1, title: 'Ours', quote: 'Now' });
    theirs(id, { title: 'Theirs', place: 'Quay Street' });
    expect(await recordsOf(made)['records.undecided']({ caseId })).toMatchObject([{ id, kind: 'entry' }]);
    const question = await recordsOf(made)['records.question']({ id });
    const verdicts = Object.fromEntries(question.fields.map(({ field, verdict }) => [field, verdict]));
    expect(question.hasBase).toBe(true);
    expect(verdicts).toEqual({
      title: 'asked',
      quote: question.sides[0]?.isOurs === true ? 'mine' : 'theirs',
      place: question.sides[0]?.isOurs === true ? 'theirs' : 'mine',
    });
    const join = (choices: Record<string, number>, heads = question.heads) =>
      codeOf(() => recordsOf(made)['records.join']({ id, heads, keep: true, choices }));
    expect(await join({})).toBe('not-confirmed');
    expect(await join({ title: 0 }, [made.context.newId(), made.context.newId()])).toBe('conflict');
    const ours = question.sides.findIndex(({ isOurs }) => isOurs);
    expect(await join({ title: ours })).toBe('no error');
    expect(made.context.records.standing(id).sides).toMatchObject([
      { body: { title: 'Ours', quote: 'Now', place: 'Quay Street' } },
    ]);
    expect(await recordsOf(made)['records.undecided']({ caseId })).toEqual([]);
    expect(await codeOf(() => recordsOf(made)['records.question']({ id }))).toBe('conflict');
  });

  it('of which one is a removal ask that first, and can end removed', async () => {
    const { id } = await chronology()['chronology.create']({ caseId, ...entry });
    await chronology()['chronology.remove']({ id });
    theirs(id, { title: 'Theirs' });
    const question = await recordsOf(made)['records.question']({ id });
    expect(question).toMatchObject({ hasRemoval: true, fields: [], sides: [{ author: 'Robin' }] });
    expect(question.changed.find(({ field }) => field === 'title')?.text).toBe('Theirs');
    await recordsOf(made)['records.join']({ id, heads: question.heads, keep: false, choices: {} });
    expect(made.context.records.standing(id)).toMatchObject({ removed: true, sides: [{ removed: true }] });
    expect(made.context.db.prepare('SELECT count(*) FROM entry_rows').pluck().get()).toBe(0);
  });

  it('of a case whose initials were changed keep every exhibit its reference', async () => {
    await addItem(made.vault, caseId, 1, Buffer.from('a'));
    await caseHandlers(made.context)['cases.update']({ ...filledCase, id: caseId, exhibitInitials: 'QQ' });
    theirs(caseId, { exhibitInitials: 'ZZ' });
    const { heads, sides } = await recordsOf(made)['records.question']({ id: caseId });
    const side = sides.findIndex(({ isOurs }) => !isOurs);
    await recordsOf(made)['records.join']({
      id: caseId,
      heads,
      keep: true,
      choices: { exhibitInitials: side },
    });
    const { db } = made.context;
    expect(db.prepare('SELECT exhibit_initials FROM cases').pluck().get()).toBe('ZZ');
    expect(db.prepare('SELECT initials FROM exhibit_series ORDER BY initials').pluck().all()).toContain('ZZ');
    expect(db.prepare('SELECT exhibit_ref FROM evidence').pluck().all()).toEqual(['WR/1']);
  });

  it('move our clock past theirs, so that what is written here next sorts after it', async () => {
    const { context } = made;
    const later = { hlc: `${String(Date.now() + 60_000).padStart(16, '0')}-0007` } as Version;
    const far = { hlc: '0009999999999999-0000' } as Version;
    context.act({ action: 'test', subject: null }, () => {
      context.hear([later, far]);
    });
    const { hlc } = context.stamp();
    expect(hlc > later.hlc).toBe(true);
    expect(hlc < far.hlc).toBe(true);
    await Promise.resolve();
  });
});
