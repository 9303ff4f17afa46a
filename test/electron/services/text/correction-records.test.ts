import { describe, expect, it } from 'vitest';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { textHandlers } from '../../../../electron/services/text/handlers';
import { findInText } from '../../../../electron/services/items/find-in-text';
import { projections } from '../../../../electron/vault-process/projections';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { correctionId } from '../../../../electron/vault/records/record-id';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { codeOf } from '../../../helpers/code-of';
import { narrowTables } from '../../../helpers/narrow-tables';
import { putRow } from '../../../helpers/put-row';
import type { TestVault } from '../../../helpers/test-vault';
import { idleTextWork } from '../../../helpers/earlier-vault/idle-text-work';
import { recordsOf } from '../../../helpers/records-of';
import { useTwoOffices } from '../../../helpers/two-offices';

let north: TestVault;
let south: TestVault;
let item: string;
const offices = useTwoOffices((made) => {
  ({ north, south } = made);
  [item] = made.items;
  for (const id of made.items) for (const page of [1, 2]) read(id, page, 'machine0 page');
});

/** As if a machine had read a page. */
function read(id: string, page: number, text: string, at: TestVault = north): void {
  const row = { source: 'ocr', engine: '', languages: 'eng', at: '' };
  at.context.act({ action: 'test', subject: id }, () => {
    putRow(at.context.db, 'text_pages', { ...row, item_id: id, page, text });
  });
}

/** Recognised text does not travel: it is read again where a case came in. */
const readThere = (): void => {
  for (const page of [1, 2]) read(item, page, 'machine1 page', south);
};

const recordId = (page = 1) => correctionId(item, page);
const correct = async (vault: TestVault, version: number, text: string, page = 1) =>
  textHandlers(vault.context, idleTextWork)['text.correct']({ id: item, page, text, version });
const shown = async (vault: TestVault) =>
  (await textHandlers(vault.context, idleTextWork)['text.item']({ id: item, from: 1 })).pages.map(
    ({ correction }) => (correction === null ? null : [correction.version, correction.text]),
  );
/** Pages of the exhibit, or none, that are found by a word. */
const found = ({ context }: TestVault, word: string) =>
  findInText(context, offices.caseId, word).get(item)?.page ?? null;

describe('what was corrected in the text of a page', () => {
  it('is one record, of which each saving is a version, and what is shown is what is found', async () => {
    await correct(north, 0, '  Quay Street\n');
    await correct(north, 1, 'Quay Lane');
    expect(await shown(north)).toEqual([[2, 'Quay Lane'], null]);
    expect([found(north, 'lane'), found(north, 'street')]).toEqual([1, null]);
    expect(await codeOf(() => correct(north, 1, 'too late'))).toBe('conflict');
    const { versions } = await recordsOf(north)['records.history']({ id: recordId() });
    expect(versions.map(({ lines }) => lines.map(({ label, text }) => `${label}: ${text}`))).toEqual([
      ['Exhibit: WR/1', 'Page: 1', 'Text: Quay Lane'],
      ['Exhibit: WR/1', 'Page: 1', 'Text:   Quay Street\n'],
    ]);
  });

  it('that was removed leaves the machine’s text, can be brought back, and can be said anew', async () => {
    await correct(north, 0, 'Quay Street');
    await correct(north, 1, 'Quay Lane');
    await recordsOf(north)['records.remove']({ id: recordId() });
    expect(await shown(north)).toEqual([null, null]);
    expect([found(north, 'lane'), found(north, 'machine0')]).toEqual([null, 1]);
    expect(await codeOf(() => correct(north, 2, 'too late'))).toBe('conflict');

    const { versions } = await recordsOf(north)['records.history']({ id: recordId() });
    await recordsOf(north)['records.bringBack']({ id: recordId(), version: versions[2]?.id ?? '' });
    expect(await shown(north)).toEqual([[3, 'Quay Street'], null]);
    expect([found(north, 'street'), found(north, 'lane')]).toEqual([1, null]);

    await recordsOf(north)['records.remove']({ id: recordId() });
    await correct(north, 0, 'Quay Road');
    expect(await shown(north)).toEqual([[4, 'Quay Road'], null]);
    expect(found(north, 'road')).toBe(1);
  });

  it('stays when the page is read again, and is worked out alike from its versions', async () => {
    await correct(north, 0, 'Quay Street', 2);
    const { db } = north.context;
    north.context.act({ action: 'test', subject: item }, () => {
      db.prepare("UPDATE text_pages SET text = 'machine1' WHERE item_id = ?").run(item);
      db.prepare('DELETE FROM text_pages WHERE item_id = ? AND page = 2').run(item);
    });
    expect(found(north, 'street')).toBe(null);
    read(item, 2, 'machine2');
    expect([found(north, 'machine1'), found(north, 'machine2'), found(north, 'street')]).toEqual([
      1,
      null,
      2,
    ]);
    const before = narrowTables(db);
    north.context.act({ action: 'test', subject: null }, () => {
      db.exec('DELETE FROM text_corrections');
      rebuildRecords(db, projections);
    });
    expect(narrowTables(db)).toEqual(before);
  });

  it('is packed with all its versions, opened elsewhere, and found there', async () => {
    await correct(north, 0, 'Quay Street');
    await correct(north, 1, 'Quay Lane');
    await offices.send();
    readThere();
    expect(await shown(south)).toEqual([[2, 'Quay Lane'], null]);
    expect([found(south, 'lane'), found(south, 'street')]).toEqual([1, null]);
    expect(versionsOfCase(south.context.db, offices.caseId)).toEqual(
      versionsOfCase(north.context.db, offices.caseId),
    );
  });

  it('by two offices that did not know of each other is two versions, which a person joins', async () => {
    await offices.send();
    readThere();
    await correct(north, 0, 'Quay Street');
    await correct(south, 0, 'Quay Lane');
    offices.exchange();
    for (const vault of [north, south]) {
      const undecided = await recordsOf(vault)['records.undecided']({ caseId: offices.caseId });
      expect(undecided).toMatchObject([{ id: recordId(), kind: 'text-correction' }]);
      expect(await codeOf(() => correct(vault, 1, 'Quay Road'))).toBe('conflict');
    }
    expect(await shown(north)).toEqual(await shown(south));
    expect(found(north, 'quay')).toBe(1);
    const question = await recordsOf(north)['records.question']({ id: recordId() });
    expect(question.fields).toMatchObject([{ field: 'text', verdict: 'asked', label: 'Text' }]);
    const street = question.fields[0]?.values.indexOf('Quay Street') ?? -1;
    await recordsOf(north)['records.join']({
      ...{ id: recordId(), heads: question.heads, keep: true },
      choices: { text: street },
    });
    offices.exchange();
    for (const vault of [north, south]) {
      expect(await shown(vault)).toEqual([[3, 'Quay Street'], null]);
      expect([found(vault, 'street'), found(vault, 'lane')]).toEqual([1, null]);
    }
  });

  it('is erased with its exhibit, and what was corrected of another stays', async () => {
    const [, other] = offices.items;
    await correct(north, 0, 'kestrel');
    await textHandlers(north.context, idleTextWork)['text.correct']({
      ...{ id: other, page: 1, text: 'heron', version: 0 },
    });
    await eraseHandlers(north.vault)['erase.item']({ id: item, reason: 'Sent by mistake' });
    const { db } = north.context;
    expect(db.prepare('SELECT item_id FROM text_corrections').pluck().all()).toEqual([other]);
    const left = versionsOfCase(db, offices.caseId).filter(({ kind }) => kind === 'text-correction');
    expect(left.map(({ refs }) => refs)).toEqual([[other]]);
    expect(findInText(north.context, offices.caseId, 'kestrel').size).toBe(0);
    expect(findInText(north.context, offices.caseId, 'heron').get(other)).toMatchObject({ corrected: true });
  });

  it('is of a page that was read and of its own record alone', async () => {
    await correct(north, 0, 'Quay Street');
    const [version] = north.context.records.versions(recordId());
    const change = (body: Record<string, unknown>) =>
      codeOf(() => recordsOf(north)['records.change']({ id: recordId(), version: version?.id ?? '', body }));
    expect(await change({ itemId: item, page: 3, text: 'x' })).toBe('not-found');
    expect(await change({ itemId: item, page: 2, text: 'x' })).toBe('invalid-input');
    expect(await change({ itemId: north.context.newId(), page: 1, text: 'x' })).toBe('invalid-input');
    expect(await change({ itemId: item, page: 1, text: 'x' })).toBe('no error');
    expect(await codeOf(() => correct(north, 0, 'x', 3))).toBe('not-found');
  });
});
