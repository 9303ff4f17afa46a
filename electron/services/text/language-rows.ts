import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { mostLanguages } from '../../../shared/models/text';
import type { Language } from '../../../shared/models/text';
import { languagesKind } from '../../../shared/records/languages';
import type { StoredFile, VaultContext } from '../../vault/api';
import { recordIdAbout } from '../../vault/records/record-id';
import { shownAbout } from '../../vault/records/shown-about';
import { allRows } from '../../vault/rows/rows';
import { enqueue, retryFailed } from './queue';

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

/** The id of the one record of the languages of a case or exhibit. */
export const languagesId = (id: string): string => recordIdAbout(languagesKind.kind, id);

/** What was chosen for a case or exhibit; null where nothing was, and what a newer Holdfast wrote that cannot be read here. */
function chosenFor({ db }: Db, id: string): readonly string[] | null {
  const read = languagesKind.body.safeParse(shownAbout(db, languagesKind.kind, id)?.body);
  return read.success ? read.data.languages : null;
}

/** Of what was chosen what can be read here, else English. A language that was removed does not count. */
function usable(context: Db, chosen: readonly string[] | null): string[] {
  const known = listLanguages(context).map(({ code }) => code);
  const found = [...new Set(chosen)].filter((code) => known.includes(code)).slice(0, mostLanguages);
  return found.length === 0 ? [english.code] : found;
}

const ownerRow = z.object({ case_id: z.string() });

/** The languages an item is read in: its own, else those of its case, else English. */
export function languagesOf(
  { db }: Db,
  itemId: string,
): { readonly languages: string[]; readonly ownLanguages: boolean } {
  const own = chosenFor({ db }, itemId);
  const [owner] = allRows(db, ownerRow, 'SELECT case_id FROM evidence WHERE id = ?', itemId);
  const chosen = own ?? (owner === undefined ? null : chosenFor({ db }, owner.case_id));
  return { languages: usable({ db }, chosen), ownLanguages: own !== null };
}

/** Those of a case as a whole. */
export function languagesOfCase(context: Db, caseId: string): string[] {
  return usable(context, chosenFor(context, caseId));
}

/** Insists that languages are installed here, and named once. Throws `language-unusable`. */
export function checkLanguages(context: Db, codes: readonly string[]): void {
  const known = listLanguages(context).map(({ code }) => code);
  const isFine = codes.length > 0 && codes.length <= mostLanguages && new Set(codes).size === codes.length;
  if (!isFine || codes.some((code) => !known.includes(code))) throw new HoldfastError('language-unusable');
}

/** What was recognised in other languages is read again; corrections stay beside it. */
export function readAgain(context: Db, itemId: string): void {
  const pages = context.db
    .prepare(`SELECT page FROM text_pages WHERE item_id = ? AND source = 'ocr'`)
    .pluck()
    .all(itemId);
  for (const page of z.array(z.int()).parse(pages)) enqueue(context, itemId, page, 0);
  retryFailed(context, itemId);
}
