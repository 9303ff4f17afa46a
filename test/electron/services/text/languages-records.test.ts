import { describe, expect, it } from 'vitest';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { insertFile } from '../../../../electron/services/items/file-rows';
import { textHandlers } from '../../../../electron/services/text/handlers';
import { languagesId } from '../../../../electron/services/text/language-rows';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { codeOf } from '../../../helpers/code-of';
import { idleTextWork } from '../../../helpers/earlier-vault/idle-text-work';
import { putRow } from '../../../helpers/put-row';
import { recordsOf } from '../../../helpers/records-of';
import type { TestVault } from '../../../helpers/test-vault';
import { useTwoOffices } from '../../../helpers/two-offices';

let north: TestVault;
let south: TestVault;
let item: string;
const offices = useTwoOffices(async (made) => {
  ({ north, south } = made);
  [item] = made.items;
  for (const vault of [north, south]) await install(vault);
  // As if a machine had read a page.
  const read = { page: 1, source: 'ocr', text: 'as read', engine: '', languages: 'eng', at: '' };
  north.context.act({ action: 'test', subject: item }, () => {
    putRow(north.context.db, 'text_pages', { item_id: item, ...read });
  });
});

/** Polish and Ukrainian, as if somebody had added them. */
async function install({ context }: TestVault): Promise<void> {
  for (const [code, name] of [
    ['pol', 'Polish'],
    ['ukr', 'Ukrainian'],
  ] as const) {
    const file = await context.files.write([Buffer.from(code)]);
    context.act({ action: 'test', subject: null }, () => {
      insertFile(context, file);
      putRow(context.db, 'text_languages', { code, name, file_id: file.id, at: '' });
    });
  }
}

const text = (vault: TestVault) => textHandlers(vault.context, idleTextWork);
const forItem = async (vault: TestVault, languages: string[] | null) =>
  text(vault)['text.chooseForItem']({ id: item, languages });
const forCase = async (vault: TestVault, languages: string[]) =>
  text(vault)['text.chooseForCase']({ id: offices.caseId, languages });
const readIn = async (vault: TestVault) => {
  const { languages, ownLanguages } = await text(vault)['text.item']({ id: item, from: 1 });
  return [languages.join(), ownLanguages];
};
/** How many pages wait to be read, which are none afterwards. */
const waiting = ({ context: { db } }: TestVault) =>
  db.prepare("DELETE FROM text_queue WHERE state = 'waiting'").run().changes;

describe('the languages that a case or an exhibit is read in', () => {
  it('are a record each, of which every choice is a version; an exhibit without its own has those of the case', async () => {
    await forCase(north, ['eng', 'pol']);
    await forItem(north, ['pol']);
    await forItem(north, ['ukr', 'eng']);
    expect(await readIn(north)).toEqual(['ukr,eng', true]);
    expect(waiting(north)).toBe(1);
    await forItem(north, null);
    await forItem(north, null);
    expect(await readIn(north)).toEqual(['eng,pol', false]);
    expect(await text(north)['text.languagesOfCase']({ id: offices.caseId })).toEqual({
      languages: ['eng', 'pol'],
    });
    const { versions, removed } = await recordsOf(north)['records.history']({ id: languagesId(item) });
    expect([removed, versions.length]).toEqual([true, 3]);
    expect(versions[1]?.lines.map(({ label, text: words }) => `${label}: ${words}`)).toEqual([
      'Exhibit: WR/1',
      'Languages: Ukrainian, English',
    ]);
  });

  it('that were taken back can be brought back or chosen anew, and the exhibit is read again each time', async () => {
    await forItem(north, ['pol']);
    await forItem(north, null);
    expect(waiting(north)).toBe(1);
    const { versions } = await recordsOf(north)['records.history']({ id: languagesId(item) });
    await recordsOf(north)['records.bringBack']({ id: languagesId(item), version: versions[1]?.id ?? '' });
    expect([await readIn(north), waiting(north)]).toEqual([['pol', true], 1]);
    await recordsOf(north)['records.remove']({ id: languagesId(item) });
    expect([await readIn(north), waiting(north)]).toEqual([['eng', false], 1]);
    await forItem(north, ['ukr']);
    expect([await readIn(north), waiting(north)]).toEqual([['ukr', true], 1]);
    // What is chosen for the case is for what is read from now on.
    await forCase(north, ['pol']);
    expect(waiting(north)).toBe(0);
  });

  it('are packed with all their versions and opened elsewhere', async () => {
    await forCase(north, ['eng', 'pol']);
    await forItem(north, ['pol']);
    await forItem(north, ['ukr']);
    await offices.send();
    expect(await readIn(south)).toEqual(['ukr', true]);
    expect(await text(south)['text.languagesOfCase']({ id: offices.caseId })).toEqual({
      languages: ['eng', 'pol'],
    });
    expect(versionsOfCase(south.context.db, offices.caseId)).toEqual(
      versionsOfCase(north.context.db, offices.caseId),
    );
  });

  it('chosen by two offices that did not know of each other are two versions, which a person joins', async () => {
    await offices.send();
    await forCase(north, ['pol']);
    await forCase(south, ['ukr']);
    await forItem(north, ['eng', 'pol']);
    await forItem(south, ['eng', 'ukr']);
    offices.exchange();
    for (const vault of [north, south]) {
      const undecided = await recordsOf(vault)['records.undecided']({ caseId: offices.caseId });
      expect(undecided.map(({ id }) => id).sort()).toEqual(
        [languagesId(item), languagesId(offices.caseId)].sort(),
      );
      expect(undecided.map(({ title }) => title).sort()).toEqual([
        'Languages of an exhibit',
        'Languages of the case',
      ]);
    }
    expect(await readIn(north)).toEqual(await readIn(south));
    waiting(north);
    for (const id of [languagesId(item), languagesId(offices.caseId)]) {
      const question = await recordsOf(north)['records.question']({ id });
      const polish = question.fields[0]?.values.findIndex((value) => value.endsWith('Polish')) ?? -1;
      await recordsOf(north)['records.join']({
        ...{ id, heads: question.heads, keep: true },
        choices: { languages: polish },
      });
    }
    expect(waiting(north)).toBe(1);
    offices.exchange();
    for (const vault of [north, south]) {
      expect(await readIn(vault)).toEqual(['eng,pol', true]);
      expect(await text(vault)['text.languagesOfCase']({ id: offices.caseId })).toEqual({
        languages: ['pol'],
      });
      expect(await recordsOf(vault)['records.undecided']({ caseId: offices.caseId })).toEqual([]);
    }
  });

  it('are erased with their exhibit, and those of the case stay', async () => {
    await forCase(north, ['pol']);
    await forItem(north, ['ukr']);
    await eraseHandlers(north.vault)['erase.item']({ id: item, reason: 'Sent by mistake' });
    const left = versionsOfCase(north.context.db, offices.caseId).filter(({ kind }) => kind === 'languages');
    expect(left.map(({ body }) => body)).toEqual([{ itemId: null, languages: ['pol'] }]);
  });

  it('are those that are installed, of an exhibit of the case, in its own record alone', async () => {
    expect(await codeOf(() => forItem(north, ['fra']))).toBe('language-unusable');
    expect(await codeOf(() => forCase(north, ['pol', 'pol']))).toBe('language-unusable');
    await forItem(north, ['pol']);
    const id = languagesId(item);
    const [version] = north.context.records.versions(id);
    const change = (body: Record<string, unknown>) =>
      codeOf(() => recordsOf(north)['records.change']({ id, version: version?.id ?? '', body }));
    expect(await change({ itemId: item, languages: ['fra'] })).toBe('language-unusable');
    expect(await change({ itemId: item, languages: [] })).toBe('language-unusable');
    expect(await change({ itemId: north.context.newId(), languages: ['pol'] })).toBe('invalid-input');
    expect(await change({ itemId: offices.items[1], languages: ['pol'] })).toBe('invalid-input');
    expect(await change({ itemId: null, languages: ['pol'] })).toBe('invalid-input');
    expect(await change({ itemId: item, languages: ['ukr', 'eng'] })).toBe('no error');
    expect(await readIn(north)).toEqual(['ukr,eng', true]);
  });

  it('do not count where they are not installed, and count again once they are', async () => {
    await forItem(north, ['pol', 'eng']);
    north.context.db.exec('DELETE FROM text_languages');
    expect(await readIn(north)).toEqual(['eng', true]);
    await install(north);
    expect(await readIn(north)).toEqual(['pol,eng', true]);
  });
});
