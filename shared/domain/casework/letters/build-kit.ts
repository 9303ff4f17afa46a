import type { LetterBlock, LetterReader, LetterSort } from '../../../records/letter';
import type { Law } from '../../../models/law';
import { actLabel, inOrder } from '../../law/act-words';
import type { Behaviour } from '../../../models/chronology';
import { dateWords } from '../../../records/words/date-words';
import { counted } from '../../counts';
import { heading, row, text } from './blocks';
import { citeNames } from './facts';
import type { Cite, LetterEntry, LetterFacts } from './facts';

/** What a letter is asked to be about. */
export interface LetterAsk {
  readonly reader: LetterReader;
  readonly reportId: string | null;
  readonly eventId: string | null;
}

/** A letter as the case fills it. `refused`: why it is not made, in words; then it has no blocks. */
export interface Built {
  readonly sort: LetterSort;
  readonly title: string;
  readonly to: string;
  readonly blocks: readonly LetterBlock[];
  readonly refused: string | null;
}

export type Builder = (facts: LetterFacts, ask: LetterAsk) => Built;

export const refusal = (sort: LetterSort, title: string, why: string): Built => ({
  ...{ sort, title, to: '', blocks: [], refused: why },
});

/** To whom a letter goes, in a line. */
export function addressee({ details, law }: LetterFacts, reader: LetterReader): string {
  const { force, jurisdiction } = details;
  switch (reader) {
    case 'force':
      return force === '' ? 'The police' : force;
    case 'prosecutor':
      return jurisdiction === null ? 'The prosecutor' : law.prosecutor;
    case 'commissioner':
      return force === ''
        ? 'The police and crime commissioner'
        : `The police and crime commissioner, ${force}`;
    case 'marac':
      return 'MARAC';
    case 'court':
      return 'The court';
    case 'client':
    case 'agency':
    case 'own':
      return '';
  }
}

/** Who wrote it, when and about which case; the reference of the office, so that no name stands in a head. */
export function head(facts: LetterFacts, to: string): readonly LetterBlock[] {
  const { office, today, reference } = facts;
  return [
    text(`${office}, ${dateWords(today)}. Our reference: ${reference}.${to === '' ? '' : ` To: ${to}.`}`),
  ];
}

/** How the words of this paper are to be read. */
export const howToRead = text(
  'This paper states what is recorded in the file of this office. What is called “not recorded” is not written down there; whether it was done is not said. Conduct is told as the client reports it. Each figure names in brackets what it counts.',
);

/** Whether an entry names an act of the Act. */
export const hasActs = ({ behaviours: acts }: Pick<LetterEntry, 'behaviours'>): boolean => acts.length > 0;

export interface ActCount {
  readonly act: Behaviour;
  readonly entries: readonly LetterEntry[];
}

/** The acts that entries name, in the order of the Act, each with its entries. */
export function actsIn(law: Law, entries: readonly LetterEntry[]): readonly ActCount[] {
  const named = entries.flatMap(({ behaviours }) => behaviours);
  return inOrder(law, [...new Set(named)]).map((act) => ({
    act,
    entries: entries.filter(({ behaviours }) => behaviours.includes(act)),
  }));
}

/** `(b) contacting, 3 entries; (e) loitering, 1 entry`. */
export function actsLine(law: Law, entries: readonly LetterEntry[]): string {
  return actsIn(law, entries)
    .map(({ act, entries: of }) => `${actLabel(law, act)}, ${counted(of.length, 'entry', 'entries')}`)
    .join('; ');
}

/** The acts of one entry. */
export function actsOf(law: Law, entry: LetterEntry): string {
  return actsIn(law, [entry])
    .map(({ act }) => actLabel(law, act))
    .join('; ');
}

/** A table of acts in the words of the Act, with how often, since when and until when. */
export function actsTable(law: Law, entries: readonly LetterEntry[], cite: Cite): readonly LetterBlock[] {
  const acts = actsIn(law, entries);
  if (acts.length === 0) return [text('No entry is marked with an act of the Act.')];
  return [
    row(['Act, in the words of the Act', 'Entries', 'First', 'Latest', 'Which']),
    ...acts.map(({ act, entries: of }) => {
      const found = law.acts.find(({ code }) => code === act);
      const ids = of.map(({ id }) => id);
      return row(
        [
          [found?.label ?? '', found?.text ?? act].filter((each) => each !== '').join(' '),
          String(of.length),
          of[0]?.printedDate ?? '',
          of.at(-1)?.printedDate ?? '',
          bare(cite(ids)),
        ],
        ids,
      );
    }),
  ];
}

/** A row of figures: what is counted, how many, and which they are. */
export function figure(what: string, ids: readonly string[], cite: Cite): LetterBlock {
  return row([what, String(ids.length), ids.length === 0 ? 'none recorded' : bare(cite(ids))], ids);
}

/** What is cited, without its brackets, for a cell of its own. */
export const bare = (cited: string): string => cited.trim().replace(/^\(/u, '').replace(/\)$/u, '');

/** The list of all that was cited, so that every figure can be followed to what it counts. */
export function citedSection(facts: LetterFacts, blocks: readonly LetterBlock[]): readonly LetterBlock[] {
  const ids = [...new Set(blocks.flatMap((block) => block.ids))];
  const names = citeNames(facts);
  const entries = new Map(facts.entries.map((entry) => [entry.id, entry]));
  const rows = ids.flatMap((id) => {
    const name = names.get(id);
    if (name === undefined) return [];
    const exhibits = entries.get(id)?.exhibits.map(({ exhibitRef }) => exhibitRef) ?? [];
    return [row([name, exhibits.join(', ')], [id])];
  });
  if (rows.length === 0) return [];
  return [heading('What is cited'), row(['Entry or record', 'Exhibits']), ...rows];
}

/** Days from one day to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Entries that may have been on a day of a span; one without an exact day counts where every day it allows lies in it. */
export function entriesWithin(
  entries: readonly LetterEntry[],
  from: string,
  until: string,
): readonly LetterEntry[] {
  return entries.filter(
    ({ earliest, latest }) => earliest >= `${from}T00:00:00` && latest <= `${until}T23:59:59`,
  );
}

export const dayWords = (day: string | null): string => (day === null ? 'not recorded' : dateWords(day));
export const said = (words: string): string => (words.trim() === '' ? 'not recorded' : words.trim());
export const yesNo = (value: boolean | null, unknown = 'not recorded'): string =>
  value === null ? unknown : value ? 'yes' : 'no';
