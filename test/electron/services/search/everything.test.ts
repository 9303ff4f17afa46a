import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { searchEverything } from '../../../../electron/services/search/everything';
import { projections } from '../../../../electron/vault-process/projections';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { rebuildWords } from '../../../../electron/vault/records/words';
import { searchHeading } from '../../../../renderer/strings/search';
import { viewFor } from '../../../../shared/domain/export/audiences';
import { emptyProvenance } from '../../../../shared/models/provenance';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { everyEntry } from '../../../../shared/models/entry-filter';
import type { NewEntry } from '../../../../shared/models/chronology';
import { registerBodySchema } from '../../../../shared/models/register';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let vault: TestVault;
let caseId: string;
beforeEach(async () => {
  vault = await makeTestVault();
  caseId = (await caseHandlers(vault.context)['cases.create'](filledCase)).id;
});
afterEach(() => vault.close());

const add = (of: string, more: Partial<NewEntry>) =>
  chronologyHandlers(vault.context)['chronology.create']({
    caseId: of,
    ...nothingMore,
    edtf: '2026-03-03',
    time: null,
    title: 'He waited',
    ...more,
  });
const find = (text: string) => searchEverything(vault.context, caseId, text);
const titles = (text: string): readonly string[] =>
  find(text).hits.map(({ kind, title }) => `${kind}: ${title}`);

/** Text of an exhibit and messages in it, as reading it writes them. */
function write(item: string, page: string, body: string): void {
  const { db } = vault.context;
  vault.context.act({ action: 'test', subject: null }, () => {
    db.prepare(
      `INSERT INTO text_pages (item_id, page, source, text, words, width, height, engine, languages, confidence, at)
       VALUES (?, 1, 'ocr', ?, '[]', 100, 100, 'tesseract 5', 'eng', 90, '2026-01-01T00:00:00Z')`,
    ).run(item, page);
    db.prepare(
      `INSERT INTO messages (item_id, position, kind, local, direction, sender, body, first_line, last_line, print)
       VALUES (?, 7, 'message', '2026-05-01T21:05:00', 'in', 'R Example', ?, 1, 1, 0)`,
    ).run(item, body);
  });
}

/** Many entries of one title, as the index holds them. */
function fillCase(of: string, count: number, title: string): void {
  const { db } = vault.context;
  vault.context.act({ action: 'test', subject: null }, () => {
    db.prepare(
      `WITH RECURSIVE numbers (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < @count)
       INSERT INTO entries (id, case_id, version, body, earliest, latest, created_at, updated_at, office, author, hlc)
       SELECT @of || ' ' || value, @of, 1, '{}', '2026-01-01T00:00', '2026-01-01T23:59', '', '', '', '', ''
       FROM numbers`,
    ).run({ of, count });
    db.prepare(
      `INSERT INTO entry_rows (entry_id, case_id, earliest, latest, acts, flags)
       SELECT id, case_id, earliest, latest, 0, 0 FROM entries WHERE case_id = ?`,
    ).run(of);
    db.prepare(
      `INSERT INTO entry_index (rowid, title, account, quote, comment, other)
       SELECT id, ?, '', '', '', '' FROM entry_rows WHERE case_id = ?`,
    ).run(title, of);
  });
}

describe('a search over everything', () => {
  it('finds entries, exhibits by name and by their text, people, and messages, each with the words around it', async () => {
    const item = await addItem(vault.vault, caseId, 1, Buffer.from('a'), 'garden gate.png');
    write(item, 'The garden wall was painted', 'I was in your garden again');
    await add(caseId, { description: 'He stood in the garden until nine.' });
    await chronologyHandlers(vault.context)['register.create']({
      caseId,
      kind: 'place',
      ...registerBodySchema.parse({ name: 'Garden, Mill Row' }),
    });
    const { hits } = find('garden');
    expect(hits.map(({ kind }) => kind)).toEqual(['entry', 'exhibit', 'record', 'message']);
    expect(hits[2]).toMatchObject({ record: 'register', title: 'Garden, Mill Row', detail: 'place' });
    expect(hits[3]).toMatchObject({
      id: item,
      position: 7,
      title: 'WR/1, R Example',
      detail: '1 May 2026, 21:05',
    });
    for (const hit of hits.filter(({ snippet }) => snippet.length > 0))
      expect(hit.snippet.some(({ text, found }) => found && /garden/iu.test(text))).toBe(true);
  });

  it('finds the case itself by what is written of it, as it is now', async () => {
    const { 'cases.get': get, 'cases.update': update } = caseHandlers(vault.context);
    const owner = await get({ id: caseId });
    await update({ ...owner, safeContact: { ...owner.safeContact, notes: 'Ask for the zinnia seeds' } });
    expect(find('zinnia').hits).toMatchObject([{ kind: 'record', id: caseId }]);
    await update({ ...owner, safeContact: { ...owner.safeContact, notes: '' } });
    expect(find('zinnia').hits).toEqual([]);
  });

  describe('over records of every kind', () => {
    const act = (change: () => void): void => {
      vault.context.act({ action: 'test', subject: null }, change);
    };
    /** One record of each kind that says something in words, about one exhibit where it is about one. */
    function writeAll(item: string, word: string): void {
      const { records, newId } = vault.context;
      const create = (kind: string, body: object): void => {
        records.create(kind, { id: newId(), caseId, body });
      };
      const handover = { from: 'Wren', to: word, edtf: '2026-03-03', time: null, place: '', purpose: 'x' };
      const sealed = { seal: '', fingerprintConfirmed: false, confirmation: '', note: '', planned: false };
      const date = {
        chosen: true,
        edtf: '2026-03-03',
        time: null,
        source: 'typed',
        code: 'typed.Advocate',
        detail: '',
        zone: null,
      };
      act(() => {
        create('handover', { ...handover, ...sealed, itemId: item, handoverId: newId(), corrects: null });
        records.say('provenance', { caseId, body: { ...emptyProvenance, note: word, itemId: item } });
        records.say('date-choice', { caseId, body: { itemId: item, field: 'captured', date, reason: word } });
        const box = { page: 1, x: 0, y: 0, width: 0.5, height: 0.5, reason: 'child', words: '' };
        create('redaction', { itemId: item, boxes: [{ ...box, note: word }] });
        create('run', { title: `Chat, ${word}`, pieces: [] });
        const view = { ...viewFor('police'), covering: [{ words: 'zanzibar', instead: '' }] };
        create('view', { ...view, name: word });
        records.say('producer', { caseId, body: { producerId: newId(), name: word } });
      });
    }
    const aboutExhibit = ['date-choice', 'handover', 'provenance', 'redaction'];

    it('finds each by its words, as it is called, with the exhibit on whose page it is read', async () => {
      const item = await addItem(vault.vault, caseId, 1, Buffer.from('a'), 'door.png');
      writeAll(item, 'zinnia');
      const { hits } = find('zinn');
      const of = (itemId: string | null) =>
        hits.filter((hit) => hit.itemId === itemId).map(({ record }) => record ?? '');
      expect(of(item).sort()).toEqual(aboutExhibit);
      expect(of(null).sort()).toEqual(['producer', 'run', 'view']);
      expect(hits.find(({ record }) => record === 'handover')).toMatchObject({
        ...{ title: 'Wren → zinnia, 3 Mar 2026', detail: 'WR/1 door.png' },
      });
      for (const { snippet } of hits) expect(snippet.some(({ found }) => found)).toBe(true);
      expect(new Set(hits.map(searchHeading)).size).toBe(hits.length);
      // What a view covers must lead nowhere; and every word is one that a slip may have been meant as.
      expect(find('zanzibar').hits).toEqual([]);
      expect(find('zinina').instead).toBe('zinnia');
    });

    it('lists no more than six of each kind, and finds those of one that come after many of another', async () => {
      const item = await addItem(vault.vault, caseId, 1, Buffer.from('a'), 'door.png');
      act(() => {
        for (let number = 0; number < 40; number += 1)
          vault.context.records.create('run', {
            ...{ id: vault.context.newId(), caseId },
            body: { title: `Chat ${number}, zinnia`, pieces: [] },
          });
      });
      writeAll(item, 'zinnia');
      const { hits, more } = find('zinnia');
      expect(hits.filter(({ record }) => record === 'run')).toHaveLength(6);
      expect(hits.map(({ record }) => record)).toEqual(expect.arrayContaining(aboutExhibit));
      expect(more).toEqual(['record']);
    });

    it('forgets what was removed or erased, and finds the same after all was made again, and in an older vault', async () => {
      const { context } = vault;
      const item = await addItem(vault.vault, caseId, 1, Buffer.from('a'), 'door.png');
      writeAll(item, 'zinnia');
      const before = find('zinnia').hits;
      act(() => {
        context.db.exec('DELETE FROM record_index');
        rebuildRecords(context.db, projections);
      });
      expect(find('zinnia').hits).toEqual(before);
      act(() => {
        context.db.exec('DELETE FROM record_index');
        rebuildWords(context.db);
      });
      expect(find('zinnia').hits).toEqual(before);
      const run = before.find(({ record }) => record === 'run')?.id ?? '';
      act(() => {
        context.records.remove(run);
      });
      expect(find('zinnia').hits.map(({ id }) => id)).not.toContain(run);
      await eraseHandlers(vault.vault)['erase.item']({ id: item, reason: 'not hers' });
      expect(find('zinnia').hits.map(({ record }) => record)).toEqual(['view', 'producer']);
    });
  });

  it('finds an exhibit by the reference that the police gave it', async () => {
    const item = await addItem(vault.vault, caseId, 1, Buffer.from('a'), 'door.png');
    vault.context.act({ action: 'test', subject: null }, () => {
      vault.context.records.say('exhibit', {
        caseId,
        body: { itemId: item, title: null, policeRef: 'NPX/44' },
      });
    });
    expect(find('npx/44').hits).toMatchObject([{ kind: 'exhibit', id: item }]);
  });

  it('takes beginnings of words, phrases in quotes, and letters without their accents', async () => {
    await add(caseId, { title: 'Waited by the café' });
    await add(caseId, { title: 'By café, waited' });
    expect(titles('caf')).toHaveLength(2);
    expect(titles('CAFE wait')).toHaveLength(2);
    expect(titles('"by the cafe"')).toEqual(['entry: Waited by the café']);
    expect(titles('"cafe the by"')).toEqual([]);
  });

  it('looks past a slip of the finger where nothing holds the words, and says so', async () => {
    await add(caseId, { title: 'Followed to the station' });
    expect(find('folowed statoin')).toMatchObject({
      instead: 'followed station',
      hits: [{ title: 'Followed to the station' }],
    });
    expect(find('followed').instead).toBeNull();
    // A short word is near to every other, and a phrase is meant as it stands.
    expect(find('teh').hits).toEqual([]);
    expect(find('"folowed to"').hits).toEqual([]);
  });

  it('finds nothing of another case', async () => {
    const other = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'FV-2' });
    await add(other.id, { title: 'Zinfandel' });
    const item = await addItem(vault.vault, other.id, 1, Buffer.from('a'), 'zinfandel.png');
    write(item, 'zinfandel', 'zinfandel');
    expect(find('zinfandel').hits).toEqual([]);
  });

  it('finds what this case holds when twenty other cases are full of the same words', async () => {
    const chronology = chronologyHandlers(vault.context);
    const said = 'He waited outside the surgery';
    for (let number = 0; number < 20; number += 1) {
      const other = await caseHandlers(vault.context)['cases.create']({
        ...filledCase,
        reference: `FULL-${number}`,
      });
      fillCase(other.id, 250, said);
      const item = await addItem(vault.vault, other.id, 1, Buffer.from(String(number)), 'surgery.png');
      write(item, said, said);
    }
    expect(find('surgery').hits).toEqual([]);
    // A slip that somebody made in another case is one here, and what is near but theirs is no help.
    const theirs = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'SLIP' });
    await add(theirs.id, { title: 'statoin, statiom' });
    await add(caseId, { title: said, description: 'Then the station' });
    const item = await addItem(vault.vault, caseId, 2, Buffer.from('own'), 'letter.png');
    write(item, said, said);
    expect(find('surgery').hits.map(({ kind }) => kind)).toEqual(['entry', 'exhibit', 'message']);
    expect(find('waited surg').hits.map(({ kind }) => kind)).toEqual(['entry', 'exhibit', 'message']);
    expect(find('statoin')).toMatchObject({ instead: 'station', hits: [{ kind: 'entry' }] });
    expect(
      (await chronology['chronology.summary']({ caseId, filter: { ...everyEntry, text: 'surgery' } })).total,
    ).toBe(1);
  });

  it('says what no index can look for, and never that it is nowhere', async () => {
    await add(caseId, { title: 'He sent a knife 🔪' });
    for (const [typed, parts] of [
      ['🔪', ['🔪']],
      ['knife 🔪', ['🔪']],
      ['k', ['k']],
      ['门', ['门']],
      ['门口 knife', ['门口']],
      ['£', ['£']],
    ] as const)
      expect(find(typed).notLookedFor, typed).toEqual(parts);
    expect(find('knife 🔪').hits).toHaveLength(1);
    expect(find('knife').notLookedFor).toEqual([]);
    expect(find('').notLookedFor).toEqual([]);
  });

  it('is not a query of the index: signs of its language are words like any other', async () => {
    await add(caseId, { title: 'He said NOT now (OR never)' });
    for (const text of [
      'NOT',
      'NOT now',
      '"',
      '(',
      'title:now',
      'now*',
      '-now',
      'NEAR(now never)',
      '\\',
      '%',
      "'",
    ])
      expect(() => find(text), text).not.toThrow();
    expect(titles('NOT now')).toHaveLength(1);
    expect(titles('%')).toEqual([]);
  });

  it('keeps the words of the vault out of any table on disk', () => {
    find('something');
    const made = vault.context.db
      .prepare("SELECT name FROM temp.sqlite_schema WHERE name LIKE '%_words'")
      .pluck()
      .all();
    expect(vault.context.db.pragma('temp_store', { simple: true })).toBe(2);
    expect(made.every((name) => typeof name === 'string')).toBe(true);
  });
});
