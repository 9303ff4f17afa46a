import { z } from 'zod';
import type { Language } from '../../../shared/models/text';
import type { StoredFile, VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

export const english: Language = { code: 'eng', name: 'English', removable: false };

const languageRow = z.object({ code: z.string(), name: z.string() });
const fileRow = z.object({ id: z.string(), key: z.instanceof(Buffer), sha256: z.string(), bytes: z.int() });

/** English, which is part of the app, and what was installed from files. */
export function listLanguages({ db }: Db): Language[] {
  const added = allRows(db, languageRow, 'SELECT code, name FROM text_languages ORDER BY name');
  return [english, ...added.map((each) => ({ ...each, removable: true }))];
}

/** The stored trained data of an installed language, or null. */
export function languageFile({ db }: Db, code: string): StoredFile | null {
  const [file] = allRows(
    db,
    fileRow,
    'SELECT f.id, f.key, f.sha256, f.bytes FROM text_languages l JOIN files f ON f.id = l.file_id WHERE l.code = ?',
    code,
  );
  return file ?? null;
}

const choiceRow = z.object({ item: z.string().nullable(), whole: z.string().nullable() });

/** The languages an item is read in: its own, else those of its case, else English. One that was removed does not count. */
export function languagesOf(
  { db }: Db,
  itemId: string,
): { readonly languages: string[]; readonly ownLanguages: boolean } {
  const [row] = allRows(
    db,
    choiceRow,
    `SELECT (SELECT languages FROM text_item_choices WHERE item_id = e.id) AS item,
       (SELECT languages FROM text_case_choices WHERE case_id = e.case_id) AS whole FROM evidence e WHERE e.id = ?`,
    itemId,
  );
  const known = listLanguages({ db }).map(({ code }) => code);
  const chosen = (row?.item ?? row?.whole ?? '').split('+').filter((code) => known.includes(code));
  return {
    languages: chosen.length === 0 ? [english.code] : chosen,
    ownLanguages: (row?.item ?? null) !== null,
  };
}

/** Those of a case as a whole. */
export function languagesOfCase({ db }: Db, caseId: string): string[] {
  const value = db.prepare('SELECT languages FROM text_case_choices WHERE case_id = ?').pluck().get(caseId);
  const known = listLanguages({ db }).map(({ code }) => code);
  const chosen = (typeof value === 'string' ? value : '').split('+').filter((code) => known.includes(code));
  return chosen.length === 0 ? [english.code] : chosen;
}
