import type { Bundle } from '../../models/bundle';
import type { EvidenceItem } from '../../models/evidence';
import { hasPages } from './has-pages';
import type { BundleChoices } from '../../models/leaving';

type Item = Pick<EvidenceItem, 'id' | 'kind' | 'preview'>;

/** Whether an exhibit goes in: yes, no, or nobody has said. */
export function decisionOf({ items }: BundleChoices, id: string): boolean | null {
  return items.find(({ itemId }) => itemId === id)?.isIn ?? null;
}

/** The exhibits in the order of the bundle. `items` come by date; those that nobody has put in a place stand at the end. */
export function inBundleOrder<T extends Item>(items: readonly T[], choices: BundleChoices): readonly T[] {
  if (!choices.isOrdered) return items;
  const place = new Map(choices.items.map(({ itemId }, index) => [itemId, index]));
  const last = choices.items.length;
  return [...items].sort((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
}

/** Exhibits that can be shown, in the order of the bundle, by what was decided. What cannot be shown is not asked about. */
export function sortOut<T extends Item>(
  items: readonly T[],
  choices: BundleChoices,
): { readonly included: readonly T[]; readonly undecided: readonly T[] } {
  const decided = new Map(choices.items.map(({ itemId, isIn }) => [itemId, isIn]));
  const ready = inBundleOrder(items, choices).filter(hasPages);
  return {
    included: ready.filter(({ id }) => decided.get(id) === true),
    undecided: ready.filter(({ id }) => (decided.get(id) ?? null) === null),
  };
}

/** The choices with some exhibits put in or left out; the others stay as they are. */
export function decide(
  items: readonly Item[],
  choices: BundleChoices,
  ids: readonly string[],
  isIn: boolean,
): BundleChoices {
  const changed = new Set(ids);
  const decided = new Map(choices.items.map((each) => [each.itemId, each.isIn]));
  return {
    ...choices,
    items: inBundleOrder(items, choices).map(({ id }) => ({
      itemId: id,
      isIn: changed.has(id) ? isIn : (decided.get(id) ?? null),
    })),
  };
}

/** The choices with the exhibits in another order. */
export function moveTo(choices: BundleChoices, order: readonly string[]): BundleChoices {
  const decided = new Map(choices.items.map(({ itemId, isIn }) => [itemId, isIn]));
  return {
    ...choices,
    isOrdered: true,
    items: order.map((itemId) => ({ itemId, isIn: decided.get(itemId) ?? null })),
  };
}

/** How a bundle that was built differs from what is chosen now, by ids of exhibits. */
export interface Outdated {
  /** In the bundle, and not in any more. */
  readonly shown: readonly string[];
  /** Chosen, and not in the bundle. */
  readonly missing: readonly string[];
  /** Whom it is for, its title, order or parts are others, or an exhibit has another reference. */
  readonly other: boolean;
}

/** Everything that is chosen beside the exhibits and their order, to be compared. */
function headOf({ itemIds: _, ...head }: Bundle['options']): string {
  const { sectionOf, unredacted, rowsOf, coverSheets, view = null, ...others } = head;
  const sections = Object.entries(sectionOf).sort();
  return JSON.stringify([
    Object.entries(others).sort(),
    sections,
    [...unredacted].sort(),
    Object.entries(rowsOf).sort(),
    [...coverSheets].sort(),
    viewOf(view, head),
  ]);
}

/** Pages that are added keep the chronology that is there, whatever became of its view. */
function viewOf(view: Bundle['options']['view'], { lateOf }: Pick<Bundle['options'], 'lateOf'>): unknown {
  return lateOf !== null || view == null ? null : Object.entries(view).sort();
}

/** Whether another redacted copy than the one that is printed would be printed now, or the first one there is. */
function isOtherCopy(
  { itemId, copy }: Bundle['plan']['rows'][number],
  unredacted: ReadonlySet<string>,
  copies: ReadonlyMap<string, number>,
): boolean {
  if (itemId === null || copy === undefined || unredacted.has(itemId)) return false;
  const now = copies.get(itemId);
  return now !== undefined && now !== (copy?.version ?? 0);
}

/**
 * Null when the bundle is what is chosen now, under the references that files bear now (`refs`, by id; null for documents) and with
 * the redacted copies that there are of them (`copies`, how many, by id).
 */
export function outdated(
  { plan, options }: Pick<Bundle, 'plan' | 'options'>,
  now: Bundle['options'],
  refs: ReadonlyMap<string, string | null>,
  copies: ReadonlyMap<string, number> = new Map(),
): Outdated | null {
  const inside = plan.rows.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  const tried = new Set([...inside, ...plan.leftOut.map(({ itemId }) => itemId)]);
  const chosen = new Set(now.itemIds);
  const shown = inside.filter((id) => !chosen.has(id));
  const missing = now.itemIds.filter((id) => !tried.has(id));
  const kept = new Set(inside);
  // As it was asked for: printed it is section by section, and behind what was there before.
  const asked = options.itemIds.filter((id) => kept.has(id));
  const order = now.itemIds.filter((id) => kept.has(id));
  const other =
    plan.rows.some(
      ({ itemId, exhibitRef }) => itemId !== null && refs.has(itemId) && refs.get(itemId) !== exhibitRef,
    ) ||
    headOf(options) !== headOf(now) ||
    plan.rows.some((row) => isOtherCopy(row, new Set(now.unredacted), copies)) ||
    (shown.length === 0 && order.join() !== asked.join());
  return shown.length === 0 && missing.length === 0 && !other ? null : { shown, missing, other };
}
