import { dateWords } from '../../../records/words/date-words';
import { labelOf } from '../../../records/by-fields';
import { requestSubjects } from '../../../records/police-request';
import type { LetterBlock } from '../../../records/letter';
import { gap } from './blocks';
import { incidentsOf, reportRef } from './facts';
import type { LetterFacts } from './facts';
import { complainedOf } from './people-words';

interface Place {
  /** As it stands in a template between braces. */
  readonly name: string;
  /** What it is filled with, in words. */
  readonly what: string;
  readonly fill: (facts: LetterFacts) => string;
}

const latestReport = ({ reports }: LetterFacts) => reports.at(-1);
const openRequest = ({ requests }: LetterFacts) => requests.find(({ answer }) => answer === null);

/** The places that a template may have, each with what fills it. */
export const letterPlaces: readonly Place[] = [
  { name: 'today', what: 'today', fill: ({ today }) => dateWords(today) },
  { name: 'office', what: 'the name of the office', fill: ({ office }) => office },
  { name: 'advocate', what: 'who writes', fill: ({ advocate }) => advocate },
  { name: 'case.reference', what: 'our reference', fill: ({ reference }) => reference },
  { name: 'client.name', what: 'the client’s name', fill: ({ details }) => details.clientName },
  {
    name: 'client.birth',
    what: 'the client’s date of birth',
    fill: ({ details }) => (details.dateOfBirth === null ? '' : dateWords(details.dateOfBirth)),
  },
  { name: 'client.address', what: 'the client’s address', fill: ({ details }) => details.address },
  { name: 'client.phone', what: 'the client’s phone', fill: ({ details }) => details.phone },
  { name: 'client.language', what: 'language, interpreter', fill: ({ details }) => details.language },
  { name: 'client.needs', what: 'access and other needs', fill: ({ details }) => details.needs },
  { name: 'safe.rule', what: 'the safe-contact rule', fill: ({ safeContact }) => safeContact.rule },
  { name: 'safe.numbers', what: 'numbers that are safe', fill: ({ safeContact }) => safeContact.safeNumbers },
  { name: 'safe.times', what: 'times that are safe', fill: ({ safeContact }) => safeContact.safeTimes },
  {
    name: 'person',
    what: 'the person complained of',
    fill: (facts) =>
      complainedOf(facts)
        .map(({ name }) => name)
        .join(', '),
  },
  {
    name: 'relationship',
    what: 'what that person is to the client',
    fill: ({ details }) => details.relationship,
  },
  { name: 'force', what: 'the police force', fill: ({ details }) => details.force },
  { name: 'prosecutor', what: 'the prosecutor', fill: ({ law }) => law.prosecutor },
  { name: 'officer', what: 'the officer in the case', fill: (facts) => latestReport(facts)?.officer ?? '' },
  {
    name: 'crime.number',
    what: 'the crime number of the latest report',
    fill: (facts) => latestReport(facts)?.crimeNumber ?? '',
  },
  {
    name: 'report',
    what: 'the latest report, by its day and number',
    fill: (facts) => {
      const latest = latestReport(facts);
      return latest === undefined ? '' : reportRef(latest);
    },
  },
  {
    name: 'reports.count',
    what: 'how many reports there are',
    fill: ({ reports }) => String(reports.length),
  },
  {
    name: 'incidents.count',
    what: 'how many incidents are recorded',
    fill: (facts) => String(incidentsOf(facts).length),
  },
  {
    name: 'incidents.first',
    what: 'the day of the first incident',
    fill: (facts) => incidentsOf(facts)[0]?.printedDate ?? '',
  },
  {
    name: 'incidents.latest',
    what: 'the day of the latest incident',
    fill: (facts) => incidentsOf(facts).at(-1)?.printedDate ?? '',
  },
  {
    name: 'asked.what',
    what: 'the first thing asked for that has no answer',
    fill: (facts) => {
      const open = openRequest(facts);
      return open === undefined ? '' : labelOf(requestSubjects, open.what).toLowerCase();
    },
  },
  {
    name: 'asked.on',
    what: 'the day on which that was asked',
    fill: (facts) => {
      const on = openRequest(facts)?.on ?? null;
      return on === null ? '' : dateWords(on);
    },
  },
];

/** What a figure in a place counts: it is cited by the block that says it. */
const counted: Readonly<Record<string, (facts: LetterFacts) => readonly string[]>> = {
  'reports.count': ({ reports }) => reports.map(({ id }) => id),
  'incidents.count': (facts) => incidentsOf(facts).map(({ id }) => id),
};

const placeAt = /\{([^{}\n]{1,60})\}/gu;

/**
 * Fills the places of a template. One that the case does not fill, or that nobody knows, is marked where it stands and never left out:
 * it is listed with the others.
 */
export function fillPlaces(
  blocks: readonly LetterBlock[],
  facts: LetterFacts,
): { readonly blocks: readonly LetterBlock[]; readonly cited: readonly string[] } {
  const cited = new Set<string>();
  const filledBlocks = blocks.map((block) => {
    const ids = new Set(block.ids);
    const text = block.text.replace(placeAt, (_whole, raw: string) => {
      const name = raw.trim();
      const place = letterPlaces.find((each) => each.name === name);
      const value = place?.fill(facts).trim() ?? '';
      if (place === undefined || value === '') return gap(place?.what ?? name);
      for (const id of counted[name]?.(facts) ?? []) {
        ids.add(id);
        cited.add(id);
      }
      return value;
    });
    return { ...block, text, ids: [...ids] };
  });
  return { blocks: filledBlocks, cited: [...cited] };
}
