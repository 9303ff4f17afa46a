import type { VaultContext } from '../../electron/vault/api';
import { bodyOf } from '../../electron/services/chronology/entry-rows';
import { writeRecord } from './record-rows';
import { addItem } from '../helpers/filled-vault';
import { seeded } from '../helpers/seeded';
import { entriesFrom, two, wordsFrom } from './entries';
import { actBits, flag } from '../../shared/domain/chronology-row';
import { dateBounds } from '../../shared/domain/dates/bounds';
import type { OpenVault } from '../../electron/vault/open-vault';

/** Entries of one transaction. */
const atOnce = 20_000;

/** Rows written in one go, as many as asked for, with their indexes as the services write them. */
export function fillEntries({ db, newId, stamp }: VaultContext, caseId: string, count: number): void {
  const next = entriesFrom(seeded(51));
  const at = '2026-11-25T10:00:00.000Z';
  const by = stamp();
  const { office, author, hlc } = by;
  const entries = db.prepare(
    `INSERT INTO entries (id, case_id, version, body, earliest, latest, created_at, updated_at, office, author, hlc)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const rows = db.prepare(
    'INSERT INTO entry_rows (id, entry_id, case_id, earliest, latest, acts, channel, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const supports = db.prepare('INSERT INTO entry_supports (row_id, element) VALUES (?, ?)');
  const index = db.prepare(
    'INSERT INTO entry_index (rowid, title, account, quote, comment, other) VALUES (?, ?, ?, ?, ?, ?)',
  );
  // In several transactions: one of a million rows would be kept whole in the log beside the database.
  for (let first = 1; first <= count; first += atOnce)
    db.transaction(() => {
      for (let number = first; number < Math.min(first + atOnce, count + 1); number += 1) {
        const id = newId();
        const entry = next();
        writeRecord(db, 'entry', { id, caseId, at, ...by }, entry, newId());
        const { earliest, latest } = dateBounds(entry.edtf, entry.time);
        entries.run(id, caseId, bodyOf(entry), earliest, latest, at, at, office, author, hlc);
        const flags =
          (entry.edtf.endsWith('~') ? flag.approximate : 0) | (entry.kind === 'event' ? flag.event : 0);
        rows.run(number, id, caseId, earliest, latest, actBits(entry.behaviours), entry.channel, flags);
        if (entry.kind === 'incident') supports.run(number, 'course');
        index.run(number, entry.title, entry.description, entry.quote, '', entry.place);
      }
    })();
}

/** Messages of several exports, with the index that the triggers keep. */
export async function fillMessages(vault: OpenVault, caseId: string, count: number): Promise<void> {
  const { db } = vault.context;
  const random = seeded(52);
  const words = wordsFrom(random);
  const exports = 10;
  const insert = db.prepare(
    `INSERT INTO messages (item_id, position, kind, local, direction, sender, body, first_line, last_line, print)
     VALUES (?, ?, 'message', ?, ?, ?, ?, 1, 1, 0)`,
  );
  for (let place = 0; place < exports; place += 1) {
    const item = await addItem(vault, caseId, place + 1, Buffer.from(`export ${place}`), `chat ${place}.txt`);
    db.transaction(() => {
      for (let position = 0; position < count / exports; position += 1) {
        const minute = random.below(60 * 24);
        const local = `${2020 + random.below(7)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
        insert.run(
          item,
          position,
          local,
          position % 2 === 0 ? 'in' : 'out',
          position % 2 === 0 ? 'R Example' : 'Rowan',
          words(3 + random.below(10)),
        );
      }
    })();
  }
}
