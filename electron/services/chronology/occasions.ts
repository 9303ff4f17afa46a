import * as z from 'zod';
import { everyElement } from '../../../shared/domain/law/law-of';
import type { CaseSupport } from '../../../shared/models/coverage';
import type { VaultContext } from '../../vault/api';
import { directionBy } from '../messages/selection';
import { allRows } from '../../vault/rows/rows';

type Counted = CaseSupport['support'][number];

const occasionsRow = z.object({ came: z.int(), open: z.int(), told: z.int() });

/**
 * Occasions behind entries: two on one day are two (PHA 1997 s.7(3)(a); Kelly v DPP [2002] EWHC 1428 (Admin): three calls
 * within minutes). An entry is one, and one that stands for calls and messages is as many as there are minutes in which one
 * of them came in. What somebody sent of their own is no conduct towards them.
 */
export function withOccasions(
  context: Pick<VaultContext, 'db'>,
  caseId: string,
  support: readonly Omit<Counted, 'occasions' | 'perhaps'>[],
): Counted[] {
  return support.map((each) => {
    const element = everyElement.find(({ id }) => id === each.element);
    // Where the entries alone are enough, nothing behind them has to be looked at: they may be very many.
    if (element?.counts !== 'conduct' || each.entries >= element.atLeast)
      return { ...each, occasions: each.entries, perhaps: 0 };
    const behind = behindEntries(context, caseId, each.element).map(({ came, open, told }) => {
      const occasions = Math.max(1, came);
      return { occasions, perhaps: Math.max(0, Math.max(came + open, told) - occasions) };
    });
    return {
      ...each,
      occasions: behind.reduce((sum, { occasions }) => sum + occasions, 0),
      perhaps: behind.reduce((sum, { perhaps }) => sum + perhaps, 0),
    };
  });
}

/** Of each entry: minutes in which calls and messages came, those of which nobody said whose they are, and how often it was told to be. */
function behindEntries({ db }: Pick<VaultContext, 'db'>, caseId: string, element: string) {
  const way = directionBy("json_extract(o.body, '$.owner')");
  return allRows(
    db,
    occasionsRow,
    `SELECT count(DISTINCT CASE ${way} WHEN 'in' THEN substr(m.local, 1, 16) END) AS came,
       count(DISTINCT CASE ${way} WHEN 'unknown' THEN substr(m.local, 1, 16) END) AS open,
       coalesce(json_extract(e.body, '$.attempts'), 0) AS told
     FROM entry_rows r JOIN entry_supports s ON s.row_id = r.id JOIN entries e ON e.id = r.entry_id
     LEFT JOIN entry_messages l ON l.entry_id = e.id
     LEFT JOIN messages m ON m.item_id = l.item_id AND m.position = l.position AND m.kind IN ('message', 'call')
     LEFT JOIN message_sources o ON o.item_id = m.item_id
     WHERE r.case_id = ? AND s.element = ? GROUP BY r.id`,
    caseId,
    element,
  );
}
