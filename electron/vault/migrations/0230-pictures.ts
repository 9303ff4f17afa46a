import type { Database } from 'better-sqlite3';

/**
 * How many pages and pictures a file holds, and how each lies, is read in one place since this version. What was taken in
 * before is read again: it may lack pages, or lie otherwise than it is printed.
 */
export function migrate(db: Database): void {
  db.exec(`
    -- Pictures of a file that moves or keeps several, of which the first is printed; NULL for any other. page_sizes of a TIFF of
    -- several pages is a JSON list of {width,height,orientation}, upright, in pixels.
    ALTER TABLE evidence ADD COLUMN pictures INTEGER;

    -- A picture whose pages and turn are still to be read again; failed: why they could not be.
    CREATE TABLE pictures_to_read (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      failed TEXT
    ) STRICT;
    INSERT INTO pictures_to_read (item_id)
    SELECT id FROM evidence WHERE kind = 'image' AND preview = 'ready';
  `);
}
