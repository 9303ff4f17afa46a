import * as z from 'zod';
import type { PageTurn } from '../../../shared/models/page-turn';
import { pageTurnSchema, tenthsSchema, turnBySchema } from '../../../shared/models/page-turn';
import type { ErrorCode } from '../../../shared/errors';
import { pageTurnsKind } from '../../../shared/records/page-turns';
import { pdfPasswordKind } from '../../../shared/records/pdf-password';
import type { StoredFile, VaultContext } from '../../vault/api';
import type { Projection } from '../../vault/records/heads';
import { allRows, parseJson } from '../../vault/rows/rows';
import { saidAbout } from './about-item';
import { readFile, readOriginal } from './item-rows';

type Db = Pick<VaultContext, 'db'>;

const turnsSchema = z.array(pageTurnSchema);

/** `pdf_passwords`: that there is a password, and in which version it stands. */
export const pdfPasswordProjection: Projection = {
  kind: pdfPasswordKind.kind,
  write: (db, { shown, removed }) => {
    const read = pdfPasswordKind.body.safeParse(shown.body);
    if (!read.success) return;
    db.prepare('DELETE FROM pdf_passwords WHERE item_id = ?').run(read.data.itemId);
    if (removed) return;
    db.prepare('INSERT INTO pdf_passwords (item_id, version) VALUES (?, ?)').run(read.data.itemId, shown.id);
  },
  gone: (db, { body }) => {
    const read = pdfPasswordKind.body.safeParse(body);
    if (read.success) db.prepare('DELETE FROM pdf_passwords WHERE item_id = ?').run(read.data.itemId);
  },
};

/** `page_turns`: the pages that somebody answered for. */
export const pageTurnsProjection: Projection = {
  kind: pageTurnsKind.kind,
  write: (db, { shown, removed }) => {
    const read = pageTurnsKind.body.safeParse(shown.body);
    if (!read.success) return;
    const { itemId, turns } = read.data;
    db.prepare('DELETE FROM page_turns WHERE item_id = ?').run(itemId);
    if (removed) return;
    const answers = [...turns].sort((a, b) => a.page - b.page);
    const turned = answers.filter(isTurned);
    db.prepare('INSERT INTO page_turns (item_id, answers, turned) VALUES (?, ?, ?)').run(
      itemId,
      JSON.stringify(answers),
      turned.length === 0 ? '' : JSON.stringify(turned),
    );
  },
  gone: (db, { body }) => {
    const read = pageTurnsKind.body.safeParse(body);
    if (read.success) db.prepare('DELETE FROM page_turns WHERE item_id = ?').run(read.data.itemId);
  },
};

/** Turned by quarters, or straightened. */
function isTurned({ by, straightened = 0 }: PageTurn): boolean {
  return by !== 0 || straightened !== 0;
}

/** Every page of an exhibit that somebody answered for, those that were left as they lie among them. */
export function answeredTurns({ db }: Db, itemId: string): readonly PageTurn[] {
  const [row] = allRows(
    db,
    z.object({ answers: z.string() }),
    'SELECT answers FROM page_turns WHERE item_id = ?',
    itemId,
  );
  return row === undefined ? [] : parseJson(turnsSchema, row.answers);
}

/** The pages that are turned or straightened. */
export function turnsOf(context: Db, itemId: string): readonly PageTurn[] {
  return answeredTurns(context, itemId).filter(isTurned);
}

/** The password of a PDF, or null. To be handed to the lab, and to nobody else. */
export function passwordOf({ db }: Db, itemId: string): string | null {
  return saidAbout(db, pdfPasswordKind, itemId)?.password ?? null;
}

/** What an exhibit is to be shown by beyond its original, as `shown_files.made_of` has it: a version and turns, and never the password. */
const wishSql = `coalesce(p.version, '') || '/' || coalesce(t.turned, '')`;
const fromSql = `FROM evidence e LEFT JOIN pdf_passwords p ON p.item_id = e.id AND e.kind = 'pdf'
  LEFT JOIN page_turns t ON t.item_id = e.id LEFT JOIN shown_files s ON s.item_id = e.id
  WHERE e.kind IN ('image', 'pdf')`;
const plainly = '/';

/** What an exhibit is to be shown by: whoever makes it keeps this with what was made. */
export function wishOf({ db }: Db, itemId: string): string {
  const found: unknown = db.prepare(`SELECT ${wishSql} ${fromSql} AND e.id = ?`).pluck().get(itemId);
  return typeof found === 'string' ? found : plainly;
}

/** Whether what is shown of an exhibit was made by another password, or turned otherwise, than a person wants it. */
export function isShownOtherwise({ db }: Db, itemId: string): boolean {
  const sql = `SELECT 1 ${fromSql} AND e.id = ? AND coalesce(s.made_of, '${plainly}') <> ${wishSql}`;
  return db.prepare(sql).get(itemId) !== undefined;
}

/** All of these, of one case or of all. */
export function shownOtherwise({ db }: Db, caseId: string | null): readonly string[] {
  return allRows(
    db,
    z.object({ id: z.string() }),
    `SELECT e.id ${fromSql} AND coalesce(s.made_of, '${plainly}') <> ${wishSql}
       AND (@caseId IS NULL OR e.case_id = @caseId) ORDER BY e.id`,
    { caseId },
  ).map(({ id }) => id);
}

/**
 * Keeps what the rows of an exhibit are made of now. Gives the id of a file that lost its row and is to be removed, or null. Must run
 * inside a transaction.
 */
export function keepShown(
  { db }: Db,
  itemId: string,
  made: { readonly of: string; readonly fileId: string | null; readonly failed: ErrorCode | null },
): string | null {
  const before: unknown = db.prepare('SELECT file_id FROM shown_files WHERE item_id = ?').pluck().get(itemId);
  db.prepare('DELETE FROM shown_files WHERE item_id = ?').run(itemId);
  if (made.of !== plainly || made.failed !== null)
    db.prepare('INSERT INTO shown_files (item_id, made_of, file_id, failed) VALUES (?, ?, ?, ?)').run(
      itemId,
      made.of,
      made.fileId,
      made.failed,
    );
  return typeof before === 'string' ? before : null;
}

/** The file whose pages are shown, printed, read and covered: the original, or what was made of it for that. */
export function readShown(context: Db, itemId: string): StoredFile {
  const id: unknown = context.db
    .prepare('SELECT file_id FROM shown_files WHERE item_id = ?')
    .pluck()
    .get(itemId);
  return typeof id === 'string' ? readFile(context, id) : readOriginal(context, itemId);
}

/** The pages that the recogniser found lying on their side or upside down, and about which nobody has said anything. */
export function pagesToTurn(context: Db, itemId: string): readonly PageTurn[] {
  const answered = new Set(answeredTurns(context, itemId).map(({ page }) => page));
  return foundOnPages(context, itemId, 'ocr.Lies').flatMap(({ page, raw }) => {
    const by = turnBySchema.safeParse(raw);
    return by.success && by.data !== 0 && !answered.has(page) ? [{ page, by: by.data }] : [];
  });
}

/** A page that lies crooked, with what straightens it in tenths of a degree, clockwise. */
export interface CrookedPage {
  readonly page: number;
  readonly straightened: number;
}

/** The pages that the recogniser found lying crooked, and about which nobody has said that. */
export function pagesToStraighten(context: Db, itemId: string): readonly CrookedPage[] {
  const answered = new Set(
    answeredTurns(context, itemId).flatMap(({ page, straightened }) =>
      straightened === undefined ? [] : [page],
    ),
  );
  return foundOnPages(context, itemId, 'ocr.Crooked').flatMap(({ page, raw }) => {
    const tenths = tenthsSchema.safeParse(raw);
    return tenths.success && tenths.data !== 0 && !answered.has(page)
      ? [{ page, straightened: tenths.data }]
      : [];
  });
}

function foundOnPages(
  { db }: Db,
  itemId: string,
  code: 'ocr.Lies' | 'ocr.Crooked',
): readonly { readonly page: number; readonly raw: number }[] {
  return allRows(
    db,
    z.object({ detail: z.string(), raw: z.string() }),
    'SELECT detail, raw FROM facts WHERE item_id = ? AND code = ? ORDER BY CAST(detail AS INTEGER)',
    itemId,
    code,
  ).map(({ detail, raw }) => ({ page: Number(detail), raw: Number(raw) }));
}
