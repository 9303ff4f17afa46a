import { z } from 'zod';
import { dateBounds } from '../../../../shared/domain/dates/bounds';
import { entryLinkSchema, newEntrySchema } from '../../../../shared/models/chronology';
import { idSchema, instantSchema } from '../../../../shared/models/common';
import { messageKeySchema } from '../../../../shared/models/message';
import { bodyOf } from '../../chronology/entry-rows';
import { indexEntry } from '../../chronology/index-row';
import { touchEntries } from '../../chronology/revision';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import { stampOf, stampRow, stamped } from './stamp';

export const entrySchema = z.strictObject({
  id: idSchema,
  version: z.int().min(1),
  removed: z.boolean(),
  body: newEntrySchema,
  /** Which messages and calls it stands on; not in packages of format 1. */
  messages: z.array(messageKeySchema).max(1_000_000).default([]),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  versions: z
    .array(
      z.strictObject({
        version: z.int(),
        body: newEntrySchema,
        at: instantSchema,
        author: z.string().max(200),
      }),
    )
    .max(10_000),
  ...stamped,
});
export type RecordEntry = z.infer<typeof entrySchema>;

const text = z.string();
const entryRow = z.object({
  id: text,
  version: z.int(),
  removed: z.int(),
  body: text,
  created_at: text,
  updated_at: text,
  ...stampRow,
});
const bodyWithoutLinks = newEntrySchema.omit({ evidenceIds: true, links: true });
const versionRow = z.object({ version: z.int(), body: text, at: text, author: text });

export function readRecordEntries(context: Pick<VaultContext, 'db'>, caseId: string): RecordEntry[] {
  return allRows(context.db, entryRow, 'SELECT * FROM entries WHERE case_id = ? ORDER BY id', caseId).map(
    (row) => asEntry(context, row),
  );
}

function asEntry({ db }: Pick<VaultContext, 'db'>, row: z.infer<typeof entryRow>): RecordEntry {
  const evidenceIds = allRows(
    db,
    z.object({ item_id: text }),
    'SELECT item_id FROM entry_evidence WHERE entry_id = ? ORDER BY position',
    row.id,
  ).map(({ item_id }) => item_id);
  const links = allRows(
    db,
    entryLinkSchema,
    'SELECT register_id AS id, role FROM entry_register WHERE entry_id = ? ORDER BY position',
    row.id,
  );
  const messages = allRows(
    db,
    z.object({ itemId: text, position: z.int() }),
    'SELECT item_id AS itemId, position FROM entry_messages WHERE entry_id = ? ORDER BY item_id, position',
    row.id,
  );
  const versions = allRows(
    db,
    versionRow,
    'SELECT version, body, at, author FROM entry_versions WHERE entry_id = ? ORDER BY version',
    row.id,
  );
  return {
    id: row.id,
    version: row.version,
    removed: row.removed === 1,
    body: { ...parseJson(bodyWithoutLinks, row.body), evidenceIds, links },
    messages,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    versions: versions.map((each) => ({ ...each, body: parseJson(newEntrySchema, each.body) })),
    ...stampOf(row),
  };
}

export function writeEntries(
  context: Pick<VaultContext, 'db'>,
  caseId: string,
  entries: readonly RecordEntry[],
): void {
  const { db } = context;
  const insert = db.prepare(
    `INSERT INTO entries (id, case_id, version, body, earliest, latest, removed, created_at, updated_at, office, author, hlc)
     VALUES (@id, @caseId, @version, @body, @earliest, @latest, @removed, @createdAt, @updatedAt, @office, @author, @hlc)`,
  );
  const keep = db.prepare(
    'INSERT INTO entry_versions (entry_id, version, body, at, author) VALUES (?, ?, ?, ?, ?)',
  );
  const link = db.prepare('INSERT INTO entry_evidence (entry_id, item_id, position) VALUES (?, ?, ?)');
  const cite = db.prepare('INSERT INTO entry_messages (entry_id, item_id, position) VALUES (?, ?, ?)');
  const name = db.prepare(
    'INSERT INTO entry_register (entry_id, register_id, role, position) VALUES (?, ?, ?, ?)',
  );
  for (const { body, versions, messages, ...entry } of entries) {
    // Computed here and not taken from the package: a wrong sort key would put an incident in the wrong place.
    const { earliest, latest } = dateBounds(body.edtf, body.time);
    insert.run({ ...entry, caseId, body: bodyOf(body), earliest, latest, removed: entry.removed ? 1 : 0 });
    for (const each of versions)
      keep.run(entry.id, each.version, JSON.stringify(each.body), each.at, each.author);
    for (const [position, itemId] of body.evidenceIds.entries()) link.run(entry.id, itemId, position);
    for (const { itemId, position } of messages) cite.run(entry.id, itemId, position);
    for (const [position, { id, role }] of body.links.entries()) name.run(entry.id, id, role, position);
    if (!entry.removed) indexEntry(context, caseId, entry.id, { ...body, messageKeys: messages });
  }
  touchEntries(context);
}
