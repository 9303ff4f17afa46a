import type { Seeded } from '../helpers/seeded';
import { nothingMore } from '../../shared/domain/entry-content';
import { behaviours, channels } from '../../shared/models/chronology';
import type { NewEntry } from '../../shared/models/chronology';

export const two = (value: number): string => String(value).padStart(2, '0');
const syllables = [
  'ba',
  'ko',
  'li',
  'men',
  'tor',
  'sa',
  'ri',
  'den',
  'vo',
  'pel',
  'ma',
  'gu',
  'sten',
  'il',
  'or',
] as const;
const usual =
  'he she her him they was were at the in on to from and with outside inside again called texted waited followed watched stood sat drove left came went asked said shouted phone house work school station shop car door window garden street morning evening night flowers letter message voicemail photo police friend mother neighbour blocked number name new old'.split(
    ' ',
  );

/** Words as people use them: a few all the time, thousands now and then. */
export function wordsFrom(random: Seeded): (count: number) => string {
  const rare = Array.from({ length: 4000 }, () =>
    Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join(''),
  );
  const one = (): string => {
    if (random.below(4) > 0) return usual[random.below(usual.length)] ?? 'he';
    // Squared, so that the first are more frequent than the last.
    return rare[Math.floor(random.next() ** 2 * rare.length)] ?? 'he';
  };
  return (count) => Array.from({ length: count }, one).join(' ');
}

/** Entries as people write them, the same in every run. */
export function entriesFrom(random: Seeded): () => NewEntry {
  const words = wordsFrom(random);
  return () => {
    const day = `${2020 + random.below(7)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
    const rough = random.below(10) === 0;
    return {
      ...nothingMore,
      edtf: rough ? `${day}~` : day,
      time: rough
        ? null
        : { from: `${two(random.below(24))}:${two(random.below(60))}`, to: null, precision: 'minute' },
      title: words(5),
      description: words(24),
      quote: random.below(3) === 0 ? words(6) : '',
      behaviours: [random.pick(behaviours)],
      channel: random.pick(channels),
      place: words(2),
      dateSource: 'the client’s account',
      kind: random.below(40) === 0 ? 'event' : 'incident',
    };
  };
}
