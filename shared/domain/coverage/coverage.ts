import type { Law } from '../../models/law';

/** Entries that speak to an element: how many, on how many different days, and which. */
export interface Support {
  readonly entries: number;
  readonly days: number;
}
export const noSupport: Support = { entries: 0, days: 0 };

export interface ElementCoverage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly entries: number;
  readonly days: number;
  /** Has as many entries, on as many days, as the element asks for. Never: is made out. */
  readonly state: 'none' | 'some' | 'enough';
}

export interface OffenceCoverage {
  readonly id: string;
  readonly title: string;
  readonly kind: 'harassment' | 'stalking';
  readonly note: string;
  /** Each needs one of its elements. */
  readonly needs: readonly {
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
    elements: elements.map((element): ElementCoverage => {
      const { entries, days } = support.get(element.id) ?? noSupport;
      const enough = entries >= element.atLeast && days >= element.atLeast;
      return {
        id: element.id,
        title: element.title,
        text: element.text,
        source: element.source,
        entries,
        days,
        state: enough ? 'enough' : entries > 0 ? 'some' : 'none',
      };
    }),
  }));
  const byId = new Map(groups.flatMap(({ elements }) => elements.map((each) => [each.id, each] as const)));
  return {
    groups,
    offences: law.offences.map(({ needs, ...offence }) => ({
      ...offence,
      needs: needs.map((ids) => {
        const elements = ids.flatMap((id) => byId.get(id) ?? []);
        const states = elements.map(({ state }) => state);
        return {
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
