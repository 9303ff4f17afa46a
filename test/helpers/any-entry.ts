import fc from 'fast-check';
import { nothingMore } from '../../shared/domain/entry-content';
import {
  behaviours,
  channels,
  recordedWhens,
  threatKinds,
  timePrecisions,
  willingness,
} from '../../shared/models/chronology';
import type { EntryTime, NewEntry } from '../../shared/models/chronology';

const two = (n: number): string => String(n).padStart(2, '0');
const point = fc
  .record({
    y: fc.integer({ min: 1900, max: 2099 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
    form: fc.constantFrom('day', 'month', 'year', 'x-day', 'x-month', 'decade', 'season'),
    mark: fc.constantFrom('', '?', '~', '%'),
  })
  .map(({ y, m, d, form, mark }) => {
    const text = {
      day: `${y}-${two(m)}-${two(d)}`,
      month: `${y}-${two(m)}`,
      year: `${y}`,
      'x-day': `${y}-${two(m)}-XX`,
      'x-month': `${y}-XX-XX`,
      decade: `${String(y).slice(0, 3)}X`,
      season: `${y}-${21 + (m % 4)}`,
    }[form];
    return { text: `${text}${mark}`, y };
  });
/** Any EDTF value of levels 0 and 1 that names a year of this or the last century. */
export const anyEdtf = fc.oneof(
  point.map(({ text }) => text),
  fc.tuple(point, point).map(([a, b]) => (a.y + 1 < b.y ? `${a.text}/${b.text}` : a.text)),
  point.map(({ text }) => `${text}/..`),
  point.map(({ text }) => `${text}/`),
  point.map(({ text }) => `../${text}`),
);

const clock = fc
  .record({ h: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }) })
  .map(({ h, m }) => `${two(h)}:${two(m)}`);

export const anyTime: fc.Arbitrary<EntryTime | null> = fc.option(
  fc.record({
    from: clock,
    to: fc.option(clock, { nil: null }),
    precision: fc.constantFrom(...timePrecisions),
  }),
  { nil: null },
);

/** Text as it is typed: lines, quotes, commas, tabs, accents, right-to-left letters, what a spreadsheet takes for a formula. */
const words = fc
  .array(
    fc.constantFrom(
      'door',
      'café',
      'he said "no"',
      'a,b',
      'two\nlines',
      '=1+1',
      '-5',
      '@x',
      'שלום',
      'naïve',
      "it's",
      '+44',
      'tab\tthere',
      '0012',
      'x;y',
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(' ').trim());
const answer = fc.option(fc.boolean(), { nil: null });

/** Any entry that is linked to nothing stored. */
export const anyEntry: fc.Arbitrary<NewEntry> = fc
  .record({
    edtf: anyEdtf,
    time: anyTime,
    kind: fc.constantFrom('incident' as const, 'event' as const),
    title: words.map((text) => `T ${text}`.trim()),
    description: words,
    quote: words,
    comment: words,
    behaviours: fc.subarray([...behaviours]),
    marks: fc.subarray(['four.fixated', 'four.unwanted', 'knows']),
    channel: fc.option(fc.constantFrom(...channels), { nil: null }),
    place: words.map((text) => text.replace(/\s+/gu, ' ')),
    dateSource: fc.constantFrom('', 'the client’s account'),
    reported: fc.option(
      fc.record({
        date: fc.constantFrom(null, '2026-03-04', '2026-03~'),
        reference: fc.constantFrom('', 'CAD 0214'),
        response: words,
        how: fc.constantFrom('', 'by phone'),
        officer: fc.constantFrom('', 'PC 114'),
        crimeNumber: fc.constantFrom('', '42/0017'),
      }),
      { nil: null },
    ),
    recordedWhen: fc.option(fc.constantFrom(...recordedWhens), { nil: null }),
    actor: fc.option(
      fc.record({ certainty: fc.constantFrom('named' as const, 'suspected' as const), why: words }),
      { nil: null },
    ),
    others: words,
    vehicle: words,
    witnesses: fc.array(
      fc.record({
        name: fc.constantFrom('A. Neighbour', 'O’Neill; J'),
        contact: fc.constantFrom('', '0161 496 0000'),
        statement: fc.constantFrom(...willingness),
      }),
      { maxLength: 2 },
    ),
    effect: words,
    changes: words,
    fear: answer,
    threat: fc.option(fc.constantFrom(...threatKinds), { nil: null }),
    childrenPresent: answer,
    safetyAction: words,
    attempts: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }),
    firstTime: answer,
  })
  .map((entry) => ({ ...nothingMore, ...entry }))
  // Somebody may have said that it was not reported, but never beside a report.
  .chain((entry) =>
    entry.reported === null
      ? fc.constantFrom<NewEntry>(entry, { ...entry, unreported: true })
      : fc.constant<NewEntry>(entry),
  );
