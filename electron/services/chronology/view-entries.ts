import { chartsOf } from '../../../shared/charts/all-charts';
import { afterEventChart } from '../../../shared/charts/after-event';
import type { Chart } from '../../../shared/charts/chart';
import { coverWords } from '../../../shared/domain/export/cover';
import { HoldfastError } from '../../../shared/errors';
import type { Entry } from '../../../shared/models/chronology';
import type { SavedView, SavedViewBody } from '../../../shared/models/saved-view';
import type { VaultContext } from '../../vault/api';
import { entriesInPieces } from './in-pieces';
import { readPatterns } from './patterns';
import { aroundEvents } from './patterns-html';
import { selectEntries } from './selection';
import { requireRead } from './unread-filter';
import { listViews } from './views';

/** A saved view of a case. Throws `view-gone` for one that is not there any more, `filter-unread` where it asks for what cannot be looked for. */
export function requireView(context: VaultContext, caseId: string, id: string): SavedView {
  const view = listViews(context, caseId).find((each) => each.id === id);
  if (view === undefined) throw new HoldfastError('view-gone');
  requireRead(context, caseId, view.filter);
  return view;
}

/** The entries that a view shows, in its order. */
export function* viewEntries(
  context: VaultContext,
  caseId: string,
  { filter, order }: Pick<SavedViewBody, 'filter' | 'order'>,
): Generator<Entry> {
  yield* entriesInPieces(context, selectEntries(context, caseId, filter, order), order);
}

/** The charts of what a view shows: what is drawn from titles is covered before it is drawn. */
export function viewCharts(
  context: Pick<VaultContext, 'db'>,
  caseId: string,
  { filter, covering }: Pick<SavedViewBody, 'filter' | 'covering'>,
): readonly Chart[] {
  const patterns = readPatterns(context, caseId, filter);
  const around = aroundEvents(context, caseId, filter, patterns.triggers);
  const cover = <T extends { readonly title: string }>(item: T): T => ({
    ...item,
    title: coverWords(item.title, covering),
  });
  const covered = {
    ...patterns,
    timeline: patterns.timeline.map(cover),
    triggers: patterns.triggers.map(cover),
  };
  return [
    ...chartsOf(covered),
    ...around.map((each) => afterEventChart({ ...each, trigger: cover(each.trigger) })),
  ];
}
