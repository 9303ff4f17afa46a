import type { Database } from 'better-sqlite3';

/** Which of several backups is the newest is told by the record of acts: a clock can be set back, its numbers only grow. */
export function migrate(db: Database): void {
  db.exec(`
    -- The number of the act that wrote the last good backup down; null while there was none.
    ALTER TABLE backup_places ADD COLUMN good_act INTEGER;
    -- Snapshots found there that another copy of this vault has made, or that cannot be read: left as they are.
    ALTER TABLE backup_places ADD COLUMN others INTEGER NOT NULL DEFAULT 0;

    UPDATE backup_places SET good_act =
      (SELECT max(seq) FROM audit WHERE action = 'backup.run' AND subject = backup_places.id);
  `);
}
