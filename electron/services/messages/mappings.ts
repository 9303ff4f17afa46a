import * as z from 'zod';
import { csvMappingSchema } from '../../../shared/models/message';
import type { CsvMapping, SavedMapping } from '../../../shared/models/message';
import { columnMappingKind } from '../../../shared/records/column-mapping';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';
import { readBody } from './source-rows';

const row = z.object({
  id: z.string(),
  name: z.string(),
  header: z.string(),
  body: z.string(),
  at: z.string(),
});

/** A heading as it is compared: capitals and spaces do not count. */
function headerOf(heading: readonly string[]): string {
  return JSON.stringify(heading.map((cell) => cell.trim().toLowerCase().replaceAll(/\s+/gu, ' ')));
}

/** Columns saved by anybody in the office; first those of tables with the same heading as this one, then the newest. */
export function savedMappings(context: Pick<VaultContext, 'db'>, itemId: string): SavedMapping[] {
  const header = headerOf(readBody(context, itemId).notes?.table?.heading ?? []);
  const saved = allRows(
    context.db,
    row,
    'SELECT id, name, header, body, at FROM csv_mappings ORDER BY header = ? DESC, at DESC, id LIMIT 200',
    header,
  );
  return saved.flatMap(({ id, name, header: of, body, at }) => {
    const mapping = csvMappingSchema.safeParse(JSON.parse(body));
    return mapping.success ? [{ id, name, mapping: mapping.data, at, fits: of === header }] : [];
  });
}

/** Must run inside an act. A name that is there already is taken over. */
export function saveMapping(
  context: Pick<VaultContext, 'db' | 'records' | 'newId'>,
  itemId: string,
  name: string,
  mapping: CsvMapping,
): void {
  const header = headerOf(readBody(context, itemId).notes?.table?.heading ?? []);
  const [taken, ...others] = allRows(
    context.db,
    z.object({ id: z.string() }),
    'SELECT id FROM csv_mappings WHERE name = ? ORDER BY at DESC, id',
    name,
  );
  const body = { name, header, mapping };
  for (const { id } of others) context.records.remove(id);
  if (taken !== undefined) context.records.change(taken.id, body);
  else context.records.create(columnMappingKind.kind, { id: context.newId(), caseId: null, body });
}

/** Takes columns out of those that are offered. Must run inside an act. Throws `not-found`. */
export function forgetMapping({ db, records }: Pick<VaultContext, 'db' | 'records'>, id: string): void {
  oneRow(db, z.object({ id: z.string() }), 'SELECT id FROM csv_mappings WHERE id = ?', id);
  records.remove(id);
}
