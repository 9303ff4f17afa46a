import { addDays } from '../working-days';
import type { LetterBlock } from '../../../records/letter';
import { counted } from '../../counts';
import { heading, row, text } from './blocks';
import { actsOf, entriesWithin } from './build-kit';
import { incidentsOf } from './facts';
import type { Cite, LetterEntry, LetterFacts } from './facts';

const ids = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);

/** How many, from when until when, and how often lately. */
export function patternWords(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const all = incidentsOf(facts);
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return [text('No incident is recorded.')];
  const { today } = facts;
  const lately = entriesWithin(all, addDays(today, -27), today);
  const before = entriesWithin(all, addDays(today, -55), addDays(today, -28));
  return [
    text(
      `The client reports ${counted(all.length, 'incident', 'incidents')}, the first ${first.printedDate}, the latest ${last.printedDate}${cite(ids(all))}.`,
      ids(all),
    ),
    text(
      `In the last 28 days: ${lately.length}${cite(ids(lately))}. In the 28 days before: ${before.length}${cite(ids(before))}.`,
      ids([...lately, ...before]),
    ),
  ];
}

/** Entries shown one by one: the newest, as many as are read before a first decision. */
const mostShown = 40;

/** What happened, as the client reports it, the newest first. */
export function incidentsTable(facts: LetterFacts, what: string): readonly LetterBlock[] {
  const entries = incidentsOf(facts);
  if (entries.length === 0) return [];
  const newest = [...entries].reverse().slice(0, mostShown);
  const more = entries.length - newest.length;
  return [
    heading(what),
    row(['When', 'What the client reports', 'Acts', 'Exhibits']),
    ...newest.map((each) =>
      row(
        [
          each.printedDate,
          reportedWords(each),
          actsOf(facts.law, each),
          each.exhibits.map(({ exhibitRef }) => exhibitRef).join(', '),
        ],
        [each.id],
      ),
    ),
    ...(more > 0
      ? [text(`${counted(more, 'earlier incident is', 'earlier incidents are')} in the chronology.`)]
      : []),
  ];
}

function reportedWords({ title, description, quote, messageText }: LetterEntry): string {
  const long = description.trim().slice(0, 400);
  return [title, long, quote === '' ? '' : `“${quote.slice(0, 300)}”`, messageText]
    .filter((each) => each !== '')
    .join('. ');
}

/** Entries that say what it did to the client, that the client feared violence, or that something was threatened. */
export function effectWords(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const all = incidentsOf(facts);
  const lines: readonly (readonly [string, readonly LetterEntry[]])[] = [
    ['Entries in which the client says that violence was feared', all.filter(({ fear }) => fear === true)],
    ['Entries with a threat', all.filter(({ threat }) => threat !== null)],
    ['Entries that say what it did to the client', all.filter(({ effect }) => effect.trim() !== '')],
    [
      'Entries that say what the client does differently since',
      all.filter(({ changes }) => changes.trim() !== ''),
    ],
  ];
  return lines.map(([words, of]) => text(`${words}: ${of.length}${cite(ids(of))}.`, ids(of)));
}
