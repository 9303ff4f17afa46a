import * as z from 'zod';
import { printDate } from '../../../shared/domain/dates/print';
import { handoverBodySchema } from '../../../shared/models/continuity';
import type { ContinuityRow, NewHandover } from '../../../shared/models/continuity';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

const row = z.object({
  id: z.string(),
  item_id: z.string(),
  handover_id: z.string(),
  corrects: z.string().nullable(),
  body: z.string(),
  recorded_at: z.string(),
  author: z.string(),
  others: z.int(),
  corrected_by: z.string(),
});

const ids = z.array(z.string());

/** When it was, in words. */
export function printHandoverDate({ edtf, time }: Pick<NewHandover, 'edtf' | 'time'>): string {
  return printDate(edtf, time === null ? null : { from: time, to: null, precision: 'minute' });
}

/** The handovers of an exhibit in the order in which they were written down. */
export function readHandovers({ db }: Pick<VaultContext, 'db'>, itemId: string): readonly ContinuityRow[] {
  return allRows(
    db,
    row,
    `SELECT c.id, c.item_id, c.handover_id, c.corrects, c.body, c.recorded_at, c.author,
       (SELECT count(*) FROM continuity o WHERE o.handover_id = c.handover_id AND o.id <> c.id) AS others,
       (SELECT json_group_array(o.id ORDER BY o.recorded_at, o.id) FROM continuity o
        WHERE o.item_id = c.item_id AND o.corrects = c.id) AS corrected_by
     FROM continuity c WHERE c.item_id = ? ORDER BY c.recorded_at, c.id`,
    itemId,
  ).map((found) => {
    const body = parseJson(handoverBodySchema, found.body);
    return {
      ...body,
      id: found.id,
      itemId: found.item_id,
      handoverId: found.handover_id,
      corrects: found.corrects,
      recordedAt: found.recorded_at,
      author: found.author,
      printedDate: printHandoverDate(body),
      others: found.others,
      correctedBy: parseJson(ids, found.corrected_by),
    };
  });
}
