import type { BundlePlan } from '../../models/bundle';
import type { BundleProfile, ProfileSection } from '../../models/bundle-profile';
import type { EvidenceItem } from '../../models/evidence';
import type { BundleChoices } from '../../models/leaving';
import { inBundleOrder, moveTo } from './choices';
import { labelOf } from './labels';
import { planInserted } from './plan-inserted';
import { chronologyKey, patternsKey, planLate, recordKey, sectionOfItem, usualSectionOf } from './plan';

type Item = Pick<EvidenceItem, 'id' | 'kind' | 'preview' | 'document'>;
type Profile = Pick<BundleProfile, 'sections' | 'usualSection'>;
export type TypesetKey = typeof chronologyKey | typeof patternsKey | typeof recordKey;

/** The head of a section: its letter and the labels of its pages, which are empty while nothing is in it. */
export interface SectionRow {
  readonly kind: 'section';
  readonly key: string;
  readonly section: ProfileSection;
  readonly letter: string;
  readonly first: string;
  readonly last: string;
}

/** A part that Holdfast sets itself. */
export interface TypesetRow {
  readonly kind: 'typeset';
  readonly key: TypesetKey;
  readonly label: string;
}

/** An exhibit in its section, whether it goes in or not. */
export interface ExhibitRow<T extends Item> {
  readonly kind: 'exhibit';
  readonly key: string;
  readonly item: T;
  readonly sectionId: string;
  /** Null where nobody has said. */
  readonly decision: boolean | null;
  /** The label of its first page; empty while it has none. */
  readonly label: string;
  /** Why it has no pages although it was put in (an error code), or null. */
  readonly leftOut: string | null;
}
export type ContentsRow<T extends Item> = SectionRow | TypesetRow | ExhibitRow<T>;

function sectionOf(profile: Profile, choices: BundleChoices, { id, document }: Item): string {
  return sectionOfItem(profile, choices.sectionOf, id, document?.what ?? null);
}

/** Exhibits in the order in which they are printed: section by section, and in each as somebody put them. */
export function inSections<T extends Item>(
  profile: Profile,
  items: readonly T[],
  choices: BundleChoices,
): readonly T[] {
  const ordered = inBundleOrder(items, choices);
  return profile.sections
    .filter(({ use }) => use === 'items')
    .flatMap(({ id }) => ordered.filter((item) => sectionOf(profile, choices, item) === id));
}

/**
 * What a bundle holds, row by row: its sections, in each what goes in and, marked as such, what does not. `plan` says the pages; null
 * while nobody knows them. The record of the bundle is always in it, the patterns only beside the chronology.
 */
export function contentsRows<T extends Item>(
  profile: Profile,
  items: readonly T[],
  choices: BundleChoices,
  plan: BundlePlan | null,
): readonly ContentsRow<T>[] {
  const ordered = inSections(profile, items, choices);
  const decided = new Map(choices.items.map(({ itemId, isIn }) => [itemId, isIn]));
  const reasons = new Map(plan?.leftOut.map(({ itemId, reason }) => [itemId, reason]));
  const pages = new Map(
    plan?.rows.flatMap(({ kind, key, firstPage }) => (kind === 'document' ? [[key, firstPage]] : [])),
  );
  // A label asks for the heads of sections alone, and there may be thousands of documents.
  const heads = plan === null ? null : { ...plan, rows: plan.rows.filter(({ kind }) => kind === 'section') };
  const labelFor = (key: string): string => {
    const page = pages.get(key);
    return page === undefined || heads === null ? '' : labelOf(heads, page);
  };
  return profile.sections.flatMap((section): readonly ContentsRow<T>[] => {
    const head = sectionRow(section, heads);
    if (section.use !== 'items')
      return [
        head,
        ...typesetKeys(section, choices).map((key): TypesetRow => ({
          kind: 'typeset',
          key,
          label: labelFor(key),
        })),
      ];
    const own = ordered.filter((item) => sectionOf(profile, choices, item) === section.id);
    return [
      head,
      ...own.map((item): ExhibitRow<T> => {
        const decision = decided.get(item.id) ?? null;
        return {
          ...{ kind: 'exhibit', key: item.id, item, sectionId: section.id, decision },
          label: decision === true ? labelFor(item.id) : '',
          leftOut: decision === true ? (reasons.get(item.id) ?? null) : null,
        };
      }),
    ];
  });
}

function typesetKeys({ use }: ProfileSection, { includeChronology }: BundleChoices): readonly TypesetKey[] {
  if (use === 'record') return [recordKey];
  return includeChronology ? [chronologyKey, patternsKey] : [chronologyKey];
}

function sectionRow(section: ProfileSection, plan: BundlePlan | null): SectionRow {
  const found = plan?.rows.find(
    ({ kind, letter, title }) =>
      kind === 'section' &&
      [section.title, section.cy].some((own) => own !== undefined && title === `${letter} ${own}`),
  );
  const empty = { letter: '', first: '', last: '' };
  return {
    ...{ kind: 'section', key: `section ${section.id}`, section },
    ...(plan === null || found === undefined
      ? empty
      : {
          letter: found.letter,
          first: labelOf(plan, found.firstPage),
          last: labelOf(plan, found.lastPage),
        }),
  };
}

/** Where rows are let go: before a row or behind it. */
export interface DropPlace {
  readonly key: string;
  readonly isAfter: boolean;
}

/**
 * The choices with exhibits in another place, and in its section. Above the first section of exhibits counts as its beginning; a
 * place among what Holdfast sets itself is none, and changes nothing.
 */
export function dropRows<T extends Item>(
  profile: Profile,
  choices: BundleChoices,
  rows: readonly ContentsRow<T>[],
  keys: ReadonlySet<string>,
  { key, isAfter }: DropPlace,
): BundleChoices {
  const taken = rows.filter((row) => row.kind === 'exhibit' && keys.has(row.key));
  const rest = rows.filter((row) => !taken.includes(row));
  const at = rest.findIndex((row) => row.key === key);
  if (at === -1 || taken.length === 0) return choices;
  const next = rest[at + (isAfter ? 1 : 0)];
  const before = rest.slice(0, at + (isAfter ? 1 : 0)).findLast((row) => row.kind === 'section');
  const isNext = before?.section.use !== 'items' && next?.kind === 'section';
  const section = isNext ? next.section : before?.section;
  if (section?.use !== 'items') return choices;
  const place = at + (isAfter ? 1 : 0) + (isNext ? 1 : 0);
  const order = [...rest.slice(0, place), ...taken, ...rest.slice(place)];
  const moved = new Set(taken.map((row) => row.key));
  const others = Object.entries(choices.sectionOf).filter(([id]) => !moved.has(id));
  const own = taken.flatMap((row) =>
    row.kind === 'exhibit' && usualSectionOf(profile, row.item.document?.what ?? null) !== section.id
      ? [[row.key, section.id] as const]
      : [],
  );
  return {
    ...moveTo(
      choices,
      order.flatMap((row) => (row.kind === 'exhibit' ? [row.key] : [])),
    ),
    sectionOf: Object.fromEntries([...others, ...own]),
  };
}

/** The choices with an exhibit at the end of a section. */
export function intoSection<T extends Item>(
  profile: Profile,
  choices: BundleChoices,
  rows: readonly ContentsRow<T>[],
  id: string,
  sectionId: string,
): BundleChoices {
  const last = rows.findLast(
    (row) =>
      row.key !== id &&
      ((row.kind === 'section' && row.section.id === sectionId) ||
        (row.kind === 'exhibit' && row.sectionId === sectionId)),
  );
  if (last === undefined) return choices;
  return dropRows(profile, choices, rows, new Set([id]), { key: last.key, isAfter: true });
}

/** The place one before or behind an exhibit's own in its section; null where there is none. */
export function stepPlace<T extends Item>(
  rows: readonly ContentsRow<T>[],
  id: string,
  isLater: boolean,
): DropPlace | null {
  const beside = rows[rows.findIndex(({ key }) => key === id) + (isLater ? 1 : -1)];
  return beside?.kind === 'exhibit' ? { key: beside.key, isAfter: isLater } : null;
}

/** What a bundle will be that goes on behind an earlier one, as far as is known before it is built. */
export interface LateDraft {
  readonly plan: BundlePlan;
  /** Exhibits that follow. */
  readonly added: number;
}

/** `draft`: the plan of all that is chosen, of which the earlier bundle holds some already. `behind`: the page they are inserted behind. */
export function lateDraft(before: BundlePlan, draft: BundlePlan, behind: number | null = null): LateDraft {
  const there = new Set(before.rows.flatMap(({ itemId }) => itemId ?? []));
  const added = draft.rows.filter(({ itemId }) => itemId !== null && !there.has(itemId));
  const documents = added.map(({ key, itemId, exhibitRef, title, date, sheet, firstPage, lastPage }) => ({
    ...{ key, itemId, exhibitRef, title, date },
    ...(sheet === undefined ? {} : { sheet }),
    pages: lastPage - firstPage + 1,
  }));
  const { plan } =
    behind === null
      ? planLate(before, documents, 1, draft.leftOut)
      : planInserted(before, behind, documents, 1, draft.leftOut);
  return { plan, added: documents.length };
}
