import * as z from 'zod';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { readShown } from '../items/shown-as';
import type { PdfReport } from './report';
import { reportOfCopy } from './stored';

type Db = Pick<VaultContext, 'db'>;
type Item = Pick<EvidenceItem, 'id' | 'kind'>;

/** How many files a PDF holds beside its pages: as its import found it, or else as the copy of it that is handed on says. */
export function filesIn(context: Db, item: Item): number {
  if (item.kind !== 'pdf') return 0;
  const raw = factOf(context, item.id, 'pdf.Files');
  return raw === null ? (reportOf(context, item)?.attachments ?? 0) : Number(raw);
}

/** Pages of a PDF with marks for redaction that were never applied. */
export function markedPages(context: Db, item: Item): readonly number[] {
  if (item.kind !== 'pdf') return [];
  const report = reportOf(context, item);
  if (report !== null) return report.marked;
  const raw = factOf(context, item.id, 'pdf.RedactMarks');
  return raw === null ? [] : (raw.match(/\d+/gu) ?? []).map(Number);
}

function reportOf(context: Db, { id }: Item): PdfReport | null {
  return reportOfCopy(context, readShown(context, id).id);
}

function factOf({ db }: Db, itemId: string, code: 'pdf.Files' | 'pdf.RedactMarks'): string | null {
  const [found] = allRows(
    db,
    z.object({ raw: z.string() }),
    'SELECT raw FROM facts WHERE item_id = ? AND code = ? LIMIT 1',
    itemId,
    code,
  );
  return found?.raw ?? null;
}
