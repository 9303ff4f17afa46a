import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { messageNotesSchema } from '../../../shared/models/message';
import type { MessageCounts, MessageRow } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { oneRow } from '../../vault/rows/rows';
import { createMediaFinder } from './media';
import type { FindMedia } from './media';
import { rowHash } from './row-hash';
import { createRepeatFinder } from './repeats';
import { touchRows } from './revision';
import { readBody, writeBody } from './source-rows';
import { caseOfItem } from '../items/case-of-item';

/** Rows that are written together: each transaction waits for the disk. */
const together = 2000;
const charactersTogether = 4 * 1024 * 1024;

/** Not REPLACE: that would take a row away without the index of words hearing of it. */
const rewritten = [
  'kind',
  'local',
  'zone',
  'utc',
  'direction',
  'sender',
  'number',
  'body',
  'media_name',
  'media_item_id',
  'duration_s',
  'status',
  'first_line',
  'last_line',
  'raw',
  'print',
  'repeat_of',
] as const;

interface Saving {
  readonly save: (from: number, rows: readonly MessageRow[]) => void;
  /** Taken in and not written yet. */
  waiting: MessageRow[];
  characters: number;
  readonly counts: MessageCounts;
  rows: number;
  nextLine: number;
  first: string | null;
  last: string | null;
}

/** By database and item: what a reading has saved so far. */
const underway = new WeakMap<object, Map<string, Saving>>();

function savingsOf({ db }: Pick<VaultContext, 'db'>): Map<string, Saving> {
  const found = underway.get(db) ?? new Map<string, Saving>();
  underway.set(db, found);
  return found;
}

/**
 * Saves rows of an export in the order of the file, some thousands in a transaction; `from` 0 begins anew. Rows of an
 * earlier reading are written over where they stand, so that entries that stand on them never find them gone: which lines
 * make a row does not depend on anything a person can answer. Throws `unreadable-file` for rows that leave out a line.
 */
export function saveMessageRows(
  context: VaultContext,
  itemId: string,
  from: number,
  rows: readonly MessageRow[],
): void {
  const savings = savingsOf(context);
  const saving = from === 0 ? begin(context, itemId) : savings.get(itemId);
  if (saving?.rows !== from) throw new HoldfastError('unreadable-file');
  savings.set(itemId, saving);
  for (const row of rows) {
    if (row.firstLine !== saving.nextLine || row.lastLine < row.firstLine)
      throw new HoldfastError('unreadable-file');
    saving.nextLine = row.lastLine + 1;
    saving.counts[row.kind] += 1;
    saving.waiting.push(row);
    saving.characters += row.body.length + (row.raw?.length ?? 0);
    if (row.raw !== null) saving.counts.review += 1;
    if (row.local === null) continue;
    if (saving.first === null || row.local < saving.first) saving.first = row.local;
    if (saving.last === null || row.local > saving.last) saving.last = row.local;
  }
  saving.rows += rows.length;
  if (saving.waiting.length >= together || saving.characters >= charactersTogether)
    writeWaiting(context, saving);
}

function writeWaiting({ db }: VaultContext, saving: Saving): void {
  const { waiting } = saving;
  saving.waiting = [];
  saving.characters = 0;
  db.transaction(() => {
    saving.save(saving.rows - waiting.length, waiting);
  }).immediate();
}

function begin(context: VaultContext, itemId: string): Saving {
  const { db } = context;
  const caseId = caseOfItem(context, itemId);
  const insert = db.prepare(
    `INSERT INTO messages (item_id, position, kind, local, zone, utc, direction, sender, number, body, media_name,
       media_item_id, duration_s, status, first_line, last_line, raw, print, repeat_of)
     VALUES (@itemId, @position, @kind, @local, @zone, @utc, @direction, @sender, @number, @body, @mediaName, @mediaItemId,
       @durationS, @status, @firstLine, @lastLine, @raw, @print, @repeatOf)
     ON CONFLICT (item_id, position) DO UPDATE SET
       ${rewritten.map((column) => `${column} = excluded.${column}`).join()}`,
  );
  const findRepeat = createRepeatFinder(context, caseId, itemId);
  let findMedia: FindMedia | null = null;
  return {
    save: (from, rows) => {
      rows.forEach((row, index) => {
        const position = from + index;
        const hash = rowHash(row);
        const media =
          row.mediaName === null ? null : (findMedia ??= createMediaFinder(context, itemId))(row.mediaName);
        insert.run({
          ...row,
          itemId,
          position,
          mediaItemId: media,
          print: hash,
          repeatOf: hash === 0 ? null : findRepeat(hash, position, row.utc !== null),
        });
      });
    },
    counts: { message: 0, call: 0, system: 0, unread: 0, review: 0 },
    waiting: [],
    characters: 0,
    rows: 0,
    nextLine: 1,
    first: null,
    last: null,
  };
}

/**
 * Throws `unreadable-file` when a reader did not give what its notes say: rows and lines that are missing would be dropped
 * without a word.
 */
export function checkMessages(context: VaultContext, itemId: string, notes: unknown): void {
  if (exportOf(context, itemId) === null) return;
  const parsed = messageNotesSchema.safeParse(notes);
  const saving = savingsOf(context).get(itemId);
  const lines = (saving?.nextLine ?? 1) - 1;
  const isWhole =
    parsed.success &&
    parsed.data.rows === (saving?.rows ?? 0) &&
    (parsed.data.state !== 'read' || parsed.data.lines === lines);
  if (!isWhole) throw new HoldfastError('unreadable-file');
  if (saving !== undefined) writeWaiting(context, saving);
}

/** What the reading of an export came to. Must run inside the act that ends it; does nothing for other items. */
export function finishMessages(
  context: VaultContext,
  itemId: string,
  notes: unknown,
  failure: ErrorCode | null,
): void {
  const caseId = exportOf(context, itemId);
  if (caseId === null) return;
  const savings = savingsOf(context);
  const saving = savings.get(itemId);
  savings.delete(itemId);
  const parsed = failure === null ? messageNotesSchema.parse(notes) : null;
  const rows = saving?.rows ?? 0;
  if (saving !== undefined) writeWaiting(context, saving);
  // A reading that broke off before its first row leaves those of an earlier one as they are.
  if (failure === null || saving !== undefined)
    context.db.prepare('DELETE FROM messages WHERE item_id = ? AND position >= ?').run(itemId, rows);
  const before = readBody(context, itemId);
  const found = failure === null || saving !== undefined ? (saving ?? none) : before;
  writeBody(context, itemId, parsed?.state ?? 'failed', {
    ...before,
    notes: parsed ?? before.notes,
    counts: found.counts,
    first: found.first,
    last: found.last,
  });
  touchRows(context);
  context.changed('messages', caseId);
}

const none = { counts: { message: 0, call: 0, system: 0, unread: 0, review: 0 }, first: null, last: null };

/** The case of an item whose rows are kept; null for other kinds. */
function exportOf({ db }: VaultContext, itemId: string): string | null {
  const { kind, case_id } = oneRow(
    db,
    z.object({ kind: z.string(), case_id: z.string() }),
    'SELECT kind, case_id FROM evidence WHERE id = ?',
    itemId,
  );
  return kind === 'messages' || kind === 'table' ? case_id : null;
}
