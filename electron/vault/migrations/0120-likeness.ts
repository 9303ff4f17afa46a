import type { Database } from 'better-sqlite3';

/** Pictures that look alike, and screenshots of one conversation joined into a run; people decide both. */
export function migrate(db: Database): void {
  db.exec(`
    -- What a picture looks like, computed by the lab. phash: 64 hexadecimal digits (shared/domain/likeness/picture-hash.ts),
    -- or 'none' for a picture that could not be looked at. rows: its print, as electron/services/likeness/print-bytes.ts
    -- packs it. All of it can be computed again.
    CREATE TABLE picture_prints (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      phash TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      rows BLOB NOT NULL
    ) STRICT;

    -- item_a < item_b. decision: 'same', 'different', or 'apart' (pieces of no common run).
    CREATE TABLE likeness_decisions (
      item_a TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      item_b TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      decision TEXT NOT NULL,
      at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL,
      PRIMARY KEY (item_a, item_b)
    ) STRICT;

    CREATE TABLE runs (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      title TEXT NOT NULL,
      created_at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    -- The rows of pixels [top, bottom) of the upright picture that a piece adds to the run.
    CREATE TABLE run_pieces (
      run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      top INTEGER NOT NULL,
      bottom INTEGER NOT NULL,
      PRIMARY KEY (run_id, position)
    ) STRICT;
    CREATE INDEX run_pieces_item ON run_pieces (item_id);
  `);
}
