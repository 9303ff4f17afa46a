import { comparePictures } from './compare-pictures';
import type { Comparison } from './compare-pictures';
import { joinInOrder } from './joins';
import type { JoinedPieces, Picture } from './joins';
import { findOverlap } from './overlap';
import type { Overlap } from './overlap';
import { contrastOf, rowsDiffer } from './descriptor';
import type { Descriptor } from './descriptor';

/** An overlap found between two pictures of a list. */
export interface Link {
  readonly upper: string;
  readonly lower: string;
  readonly overlap: Overlap;
}

export interface Screenshot extends Picture {
  /** Milliseconds of the time it is filed under, or null when its day or time is not known. */
  readonly time: number | null;
}

/** Why a picture that belongs to a conversation is no piece of it. */
export interface LeftOut {
  readonly id: string;
  /**
   * `copy`: it looks the same as `of`. `nothing-new`: the pieces show all of it. `differs`: it shows the same part as `of`,
   * but not the same there, which somebody should look at.
   */
  readonly why: 'copy' | 'nothing-new' | 'differs';
  readonly of: string | null;
}

/** A picture that overlaps only in doubt: a person may add it. */
export interface Perhaps {
  readonly id: string;
  readonly of: string;
  readonly where: 'above' | 'below';
  readonly doubt: NonNullable<Overlap['doubt']>;
}

/** Screenshots that a person may join. */
export interface Conversation extends JoinedPieces {
  readonly leftOut: readonly LeftOut[];
  readonly perhaps: readonly Perhaps[];
  /** Overlaps contradict each other: the order may be another one. */
  readonly orderInDoubt: boolean;
}

/** Rows within which two ways to the same place agree. */
const samePlace = 8;
/** Screenshots of one conversation are seldom made further apart, in milliseconds. */
const sameSitting = 30 * 60_000;

/**
 * Puts screenshots in order. Overlaps without a doubt bring pictures together, and those of few lines where the same name
 * stands at the top (the join keeps its doubt); their offsets give each its place.
 * Two such groups that have the same header and were made in one sitting are put one after the other, with a gap between.
 * `copies` names for each picture that looks the same as another the one to be used in its stead.
 */
export function findConversations(
  screenshots: readonly Screenshot[],
  links: readonly Link[],
  copies: ReadonlyMap<string, string>,
): readonly Conversation[] {
  const byId = new Map(screenshots.map((each) => [each.id, each]));
  const original = (id: string): string => copies.get(id) ?? id;
  const usable = links
    .filter(({ upper, lower }) => byId.has(upper) && byId.has(lower))
    .filter(({ upper, lower }) => original(upper) === upper && original(lower) === lower);
  const sure = usable
    .filter(({ upper, lower, overlap: { doubt } }) => {
      if (doubt !== 'little') return doubt === null;
      const [one, other] = [byId.get(upper), byId.get(lower)];
      return (
        one !== undefined &&
        other !== undefined &&
        sameHeader(one.prepared.descriptor, other.prepared.descriptor)
      );
    })
    .sort(
      (a, b) =>
        Number(a.overlap.doubt !== null) - Number(b.overlap.doubt !== null) ||
        b.overlap.rows - a.overlap.rows ||
        compare(a.upper + a.lower, b.upper + b.lower),
    );
  const groups = placeGroups(sure);
  const chains = inSittings(groups, screenshots, copies);
  const overlaps = new Map(usable.map((link) => [`${link.upper} ${link.lower}`, link.overlap]));
  return chains.map((chain) => describe(chain, { byId, copies, usable, overlaps }));
}

interface Group {
  /** Ids from the top of the conversation to its end. */
  readonly order: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly inDoubt: boolean;
}

/** Groups of two or more, each picture at its place: along the strongest links first, the others must agree. */
function placeGroups(sure: readonly Link[]): readonly Group[] {
  const groupOf = new Map<string, Map<string, number>>();
  const doubtful = new Set<Map<string, number>>();
  for (const { upper, lower, overlap } of sure) {
    const one = groupOf.get(upper) ?? new Map([[upper, 0]]);
    const other = groupOf.get(lower) ?? new Map([[lower, 0]]);
    groupOf.set(upper, one);
    groupOf.set(lower, other);
    const by = (one.get(upper) ?? 0) + overlap.offset - (other.get(lower) ?? 0);
    if (one === other) {
      if (Math.abs(by) > samePlace) doubtful.add(one);
      continue;
    }
    for (const [id, place] of other) {
      one.set(id, place + by);
      groupOf.set(id, one);
    }
    if (doubtful.has(other)) doubtful.add(one);
  }
  return [...new Set(groupOf.values())].map((places) => ({
    places,
    order: [...places].sort((a, b) => a[1] - b[1] || compare(a[0], b[0])).map(([id]) => id),
    inDoubt: doubtful.has(places),
  }));
}

/** Groups, and pictures that overlap with none, one after the other where header and time say that they belong together. */
function inSittings(
  groups: readonly Group[],
  screenshots: readonly Screenshot[],
  copies: ReadonlyMap<string, string>,
): readonly (readonly Group[])[] {
  const byId = new Map(screenshots.map((each) => [each.id, each]));
  const placed = new Set(groups.flatMap(({ order }) => order));
  const alone = screenshots
    .filter(({ id, time }) => !placed.has(id) && !copies.has(id) && time !== null)
    .map(({ id }): Group => ({ order: [id], places: new Map([[id, 0]]), inDoubt: false }));
  const timeOf = (id: string | undefined): number | null =>
    id === undefined ? null : (byId.get(id)?.time ?? null);
  const dated = [...groups, ...alone]
    .filter(({ order }) => order.every((id) => timeOf(id) !== null))
    .sort((a, b) => (timeOf(a.order[0]) ?? 0) - (timeOf(b.order[0]) ?? 0));
  const chains: Group[][] = [];
  for (const group of dated) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    // Pictures that overlap with nothing are compared only beside a group.
    const near = group.order.length > 1 || chain?.some(({ order }) => order.length > 1) === true;
    if (chain !== undefined && last !== undefined && near && follows(last, group)) chain.push(group);
    else chains.push([group]);
  }
  const undated = groups.filter((group) => !dated.includes(group)).map((group) => [group]);
  return [...chains, ...undated].filter((chain) => chain.some(({ order }) => order.length > 1));

  function follows(before: Group, after: Group): boolean {
    const [end, start] = [before.order.at(-1), after.order[0]];
    const [from, to] = [timeOf(end), timeOf(start)];
    if (end === undefined || start === undefined || from === null || to === null) return false;
    if (to < from || to - from > sameSitting) return false;
    const [one, other] = [byId.get(end), byId.get(start)];
    return (
      one !== undefined &&
      other !== undefined &&
      sameHeader(one.prepared.descriptor, other.prepared.descriptor)
    );
  }
}

/** Parts of the height: the status bar, whose clock goes on, and where the header of an app ends at the latest. */
const header = { from: 0.05, to: 0.1 };

/** The name at the top of the conversation, to the pixel but for compression; nothing there is no name. */
export function sameHeader(a: Descriptor, b: Descriptor): boolean {
  if (a.width !== b.width || a.height !== b.height) return false;
  let filled = 0;
  for (let y = Math.round(a.height * header.from); y < a.height * header.to; y += 1) {
    if (rowsDiffer(a.rows, y, b.rows, y, 6)) return false;
    if (contrastOf(a.rows, y) >= 8) filled += 1;
  }
  return filled >= a.height * 0.01;
}

function sameButForTheClock(one: Screenshot, other: Screenshot): boolean {
  const { descriptor } = one.prepared;
  const found = comparePictures(descriptor, other.prepared.descriptor);
  return found !== null && showsTheSame(found, descriptor.height);
}

/** Nothing differs below the status bar, whose clock goes on. */
export function showsTheSame({ spansOfA, cropped }: Comparison, height: number): boolean {
  return cropped === null && spansOfA.every(({ bottom }) => bottom <= height * header.from);
}

/** Rows a picture must add to be a piece. */
const leastNew = 8;

function describe(
  chain: readonly Group[],
  {
    byId,
    copies,
    usable,
    overlaps,
  }: {
    readonly byId: ReadonlyMap<string, Screenshot>;
    readonly copies: ReadonlyMap<string, string>;
    readonly usable: readonly Link[];
    readonly overlaps: ReadonlyMap<string, Overlap>;
  },
): Conversation {
  const parts = chain.map((group) => piecesOf(group, byId));
  const used = parts.flatMap((part) => part.used);
  const leftOut = parts.flatMap((part) => part.leftOut);
  const inRun = new Set([...used, ...leftOut].map(({ id }) => id));
  for (const [copy, of] of copies) if (inRun.has(of)) leftOut.push({ id: copy, why: 'copy', of });
  const known = new Set([...inRun, ...leftOut.map(({ id }) => id)]);
  const joined = joinInOrder(
    used,
    (upper, lower) => overlaps.get(`${upper.id} ${lower.id}`) ?? findOverlap(upper.prepared, lower.prepared),
  );
  return {
    ...joined,
    leftOut,
    perhaps: perhapsBeside(known, usable),
    orderInDoubt: chain.some(({ inDoubt }) => inDoubt),
  };
}

/** The pictures of a group, from its top, that show something new, and those that do not. */
function piecesOf(
  { order, places }: Group,
  byId: ReadonlyMap<string, Screenshot>,
): { readonly used: readonly Screenshot[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const used: Screenshot[] = [];
  let end = -Infinity;
  let last: { readonly screenshot: Screenshot; readonly place: number } | null = null;
  for (const id of order) {
    const screenshot = byId.get(id);
    if (screenshot === undefined) continue;
    const place = places.get(id) ?? 0;
    const bottom = place + screenshot.prepared.descriptor.height;
    if (bottom < end + leastNew) {
      const same = last !== null && Math.abs(place - last.place) <= samePlace ? last.screenshot : null;
      leftOut.push({ id, why: whyLeftOut(screenshot, same), of: same?.id ?? null });
      continue;
    }
    end = bottom;
    last = { screenshot, place };
    used.push(screenshot);
  }
  return { used, leftOut };
}

/** `same`: the piece that shows the same part, if one does. */
function whyLeftOut(screenshot: Screenshot, same: Screenshot | null): LeftOut['why'] {
  if (same === null) return 'nothing-new';
  return sameButForTheClock(same, screenshot) ? 'copy' : 'differs';
}

/** Pictures that overlap in doubt with one that is known here, each once. */
function perhapsBeside(known: ReadonlySet<string>, usable: readonly Link[]): readonly Perhaps[] {
  const perhaps = usable.flatMap(({ upper, lower, overlap: { doubt } }): Perhaps[] => {
    if (doubt === null || known.has(upper) === known.has(lower)) return [];
    return known.has(upper)
      ? [{ id: lower, of: upper, where: 'below', doubt }]
      : [{ id: upper, of: lower, where: 'above', doubt }];
  });
  return perhaps.filter(({ id }, index) => perhaps.findIndex((each) => each.id === id) === index);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
