import type { VaultContext } from '../../vault/api';

type Db = Pick<VaultContext, 'db'>;

/**
 * Screenshots first, because they are messages; then documents, then photographs, which seldom hold any text. A PDF is
 * queued as page 0 until its own text has been looked at, a TIFF page by page. What could not be shown cannot be read either.
 */
const queueSql = `
  INSERT INTO text_queue (item_id, page, priority, state)
  SELECT e.id, CASE e.kind WHEN 'pdf' THEN 0 ELSE n.key + 1 END,
    CASE WHEN EXISTS (SELECT 1 FROM facts WHERE item_id = e.id AND field = 'screenshot') THEN 10
      WHEN e.kind = 'pdf' THEN 20 ELSE 30 END,
    'waiting'
  FROM evidence e
    JOIN json_each(CASE WHEN e.kind = 'image' AND e.page_sizes IS NOT NULL THEN e.page_sizes ELSE '[0]' END) n
  WHERE e.kind IN ('image', 'pdf') AND e.preview = 'ready'
    AND NOT EXISTS (SELECT 1 FROM text_pages WHERE item_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM text_queue WHERE item_id = e.id)`;

/** Called with every item that is stored, in the same transaction. */
export function queueItem({ db }: Db, itemId: string): void {
  db.prepare(`${queueSql} AND e.id = ?`).run(itemId);
}

/** Whatever has no text and does not wait for it: what came from an older version, or with a case of another office. */
export function queueMissing({ db }: Db): void {
  db.prepare(queueSql).run();
}
