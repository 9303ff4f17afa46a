import * as z from 'zod';
import { messageSourceBodySchema } from '../../../shared/models/message';
import type { MessageSource, MessageSourceBody } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';
import { caseOfItem } from '../items/case-of-item';

type Db = Pick<VaultContext, 'db'>;

const nothing: MessageSourceBody = {
  notes: null,
  answers: { order: null, mapping: null },
  owner: null,
  counts: { message: 0, call: 0, system: 0, unread: 0, review: 0 },
  first: null,
  last: null,
};

const row = z.object({
  id: z.string(),
  exhibit_ref: z.string(),
  title: z.string(),
  file_name: z.string(),
  kind: z.enum(['messages', 'table']),
  reading: z.enum(['none', 'waiting', 'done', 'failed']),
  reading_reason: z.string().nullable(),
  body: z.string().nullable(),
  repeated: z.int(),
});

const sql = `
  SELECT e.id, e.exhibit_ref, e.title, e.file_name, e.kind, e.reading, e.reading_reason, s.body,
    (SELECT count(*) FROM messages m WHERE m.repeat_of IS NOT NULL AND m.repeat_of IN
      (SELECT id FROM evidence WHERE case_id = e.case_id) AND m.item_id = e.id) AS repeated
  FROM evidence e LEFT JOIN message_sources s ON s.item_id = e.id
  WHERE e.kind IN ('messages', 'table')`;

/** What was written by another version, or came in a package, and cannot be understood, counts as not read yet. */
export function parseBody(text: string | null): MessageSourceBody {
  if (text === null) return nothing;
  try {
    return messageSourceBodySchema.parse(JSON.parse(text));
  } catch {
    return nothing;
  }
}

function asSource(found: z.infer<typeof row>): MessageSource {
  const body = parseBody(found.body);
  return {
    itemId: found.id,
    exhibitRef: found.exhibit_ref,
    title: found.title,
    fileName: found.file_name,
    kind: found.kind,
    state:
      found.reading === 'failed'
        ? 'failed'
        : found.reading === 'done' && body.notes !== null
          ? body.notes.state
          : 'waiting',
    reason: found.reading_reason,
    ...body,
    repeated: found.repeated,
  };
}

export function readSources({ db }: Db, caseId: string): readonly MessageSource[] {
  return allRows(db, row, `${sql} AND e.case_id = ? ORDER BY e.exhibit_number, e.id`, caseId).map(asSource);
}

/** Throws `not-found` for an item that is no export. */
export function readSource({ db }: Db, itemId: string): MessageSource & { readonly caseId: string } {
  const found = asSource(oneRow(db, row, `${sql} AND e.id = ?`, itemId));
  const caseId = caseOfItem({ db }, itemId);
  return { ...found, caseId };
}

export function readBody({ db }: Db, itemId: string): MessageSourceBody {
  const found: unknown = db.prepare('SELECT body FROM message_sources WHERE item_id = ?').pluck().get(itemId);
  return parseBody(typeof found === 'string' ? found : null);
}

/** Must run inside an act. */
export function writeBody(
  { db, now }: Pick<VaultContext, 'db' | 'now'>,
  itemId: string,
  state: MessageSource['state'],
  body: MessageSourceBody,
): void {
  db.prepare(
    `INSERT INTO message_sources (item_id, state, body, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (item_id) DO UPDATE SET state = excluded.state, body = excluded.body, at = excluded.at`,
  ).run(itemId, state, JSON.stringify(body), now().toISOString());
}
