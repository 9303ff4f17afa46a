import type { Law, LawElement, OffenceKind } from '../../models/law';

/** Entries that speak to an element: how many, and on how many different days. */
export interface Support {
  readonly entries: number;
  readonly days: number;
  /** Occasions of the conduct, where there may be more than entries: one may stand for many calls. */
  readonly occasions?: number;
  /** So many more there may be: of these calls and messages nobody has said which way they went, or how many they were. */
  readonly perhaps?: number;
}
export const noSupport: Support = { entries: 0, days: 0 };

export interface ElementCoverage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly entries: number;
  readonly days: number;
  readonly occasions: number;
  readonly perhaps: number;
  /** What the element asks for where one occasion is not enough, to end a sentence. */
  readonly asks: string | null;
  /** Has as many occasions as the element asks for, on one day or on several. Never: is made out. */
  readonly state: 'none' | 'some' | 'enough';
}

export interface OffenceCoverage {
  readonly id: string;
  readonly title: string;
  readonly kind: OffenceKind;
  readonly note: string;
  readonly mode: string;
  readonly maximum: string;
  readonly inForceFrom: string;
  readonly notRetrospective: boolean;
  readonly doubt: string | null;
  /** Each needs one of its elements. */
  readonly needs: readonly {
    /** The group, where any of all of its elements will do. */
    readonly group: { readonly title: string; readonly source: string } | null;
    readonly elements: readonly ElementCoverage[];
    readonly state: ElementCoverage['state'];
  }[];
}

export interface Coverage {
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    readonly elements: readonly ElementCoverage[];
  }[];
  readonly offences: readonly OffenceCoverage[];
}

/** What the entries speak to, element by element and offence by offence. Coverage, never a score and never a finding. */
export function coverageOf(law: Law, support: ReadonlyMap<string, Support>): Coverage {
  const groups = law.groups.map(({ id, title, source, elements }) => ({
    id,
    title,
    source,
    elements: elements.map((element) => elementOf(element, support.get(element.id) ?? noSupport)),
  }));
  const byId = new Map(groups.flatMap(({ elements }) => elements.map((each) => [each.id, each] as const)));
  return {
    groups,
    offences: law.offences.map(({ elements: needed, code, section, name, ...offence }) => ({
      ...offence,
      id: code,
      title: `${name}, ${section}`,
      needs: needed.map((ids) => {
        const elements = ids.flatMap((id) => byId.get(id) ?? []);
        const states = elements.map(({ state }) => state);
        return {
          group: groups.find((group) => isAllOf(group.elements, ids)) ?? null,
          elements,
          state: states.includes('enough')
            ? ('enough' as const)
            : states.includes('some')
              ? ('some' as const)
              : ('none' as const),
        };
      }),
    })),
  };
}

function elementOf(element: LawElement, support: Support): ElementCoverage {
  const { id, title, text, source, atLeast, asks = null, counts } = element;
  const { entries, days, perhaps = 0 } = support;
  // Only conduct is told of by the calls and messages an entry stands for; fear, say, by the entry itself.
  const isConduct = counts === 'conduct';
  const occasions = isConduct ? Math.max(entries, support.occasions ?? 0) : entries;
  return {
    id,
    title,
    text,
    source,
    entries,
    days,
    occasions,
    perhaps: isConduct ? perhaps : 0,
    asks,
    state: entries === 0 ? 'none' : occasions >= atLeast ? 'enough' : 'some',
  };
}

function isAllOf(elements: readonly ElementCoverage[], ids: readonly string[]): boolean {
  return (
    elements.length > 1 && elements.length === ids.length && elements.every(({ id }) => ids.includes(id))
  );
}
