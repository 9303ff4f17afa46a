import { z } from 'zod';
import { bestDateSchema, factFieldSchema } from '../../../shared/models/evidence';
import { copyFormSchema, provenanceSchema } from '../../../shared/models/provenance';
import type { ItemHistory, Provenance, ProvenanceVersion } from '../../../shared/models/provenance';
import type { VaultContext } from '../../vault/api';
import type { Stamp } from '../../vault/records/stamp';
import { allRows, parseJson } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

const versionRow = z.object({ version: z.int(), body: z.string(), at: z.string(), author: z.string() });

/** All that was said of an item, newest first. */
export function readVersions({ db }: Db, itemId: string): readonly ProvenanceVersion[] {
  return allRows(
    db,
    versionRow,
    'SELECT version, body, at, author FROM provenance WHERE item_id = ? ORDER BY version DESC',
    itemId,
  ).map((row) => ({ ...row, body: parseJson(provenanceSchema, row.body) }));
}

/** Adds a version; those before it stay as they were. */
export function insertVersion(
  { db }: Db,
  row: {
    readonly itemId: string;
    readonly version: number;
    readonly body: Provenance;
    readonly at: string;
    readonly stamp: Stamp;
  },
): void {
  const { itemId, version, body, at, stamp } = row;
  db.prepare(
    `INSERT INTO provenance (item_id, version, body, at, office, author, hlc)
     VALUES (@itemId, @version, @body, @at, @office, @author, @hlc)`,
  ).run({ itemId, version, body: JSON.stringify(body), at, ...stamp });
}

/** Items of a case of which the newest version says which way they came. */
export function readSaid({ db }: Db, caseId: string): readonly string[] {
  return allRows(
    db,
    z.object({ id: z.string() }),
    `SELECT p.item_id AS id FROM provenance p JOIN evidence e ON e.id = p.item_id
     WHERE e.case_id = ? AND json_extract(p.body, '$.way') IS NOT NULL
       AND p.version = (SELECT max(version) FROM provenance WHERE item_id = p.item_id)`,
    caseId,
  ).map(({ id }) => id);
}

const choiceRow = z.object({
  id: z.string(),
  field: factFieldSchema.extract(['captured', 'shown']),
  date: z.string(),
  reason: z.string(),
  at: z.string().nullable(),
  author: z.string(),
});
const copyRow = z.object({ at: z.string(), author: z.string(), detail: z.string() });
const copyDetail = z.object({
  // Copies from before there was a choice were always the original.
  form: copyFormSchema.default('original'),
  bytes: z.int().nullable().default(null),
  sha256: z.string().nullable().default(null),
});

/** Dates that were settled on and copies that left the vault, newest first. */
export function readHistory({ db }: Db, itemId: string): ItemHistory {
  const choices = allRows(
    db,
    choiceRow,
    'SELECT id, field, date, reason, at, author FROM date_choices WHERE item_id = ? ORDER BY hlc DESC, id DESC',
    itemId,
  ).map(({ date, ...row }) => {
    const { edtf, time, zone, source, code, detail } = parseJson(bestDateSchema, date);
    return { ...row, edtf, time, zone, source, code, detail };
  });
  const copies = allRows(
    db,
    copyRow,
    `SELECT at, author, detail FROM audit WHERE action = 'evidence.save-copy' AND subject = ? ORDER BY seq DESC LIMIT 100`,
    itemId,
  ).map(({ detail, ...row }) => ({ ...row, ...parseJson(copyDetail, detail) }));
  return { choices, copies };
}
