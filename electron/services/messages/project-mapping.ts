import { columnMappingKind } from '../../../shared/records/column-mapping';
import type { Projection } from '../../vault/records/heads';

/** `csv_mappings`: columns that are offered. Those that were forgotten are in their history alone. */
export const columnMappingProjection: Projection = {
  kind: columnMappingKind.kind,
  write: (db, { id, shown, removed, updatedAt }) => {
    db.prepare('DELETE FROM csv_mappings WHERE id = ?').run(id);
    if (removed) return;
    const { name, header, mapping } = columnMappingKind.body.parse(shown.body);
    db.prepare('INSERT INTO csv_mappings (id, name, header, body, at) VALUES (?, ?, ?, ?, ?)').run(
      ...[id, name, header, JSON.stringify(mapping), updatedAt],
    );
  },
};
