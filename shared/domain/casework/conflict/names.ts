import { distance, folded, sounded } from './fold';
import { otherFirstNames, sameFirstNames } from './first-names';

/** How sure it is that two things are one. */
export type Sure = 'same' | 'similar';

interface Word {
  readonly text: string;
  readonly sound: string;
  /** Numbers of the lines of first names that it stands in; null where it is no common first name. */
  readonly lines: readonly number[] | null;
}

/** A name, made ready once to be compared with many. */
export interface ReadyName {
  readonly words: readonly Word[];
  /** All its words in their order, without the spaces; how it sounds; and with the last word first. */
  readonly whole: string;
  readonly sound: string;
  readonly turned: string;
}

const titles = new Set(
  'mr mrs ms miss mx dr prof sir lady lord rev pc dc ds dcs sgt insp wpc pcso pcso the aka known as'.split(
    ' ',
  ),
);
/** Small words of names that people leave out as often as not. */
const particles = new Set('al el bin ibn bint de del della di da dos van von der den la le y'.split(' '));

const lineNumbers = new Map<string, number[]>();
for (const name of otherFirstNames) lineNumbers.set(name, []);
for (const [number, line] of sameFirstNames.entries())
  for (const name of line) lineNumbers.set(name, [...(lineNumbers.get(name) ?? []), number]);

function wordOf(text: string): Word {
  return { text, sound: sounded(text), lines: lineNumbers.get(text) ?? null };
}

/** Makes a name ready; null where no letter is in it. */
export function readyName(name: string): ReadyName | null {
  const all = folded(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !titles.has(word));
  const full = all.filter((word) => !particles.has(word));
  const texts = full.length >= 2 ? full : all;
  if (texts.length === 0) return null;
  const whole = all.join('');
  const last = all.at(-1) ?? '';
  return {
    words: texts.map(wordOf),
    whole,
    sound: sounded(whole),
    turned: last + all.slice(0, -1).join(''),
  };
}

const isInitial = ({ text }: Word): boolean => text.length === 1;

type Likeness = 'equal' | 'short form' | 'sound' | 'spelling' | 'initial';

/** How a word of one name is like a word of another; null where it is not. */
function likeness(one: Word, other: Word): Likeness | null {
  if (one.text === other.text) return isInitial(one) ? 'initial' : 'equal';
  if (isInitial(one) || isInitial(other)) return one.text[0] === other.text[0] ? 'initial' : null;
  if (one.lines !== null && other.lines !== null)
    // Two first names that everybody knows are two names, and no misspelling of one.
    return one.lines.some((line) => other.lines?.includes(line)) ? 'short form' : null;
  return soundOf(one, other) ?? spellingOf(one, other);
}

function soundOf(one: Word, other: Word): 'sound' | null {
  const isAlike = one.sound === other.sound && one.sound.length >= 3;
  return isAlike ? 'sound' : null;
}

/** One letter may differ in a word of five or more, two in one of eight or more; never the first. */
function spellingOf(one: Word, other: Word): 'spelling' | null {
  const { length } = one.sound.length < other.sound.length ? one.sound : other.sound;
  const most = length >= 8 ? 2 : length >= 5 ? 1 : 0;
  if (most === 0 || one.sound[0] !== other.sound[0]) return null;
  return distance(one.sound, other.sound, most) <= most ? 'spelling' : null;
}

const order: readonly Likeness[] = ['equal', 'short form', 'sound', 'spelling', 'initial'];

/** Each word of the shorter name with one of the longer that it is most like; null where one is left over. */
function paired(shorter: readonly Word[], longer: readonly Word[]): readonly Likeness[] | null {
  const left = [...longer];
  const found: Likeness[] = [];
  // Whole words choose first, so that an initial takes nobody's place.
  for (const word of [...shorter].sort((one, other) => Number(isInitial(one)) - Number(isInitial(other)))) {
    let best = { at: -1, rank: order.length };
    for (const [at, other] of left.entries()) {
      const like = likeness(word, other);
      const rank = like === null ? order.length : order.indexOf(like);
      if (rank < best.rank) best = { at, rank };
    }
    const like = order[best.rank];
    if (like === undefined) return null;
    left.splice(best.at, 1);
    found.push(like);
  }
  return found;
}

/** Whether two names are of one person, as far as names tell. A first name alone, that many have, tells nothing. */
export function compareNames(one: ReadyName, other: ReadyName): Sure | null {
  const [shorter, longer] = one.words.length <= other.words.length ? [one, other] : [other, one];
  if (shorter.words.length === 1) return compareOneWord(shorter, longer);
  const isWritten = one.whole === other.whole || one.turned === other.whole || one.whole === other.turned;
  const pairs = paired(shorter.words, longer.words);
  if (pairs === null) return isWritten || one.sound === other.sound ? 'similar' : null;
  const isEqual = pairs.every((like) => like === 'equal');
  if (isEqual && one.words.length === other.words.length) return 'same';
  const guessed = pairs.filter((like) => like === 'spelling').length;
  const initials = pairs.filter((like) => like === 'initial').length;
  const certain = pairs.length - guessed - initials;
  return certain >= 1 && guessed <= 1 && guessed + initials <= pairs.length - 1 ? 'similar' : null;
}

/** Of two names one of which is a single word: another single word, or one run together. */
function compareOneWord(one: ReadyName, other: ReadyName): Sure | null {
  const [word] = one.words;
  if (word === undefined || word.text.length < 3) return null;
  if (other.words.length > 1) return one.whole === other.whole ? 'similar' : null;
  return word.lines === null && one.whole === other.whole ? 'similar' : null;
}
