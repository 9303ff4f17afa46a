import * as z from 'zod';
import type { Landmark } from '../../../shared/domain/likeness/landmarks';
import type { NearPicture } from '../../../shared/domain/likeness/near-pairs';
import { hashFromText, hashRows, hashToText } from '../../../shared/domain/likeness/picture-hash';
import type { Descriptor } from '../../../shared/domain/likeness/descriptor';
import type { ErrorCode } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { headBytes, packDescriptor, unpackHead, unpackRows } from './descriptor-bytes';

type Db = Pick<VaultContext, 'db'>;

/** Stands where the hash would for a picture that could not be looked at. */
const none = 'none';

const waitingRow = z.object({ id: z.string(), case_id: z.string(), mime: z.string() });

/** Pictures that can be shown and have no descriptor yet, the oldest first. */
export function withoutDescriptor({ db }: Db) {
  return allRows(
    db,
    waitingRow,
    `SELECT e.id, e.case_id, e.mime FROM evidence e
     WHERE e.kind = 'image' AND e.preview = 'ready' AND NOT EXISTS (SELECT 1 FROM picture_prints p WHERE p.item_id = e.id)
     ORDER BY e.id`,
  ).map(({ case_id: caseId, ...item }) => ({ ...item, caseId }));
}

/** An item that was erased meanwhile gets none. */
const insert = `INSERT OR REPLACE INTO picture_prints (item_id, phash, width, height, rows)
  SELECT id, @phash, @width, @height, @rows FROM evidence WHERE id = @id`;

/** What can be computed again is no act of anybody's: it is kept without an entry in the record. */
export function keepDescriptor({ db }: Db, id: string, descriptor: Descriptor): void {
  const { width, height } = descriptor;
  const phash = hashToText(hashRows(descriptor.rows));
  db.prepare(insert).run({ id, phash, width, height, rows: packDescriptor(descriptor) });
}

/** So that a picture that cannot be looked at is not tried again and again. */
export function keepNoDescriptor({ db }: Db, id: string, code: ErrorCode): void {
  db.prepare(insert).run({ id, phash: none, width: 1, height: 1, rows: Buffer.from(code) });
}

/** A picture with all that is needed to find candidates. */
export interface Described extends NearPicture {
  readonly id: string;
  readonly landmarks: readonly Landmark[];
}

const headRow = z.object({
  id: z.string(),
  phash: z.string(),
  width: z.int(),
  height: z.int(),
  head: z.instanceof(Buffer),
});

/** The pictures of a case that were looked at, in the order of their ids. Descriptors that are none are forgotten. */
export function readDescribed({ db }: Db, caseId: string): readonly Described[] {
  const described: Described[] = [];
  const rows = allRows(
    db,
    headRow,
    `SELECT e.id, p.phash, p.width, p.height, substr(p.rows, 1, ${headBytes}) AS head
     FROM picture_prints p JOIN evidence e ON e.id = p.item_id WHERE e.case_id = ? AND p.phash <> '${none}' ORDER BY e.id`,
    caseId,
  );
  for (const { id, phash, width, height, head } of rows) {
    const [hash, parts] = [hashFromText(phash), unpackHead(head)];
    if (hash === null || parts === null) db.prepare('DELETE FROM picture_prints WHERE item_id = ?').run(id);
    else described.push({ id, width, height, hash, ...parts });
  }
  return described;
}

const fullRow = z.object({ width: z.int(), height: z.int(), rows: z.instanceof(Buffer) });

/** The whole descriptor of a picture, or null. */
export function readDescriptor({ db }: Db, id: string): Descriptor | null {
  const [row] = allRows(
    db,
    fullRow,
    `SELECT width, height, rows FROM picture_prints WHERE item_id = ? AND phash <> '${none}'`,
    id,
  );
  const rows = row === undefined ? null : unpackRows(row.rows, row.height);
  return row === undefined || rows === null ? null : { width: row.width, height: row.height, rows };
}

/** Pictures of a case that can be shown, those with a descriptor, and those that cannot be looked at. */
export function countDescriptors({ db }: Db, caseId: string) {
  const count = (where: string): number =>
    Number(
      db
        .prepare(
          `SELECT count(*) FROM evidence e LEFT JOIN picture_prints p ON p.item_id = e.id
           WHERE e.case_id = ? AND e.kind = 'image' AND e.preview = 'ready' AND ${where}`,
        )
        .pluck()
        .get(caseId) ?? 0,
    );
  return {
    pictures: count('1'),
    compared: count(`p.phash <> '${none}'`),
    notComparable: count(`p.phash = '${none}'`),
  };
}
