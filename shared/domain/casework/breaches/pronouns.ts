import type { EntryFacts } from './read-entry';

/*
 * Terms and entries are read by the words for a woman who is protected and a man who is bound, because most are. What is written of
 * others is put into those words first, so that each rule is said once. Nothing of this is shown: what was written stays as it is.
 */

type Swap = Readonly<Record<string, string>>;

const otherWay: Swap = {
  ...{ he: 'she', him: 'her', his: 'her', himself: 'herself' },
  ...{ she: 'he', her: 'his', hers: 'his', herself: 'himself' },
};
/** Both are men, or both are women, or neither is called either. */
const ofHim: Swap = { him: 'her', his: 'her' };
const byHer: Swap = { she: 'he', herself: 'himself' };
const ofThem: Swap = { they: 'he', them: 'her', their: 'her', theirs: 'hers' };

function swapped(text: string, swap: Swap): string {
  // What is "his own" is of him who does something.
  const words = swap === ofHim ? /his own|[\p{L}']+/giu : /[\p{L}']+/gu;
  return text.replaceAll(words, (word) => swap[word.toLowerCase()] ?? word);
}

const patterns = new Map<string, RegExp>();
function has(text: string, ...words: readonly string[]): boolean {
  const all = words.join('|');
  const pattern = patterns.get(all) ?? new RegExp(`(?<![\\p{L}])(?:${all})(?![\\p{L}])`, 'iu');
  patterns.set(all, pattern);
  return pattern.test(text);
}

const female = ['she', 'her', 'hers'];
/** Places and people that a term keeps somebody away from. */
const his =
  /(?<![\p{L}])(?:to|near|of|from|enter|attend|outside|at|into|past|contact|approach|follow|with) his (?:home|house|flat|address|place|work|workplace|school|college|street|road|gym|parents?|mother|father|mum|dad|family|children|partner|car|vehicle|employer|premises|property)/iu;

/** Whether a term protects somebody it calls him. Whom it binds is hardly ever called so: a term begins with what not to do. */
function protectsHim(term: string): boolean {
  if (has(term, ...female)) return false;
  return has(term, 'him') || his.test(term) || /where he (?:may|is|works|lives|might)/iu.test(term);
}

const byHerToMe = (all: string): boolean => has(all, ...female) && !has(all, 'he', 'him', 'his');

/** How words may be turned that cannot all be about a woman and a man. */
function swapFor(all: string): Swap | null {
  if (has(all, 'she') && has(all, 'him', 'his') && !has(all, 'he')) return otherWay;
  if (!has(all, ...female) && has(all, 'him', 'his')) return ofHim;
  const isOfThem = has(all, 'they', 'them', 'their') && !has(all, ...female, 'he', 'him', 'his');
  return isOfThem ? ofThem : null;
}

/** The client writes herself, outside of what is quoted. */
function isFirstPerson(all: string): boolean {
  return has(all.replace(/["“][^"”]*["”]|(?<!\p{L})['‘][^'’]*['’](?!\p{L})/gu, ' '), 'i', 'me', 'my', 'mine');
}

/** What a term calls whom it protects, if anything. */
export type Voice = 'him' | 'her' | 'neither';
export function voiceOf(term: string): Voice {
  if (protectsHim(term)) return 'him';
  return has(term, ...female) ? 'her' : 'neither';
}

/** A term in the words for a woman who is protected. */
export function termAsOfHer(term: string): string {
  if (protectsHim(term)) return swapped(term, otherWay);
  return has(term, ...female, 'him') ? term : swapped(term, { them: 'her', their: 'her' });
}

/**
 * The ways an entry may be read under a term, the likeliest first: as it is, and with its words turned where they cannot be about a
 * woman by a man. `mayBeBound`: nobody said that it was somebody whom the order does not bind; else nothing is turned but what the term turns.
 */
export function readingsOf(entry: EntryFacts, voice: Voice, mayBeBound: boolean): readonly EntryFacts[] {
  const all = `${entry.title} ${entry.description} ${entry.others}`;
  const turned = (swap: Swap): EntryFacts => ({
    ...entry,
    title: swapped(entry.title, swap),
    description: swapped(entry.description, swap),
    others: swapped(entry.others, swap),
  });
  if (voice === 'him') {
    if (isFirstPerson(all) && !has(all, ...female)) return [entry];
    return [turned(has(all, ...female) ? otherWay : ofHim)];
  }
  if (!mayBeBound) return [entry];
  if (isFirstPerson(all)) return byHerToMe(all) ? [turned(otherWay), entry] : [entry];
  if (has(all, 'she') && !has(all, 'he', 'him', 'his')) return [entry, turned(byHer)];
  if (voice === 'her') return [entry];
  const swap = swapFor(all);
  return swap === null ? [entry] : [entry, turned(swap)];
}
