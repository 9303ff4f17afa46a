import type { LetterBlock, LetterSort } from '../../shared/records/letter';
import { counted, fewNamed } from './counts';

const purposes: Readonly<Partial<Record<LetterSort, string>>> = {
  'report-pack':
    'For the first officer: reports before this one on page 1, then the pattern, the risk, safe contact and what is asked for.',
  'response-review':
    'For the force, the prosecutor or a commissioner: what reports were recorded as, risk, asks and answers, updates, bail and orders, and what is not recorded.',
  marac: 'With the client’s consent, or with an annex that says why it is shared without.',
  'spo-request': 'The three limbs of the Act, each with the entries that speak to it, and terms proposed.',
  're-record': 'Sets what a report was recorded as beside the acts that its entries name.',
  vrr: 'Asks for a decision to be looked at again, with the days by which that is to be asked for.',
};

/** Words of the room of letters and documents. */
export const letterText = {
  summary: (count: number): string =>
    count === 0 ? 'Nothing is written yet.' : counted(count, 'letter or document', 'letters and documents'),
  parts: 'Letters or templates',
  letters: 'Letters',
  templates: 'Templates',
  add: 'New letter or document',
  emptyTitle: 'Letters and documents of this case',
  empty:
    'A letter is filled from the case: reports, risk, asks and answers, orders. You change what you like before it is saved, and nothing leaves before the gate has let it go.',
  newTitle: 'New letter or document',
  newHint:
    'Each is filled from the case as it stands today. What the case does not say is marked in the text.',
  purpose: (sort: LetterSort): string => purposes[sort] ?? '',
  ready: 'nothing is missing',
  lacks: (missing: readonly string[]): string =>
    `${counted(missing.length, 'place is', 'places are')} not filled: ${fewNamed(missing)}.`,
  lacksTag: (count: number): string => `${count} not filled`,
  refusedTag: 'not yet',
  make: 'Fill it',
  makeOf: (title: string): string => `Fill it: ${title}`,
  forWhom: 'For',
  aboutReport: 'About the report',
  aboutDecision: 'About the decision',
  notMade: 'It is not made',
  formTitle: (title: string): string => (title === '' ? 'Letter' : title),
  save: 'Save in the case',
  cancel: 'Back',
  missingTitle: 'Not filled',
  missingHint:
    'Each is marked in the text. Write what you know there, or leave the mark: it is printed as it stands.',
  again: 'Fill again from the case',
  againTitle: 'What filling it again changes',
  againSame: 'The case fills it as it stands. Nothing changes.',
  againHint: 'What you wrote yourself is among what goes.',
  comes: 'Comes',
  goes: 'Goes',
  takeOver: 'Fill it again',
  keep: 'Leave it as it is',
  text: 'Text',
  begins: 'Beginning',
  section: (title: string, parts: number): string => `${title} (${counted(parts, 'part', 'parts')})`,
  blockAs: 'What it is',
  block: (place: number): string => `Part ${place}`,
  cell: (place: number, cell: number): string => `Part ${place}, column ${cell}`,
  cites: (count: number): string => `stands on ${counted(count, 'record', 'records')}`,
  up: 'Up',
  down: 'Down',
  remove: 'Take out',
  addBelow: 'Add below',
  addBlock: 'Add a part',
  of: (what: string, place: number): string => `${what}: part ${place}`,
  read: 'Read it',
  savePdf: 'Save as PDF',
  saveWord: 'Save as Word',
  saveOf: (what: string, title: string): string => `${what}: ${title}`,
  saved: (pages: number | null): string =>
    pages === null ? 'The Word file is written.' : `${counted(pages, 'page', 'pages')} written.`,
  savedHint: 'It is not encrypted where it is now.',
  to: (to: string): string => `To ${to}`,
  templatesTitle: 'Templates of this office',
  shippedTitle: 'Templates that come with Holdfast',
  templatesHint: 'A copy is yours to change. Places between braces are filled from the case of each letter.',
  noTemplates: 'The office has no template of its own yet. Copy one of those below, or write a new one.',
  copy: 'Copy and change',
  copyOf: (title: string): string => `Copy and change: ${title}`,
  newTemplate: 'New template',
  templateForm: 'Template of a letter',
  source: (asAt: string, source: string): string => `As written on ${asAt}. ${source}`,
  places: 'Places that are filled',
  place: (name: string, what: string): string => `{${name}}: ${what}`,
} as const;

export const blockOptions: readonly { readonly id: LetterBlock['as']; readonly label: string }[] = [
  { id: 'heading', label: 'Heading' },
  { id: 'text', label: 'Paragraph' },
  { id: 'item', label: 'Line of a list' },
  { id: 'row', label: 'Row of a table' },
];
