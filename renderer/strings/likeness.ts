import type { OriginalReason } from '../../shared/domain/likeness/better-original';
import type { Doubt } from '../../shared/domain/likeness/overlap';
import type { LikeItem, LikePair, LikenessSummary, RunJoin } from '../../shared/models/likeness';
import { counted, printCount } from './counts';
import { printBestDate } from './dates';

const percent = (share: number): string => {
  const value = share * 100;
  return value < 1 ? 'Less than 1 %' : `${Math.round(value)} %`;
};

/** How two pictures differ, in a sentence or two. */
export function differsText({ comparison, a, b }: LikePair): string {
  if (comparison === null) return 'They do not look alike any more.';
  const { differs, spansOfA, cropped, sameScale } = comparison;
  const [small, large] = a.width < b.width ? [a, b] : [b, a];
  const sentences = [
    differs === 0
      ? 'Every row of the picture is the same.'
      : `${percent(differs)} of the rows ${differs < 0.01 ? 'differs' : 'differ'}, in ${counted(spansOfA.length, 'place', 'places')}.`,
    ...(sameScale ? [] : [`${small.exhibitRef} is smaller than ${large.exhibitRef}.`]),
    ...(cropped === null
      ? []
      : [`${(cropped.which === 'a' ? a : b).exhibitRef} lacks a strip at the ${whereCropped(cropped)}.`]),
  ];
  return sentences.join(' ');
}

function whereCropped({ top, bottom }: { readonly top: number; readonly bottom: number }): string {
  if (top > 0.002 && bottom > 0.002) return 'top and foot';
  return top > bottom ? 'top' : 'foot';
}

const reasons: Readonly<Record<OriginalReason, string>> = {
  'not-edited': 'it has no trace of editing',
  whole: 'it shows more',
  larger: 'it is larger',
  exif: 'it carries the camera’s own data (EXIF)',
  lossless: 'it is kept without loss (PNG)',
  earlier: 'its date is earlier',
  'more-data': 'its file holds more',
};

/** Which is nearer to the original and why, or null when nothing tells them apart. */
export function betterText({ better, a, b }: LikePair): string | null {
  if (better === null) return null;
  const words = better.reasons.map((reason) => reasons[reason]);
  const last = words.at(-1) ?? '';
  const list = words.length < 2 ? last : `${words.slice(0, -1).join(', ')}, and ${last}`;
  return `${better.which === 'a' ? a.exhibitRef : b.exhibitRef} looks like the better original: ${list}.`;
}

const doubtWords: Readonly<Record<Doubt, string>> = {
  little: 'They have only a little in common. The same message may have been sent twice.',
  repeats: 'What they have in common comes more than once, so they would fit in more than one way.',
  differs: 'Beside what they have in common, something is not the same.',
};
export function doubtText(doubt: Doubt): string {
  return doubtWords[doubt];
}

/** What stands between two pieces. `by` is how many rows are skipped (above 0) or shown twice (below 0) by the cuts. */
export function joinText(join: RunJoin, upper: string, lower: string, by: number): string {
  if (join.kind === 'gap') return `${upper} and ${lower} do not overlap: something may be missing between.`;
  if (join.kind === 'width')
    return `${upper} and ${lower} are not equally wide, so they cannot be compared. Something may be missing between.`;
  if (by > 0) return `${counted(by, 'row is', 'rows are')} left out between ${upper} and ${lower}.`;
  if (by < 0) return `${counted(-by, 'row is', 'rows are')} shown twice, in ${upper} and ${lower}.`;
  const overlap = `Both show the same ${counted(join.bottom - join.top, 'row', 'rows')}.`;
  return join.doubt === null ? overlap : `${overlap} ${doubtWords[join.doubt]}`;
}

/** `28 Jun 2026, 21:04`, and where on the picture. */
export function placeText(item: LikeItem, row: number): string {
  const at = Math.max(0, Math.min(item.height - 1, Math.floor(row)));
  return `${item.exhibitRef}, row ${printCount(at + 1)} of ${printCount(item.height)}, ${item.fileName}, ${printBestDate(item.bestDate)}`;
}

/** What there is to look at, for a notice; null when there is nothing. */
export function foundText({ pairs, conversations }: LikenessSummary): string | null {
  const parts: string[] = [];
  if (pairs > 0) parts.push(counted(pairs, 'pair of pictures looks alike', 'pairs of pictures look alike'));
  if (conversations > 0)
    parts.push(counted(conversations, 'conversation can be joined', 'conversations can be joined'));
  return parts.length === 0 ? null : `${parts.join(', and ')}.`;
}

/** How far the looking is. */
export function comparedText({ pictures, compared, notComparable }: LikenessSummary): string {
  if (pictures === 0) return 'There is no picture in this case yet.';
  const all = `${printCount(compared)} of ${counted(pictures, 'picture', 'pictures')} compared`;
  return notComparable === 0 ? `${all}.` : `${all}; ${printCount(notComparable)} cannot be.`;
}

/** A title for joined screenshots that a person may change. */
export function runTitle(refs: readonly string[]): string {
  const [first, last] = [refs[0] ?? '', refs.at(-1) ?? ''];
  return refs.length < 2 ? `Conversation, ${first}` : `Conversation, ${first} to ${last}`;
}

/** What the lists beside pairs and conversations hold. */
export const likeLists = {
  toJoin: 'Can be joined',
  joined: 'Joined',
  toDecide: 'To decide',
  decided: 'Decided',
} as const;
