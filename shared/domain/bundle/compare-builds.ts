import type { Bundle } from '../../models/bundle';

type Build = Pick<Bundle, 'sha256' | 'pages'> & { readonly plan: Pick<Bundle['plan'], 'rows'> };

/** How a bundle that was built before differs from the one on the screen. */
export interface BuildsApart {
  /** Whether one is the other, byte for byte. */
  readonly isSame: boolean;
  /** What only the earlier one shows, and what it does not show: by reference, a document by its title. */
  readonly onlyThere: readonly string[];
  readonly notThere: readonly string[];
}

/** Compares what two builds show. Which of them is newer does not matter. */
export function compareBuilds(there: Build, here: Build): BuildsApart {
  const [theirs, ours] = [shownIn(there), shownIn(here)];
  return {
    isSame: there.sha256 === here.sha256,
    onlyThere: [...theirs].flatMap(([id, name]) => (ours.has(id) ? [] : [name])),
    notThere: [...ours].flatMap(([id, name]) => (theirs.has(id) ? [] : [name])),
  };
}

function shownIn({ plan }: Build): ReadonlyMap<string, string> {
  return new Map(
    plan.rows.flatMap(({ itemId, exhibitRef, title }) =>
      itemId === null ? [] : [[itemId, exhibitRef ?? title] as const],
    ),
  );
}
