import { createHash } from 'node:crypto';
import * as z from 'zod';
import { supportsOf } from '../../../shared/domain/coverage/supports';
import { everyElement } from '../../../shared/domain/law/law-of';
import { linkRoles } from '../../../shared/models/chronology';
import { HoldfastError } from '../../../shared/errors';
import { readSetting, writeSetting } from '../../vault/settings';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { bodySchema } from './entry-rows';

type Db = Pick<VaultContext, 'db'>;

/** Under which rules `entry_supports` was worked out. */
const setting = 'law.rules';

/** Changes with what entries are counted under, and not with a title, a note or a source. */
const rules = createHash('sha256')
  .update(JSON.stringify(everyElement.map(({ id, any }) => [id, any])))
  .digest('hex');

/** What of an entry the rules look at. */
const judgedSchema = bodySchema.pick({
  kind: true,
  behaviours: true,
  marks: true,
  fear: true,
  threat: true,
  effect: true,
  changes: true,
});
const judgedRow = z.object({ id: z.int(), body: z.string() });
const roleRow = z.object({ id: z.int(), register_id: z.string(), role: z.enum(linkRoles) });

/**
 * Works out anew which everyElement the entries of a vault speak to, where the law file has changed since it was last open.
 * Otherwise an element that came with a new law would count later entries alone.
 */
export function keepSupportsCurrent({ db }: Db): void {
  if (readSetting(db, setting) === rules) return;
  db.transaction(() => {
    db.prepare('DELETE FROM entry_supports').run();
    const links = new Map<number, { readonly id: string; readonly role: (typeof linkRoles)[number] }[]>();
    for (const { id, register_id, role } of allRows(
      db,
      roleRow,
      'SELECT r.id, l.register_id, l.role FROM entry_register l JOIN entry_rows r ON r.entry_id = l.entry_id',
    ))
      links.set(id, [...(links.get(id) ?? []), { id: register_id, role }]);
    const insert = db.prepare('INSERT INTO entry_supports (row_id, element) VALUES (?, ?)');
    for (let rows = someAfter(db, 0); rows.length > 0; rows = someAfter(db, rows.at(-1)?.id ?? 0)) {
      for (const { id, body } of rows) {
        const entry = judge(body);
        if (entry === null) continue;
        for (const element of supportsOf({ ...entry, links: links.get(id) ?? [] }, everyElement))
          insert.run(id, element);
      }
    }
    writeSetting(db, setting, rules);
  })();
}

/** Entries by the numbers of their rows, so many at a time that memory does not grow with the vault. */
const someAfter = (db: Db['db'], id: number) =>
  allRows(
    db,
    judgedRow,
    `SELECT r.id, e.body FROM entry_rows r JOIN entries e ON e.id = r.entry_id
     WHERE r.id > ? AND e.removed = 0 ORDER BY r.id LIMIT 5000`,
    id,
  );

/** Null for an entry that cannot be read: one such must not keep a vault from opening. */
function judge(body: string): z.output<typeof judgedSchema> | null {
  try {
    return parseJson(judgedSchema, body);
  } catch (error) {
    if (error instanceof HoldfastError) return null;
    throw error;
  }
}
