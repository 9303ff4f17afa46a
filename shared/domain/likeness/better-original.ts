/** What decides which of two pictures that look the same is nearer to the original. */
export interface OriginalFacts {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly edited: boolean;
  /** It carries EXIF of its own. */
  readonly exif: boolean;
  /** Kept without loss, as phones store screenshots. */
  readonly lossless: boolean;
  /** Sortable text of the date it is filed under, or null. */
  readonly date: string | null;
}

export const originalReasons = [
  'not-edited',
  'whole',
  'larger',
  'exif',
  'lossless',
  'earlier',
  'more-data',
] as const;
export type OriginalReason = (typeof originalReasons)[number];

const weights: Readonly<Record<OriginalReason, number>> = {
  'not-edited': 16,
  whole: 12,
  larger: 8,
  exif: 4,
  lossless: 3,
  earlier: 2,
  'more-data': 1,
};

/** The better original with what speaks for it, or null when nothing does. `cropped` is the one that shows less. */
export function betterOriginal(
  a: OriginalFacts,
  b: OriginalFacts,
  cropped: 'a' | 'b' | null,
): { readonly which: 'a' | 'b'; readonly reasons: readonly OriginalReason[] } | null {
  const forA = reasonsFor(a, b, cropped === 'b');
  const forB = reasonsFor(b, a, cropped === 'a');
  const sum = (reasons: readonly OriginalReason[]): number =>
    reasons.reduce((total, reason) => total + weights[reason], 0);
  if (sum(forA) === sum(forB)) return null;
  return sum(forA) > sum(forB) ? { which: 'a', reasons: forA } : { which: 'b', reasons: forB };
}

function reasonsFor(one: OriginalFacts, other: OriginalFacts, showsMore: boolean): readonly OriginalReason[] {
  const holds: Readonly<Record<OriginalReason, boolean>> = {
    'not-edited': !one.edited && other.edited,
    whole: showsMore,
    larger: one.width > other.width,
    exif: one.exif && !other.exif,
    lossless: one.lossless && !other.lossless,
    earlier: one.date !== null && other.date !== null && one.date < other.date,
    'more-data': one.bytes > other.bytes,
  };
  return originalReasons.filter((reason) => holds[reason]);
}
