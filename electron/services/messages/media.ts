import * as z from 'zod';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';

/** The item that a row's media name means, or null when there is none or it could be any of several. */
export type FindMedia = (name: string) => string | null;

const sibling = z.object({ id: z.string(), file_name: z.string(), parent_place: z.string().nullable() });

const lastPart = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .toLowerCase();

/**
 * Finds the files that came with an export by their names: those taken out of it, those beside it in the same archive, or,
 * when it came as a file of its own, those that came so too. A name that several have is nobody's.
 */
export function createMediaFinder({ db }: Pick<VaultContext, 'db'>, itemId: string): FindMedia {
  const { case_id, parent_id } = oneRow(
    db,
    z.object({ case_id: z.string(), parent_id: z.string().nullable() }),
    'SELECT case_id, parent_id FROM evidence WHERE id = ?',
    itemId,
  );
  const own = db.prepare('SELECT id FROM evidence WHERE parent_id = ? AND parent_place = ?').pluck();
  let names: ReadonlyMap<string, string | null> | null = null;
  return (name) => {
    const inside: unknown = own.get(itemId, name);
    if (typeof inside === 'string') return inside;
    names ??= namesBeside(
      allRows(
        db,
        sibling,
        `SELECT id, file_name, parent_place FROM evidence WHERE case_id = ? AND parent_id IS ? AND id <> ?
           AND kind NOT IN ('messages', 'table', 'archive')`,
        case_id,
        parent_id,
        itemId,
      ),
    );
    return names.get(lastPart(name)) ?? null;
  };
}

function namesBeside(items: readonly z.infer<typeof sibling>[]): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { id, file_name, parent_place } of items) {
    const name = lastPart(parent_place ?? file_name);
    names.set(name, names.has(name) ? null : id);
  }
  return names;
}
