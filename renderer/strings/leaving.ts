import type { ItemClass } from '../../shared/models/item-class';
import { itemClasses } from '../../shared/models/item-class';
import type {
  LeavingCheck,
  LeavingPoint,
  LeavingRequest,
  PermissionKind,
  Recipient,
} from '../../shared/models/leaving-gate';
import { letterPlace, recipients } from '../../shared/models/leaving-gate';
import {
  itemClassText,
  permissionText,
  protectedWhatText,
  recipientText,
} from '../../shared/records/words/leaving-words';
import { counted, fewNamed, mostNamed } from './counts';

/** What the screen before something leaves says. */
export const leavingText = {
  title: (what: string): string => `Before it leaves: ${what}`,
  summary: (decide: number, stops: number): string =>
    decide === 0
      ? 'Nothing is left to decide.'
      : `${counted(decide, 'thing', 'things')} to decide${stops === 0 ? ', none of which stops it' : `, ${stops} of which ${stops === 1 ? 'stops' : 'stop'} it`}.`,
  back: 'Back',
  buildBundle: 'Build the bundle',
  saveBundle: 'Save a copy',
  savePaper: 'Save as a PDF',
  saveCopy: 'Choose where to save it',
  saveLetter: 'Save the letter as a file',
  saveExport: 'Save the file',
  makePack: 'Choose where and make the folder',
  sealPack: 'Choose where and write the sealed file',
  sendPackage: 'Choose where and write',
  forWhom: 'For whom',
  decide: 'You decide',
  nothing: 'Nothing is left to decide. What goes is on the right.',
  held: 'Held back by rule',
  goes: 'Goes',
  stops: 'stops it',
  permission: 'permission?',
  whom: 'For whom is it?',
  whomChoose: 'Choose for whom',
  whatIsIt: 'What is it?',
  notSaid: 'Nobody has said',
  classHint: 'By this goes what may be given to whom.',
  whatAreThey: 'What are they?',
  sayAll: 'Say it',
  leaveOut: 'Leave out',
  leaveOutOf: (ref: string): string => `Leave out ${ref}`,
  record: 'Record it',
  recordOf: (ref: string): string => `Record it for ${ref}`,
  show: 'Show',
  showOf: (what: string): string => `Show ${what}`,
  cover: 'Show and cover',
  allow: 'It may go',
  allowOf: (what: string): string => `It may go: ${what}`,
  consents: 'Go to consents',
  join: 'Look at both',
  date: 'Choose the date',
  redact: 'Make a redacted copy',
  evidence: 'Decide which',
  protectedList: 'Protected list',
  protectedNone: 'Nothing is on it yet.',
  protectedHint:
    'Addresses, numbers and names of the client’s side. They are looked for in everything before it leaves.',
  add: 'Add a line',
  take: 'Take away',
  close: 'Close',
} as const;

/** Rows of what goes, as the card says them. */
export function goesRows({ goes }: LeavingCheck): readonly (readonly [string, string])[] {
  const rows: readonly (readonly [string, number])[] = [
    ['Exhibits', goes.exhibits],
    ['of these as redacted copies', goes.redacted],
    ['Entries of the chronology', goes.entries],
    ['By a permission or answer on record', goes.allowed],
  ];
  return rows
    .filter(([, count], index) => count > 0 || index === 0)
    .map(([name, count]) => [name, String(count)]);
}

export function heldText({ code, count }: LeavingCheck['held'][number]): string {
  switch (code) {
    case 'comments':
      return `comments of the advocate (${count})`;
    case 'protected-list':
      return `the protected list itself (${count})`;
  }
}

export function refsOf({ items }: Pick<LeavingPoint, 'items'>): string {
  return fewNamed(items.map(({ exhibitRef }) => exhibitRef));
}

/** Whether it was found in a letter, and not in an entry. */
export const isOfLetter = ({ places }: Pick<LeavingPoint, 'places'>): boolean => places.includes(letterPlace);

const whereText = (point: LeavingPoint): string =>
  point.record === null
    ? point.items.length === 0
      ? 'the title'
      : refsOf(point)
    : `${isOfLetter(point) ? 'the letter' : 'the entry'} “${point.record.title}”`;

/** The line in bold. */
export function pointTitle(point: LeavingPoint): string {
  const refs = refsOf(point);
  switch (point.code) {
    case 'recipient':
      return 'Nobody has said whom it is for';
    case 'consent':
      return 'The client’s consent does not let it go';
    case 'class-unknown':
      return `${counted(point.items.length, 'exhibit', 'exhibits')}: nobody has said what ${point.items.length === 1 ? 'it is' : 'they are'}`;
    case 'class-stays':
      return `${refs} must stay`;
    case 'permission':
      return `${refs}: ${point.itemClass === null ? '' : classPhrase[point.itemClass]}`;
    case 'protected-words':
      return `“${point.protectedText}” is in ${whereText(point)}`;
    case 'protected-place':
    case 'holds-place':
      return `${refs} says where it was taken`;
    case 'not-searched':
      return `${counted(point.items.length, 'exhibit', 'exhibits')} could not be looked through`;
    case 'two-versions':
      return `“${point.record?.title ?? ''}” has two versions undecided`;
    case 'date-undecided':
      return `${refs}: its dates disagree`;
    case 'same-reference':
      return `More than one exhibit is called ${point.items[0]?.exhibitRef ?? ''}`;
    case 'redaction-marks':
      return `${refs}, ${fewNamed(point.places)}: marks for redaction that were never applied`;
  }
}

/** What is said below it. */
export function pointText(point: LeavingPoint): string {
  switch (point.code) {
    case 'recipient':
      return 'What may go depends on who gets it.';
    case 'class-unknown':
      return `${refsOf(point)}. It is asked once, and is changed later on the exhibit.`;
    case 'class-stays':
    case 'consent':
      return point.why;
    case 'permission':
      return `${point.why} ${point.permission === null ? '' : `${permissionText[point.permission]} is not on record.`}`;
    case 'protected-words':
      return `It is on the protected list. It stands in: ${point.places.slice(0, mostNamed).join(', ')}${point.places.length > mostNamed ? ' and more' : ''}.`;
    case 'protected-place':
      return `${String(point.metres ?? 0)} m from “${point.protectedText}” on the protected list. The original keeps the place; a copy without it can go instead.`;
    case 'holds-place':
      return 'The original, or something inside it, keeps the place where it was made, and whoever gets it can read it. It is near none of the protected list. A redacted copy can go instead.';
    case 'not-searched':
      return `${refsOf(point)}. No words of theirs have been read, so look for yourself whether they show what is on the protected list.`;
    case 'two-versions':
      return 'Until somebody chooses, the one that is shown goes.';
    case 'date-undecided':
      return 'It goes under the date that is shown.';
    case 'same-reference':
      return 'On paper nobody could tell them apart.';
    case 'redaction-marks':
      return 'What lies under them can be read in the original. A copy shows of them what a viewer shows. A redacted copy, made here, can go instead.';
  }
}

export const classOptions: readonly { readonly id: ItemClass; readonly label: string }[] = itemClasses.map(
  (id) => ({
    id,
    label: itemClassText[id],
  }),
);

const classPhrase: Readonly<Record<ItemClass, string>> = {
  own: 'the client’s own',
  police: 'disclosed by the police',
  marac: 'a MARAC paper',
  'confidential-address': 'shows a confidential address',
  medical: 'medical or counselling',
  'family-court': 'a family-court paper',
  privileged: 'a lawyer’s advice',
  other: 'of a class of its own',
};

/** The same on a tile, where there is little room. */
export const classChip: Readonly<Record<ItemClass, string>> = {
  own: 'own',
  police: 'police disclosure',
  marac: 'MARAC',
  'confidential-address': 'confidential address',
  medical: 'medical',
  'family-court': 'family court',
  privileged: 'privileged',
  other: 'other class',
};

/** Whom a bundle or copy can be for; another office gets a package. */
export const recipientOptions: readonly { readonly id: Recipient; readonly label: string }[] = recipients
  .filter((id) => id !== 'office')
  .map((id) => ({ id, label: recipientText(id) }));

export const protectedOptions = (['address', 'number', 'name', 'words'] as const).map((id) => ({
  id,
  label: protectedWhatText[id],
}));

/** The form that records a permission. */
export const permissionForm = {
  title: (what: PermissionKind): string => `${permissionText[what]}, on record`,
  submit: 'Record it',
  hint: (refs: string, recipient: string): string => `For ${refs}, to go to: ${recipient}.`,
  givenBy: 'Given by',
  on: 'On',
  note: 'In these words, or under which number',
  missingBy: 'Say who gave it.',
  missingOn: 'Say when.',
} as const;

/** The form that says why something may go. */
export const answerForm = {
  title: 'It may go all the same',
  submit: 'It may go',
  why: 'Why',
  whyHint: 'Who decided it, and what was weighed. It is kept with the case.',
  missing: 'Say why.',
} as const;

/** The form of a line of the protected list. */
export const protectedForm = {
  title: 'Add to the protected list',
  submit: 'Add it',
  what: 'What is it?',
  text: 'Never to leave unseen',
  textHint: 'An address on one line, with its postcode; a number in any form.',
  whose: 'Whose is it?',
  place: 'Where it lies, if pictures may have been taken there',
  placeHint:
    'Degrees, as a photograph or a map gives them: 53.95960, -1.08160. Pictures within 200 m are named.',
  missingWhat: 'Say what it is.',
  missingText: 'Write down at least two letters or digits.',
  badPlace: 'Write two numbers of degrees, north first: 53.95960, -1.08160.',
} as const;

const outputNames: Readonly<Record<LeavingRequest['output'], string>> = {
  bundle: 'bundle',
  pack: 'evidence pack',
  package: 'package',
  chronology: 'chronology',
  copy: 'copy',
  papers: 'paper',
  letter: 'letter',
};

const forWhom: Readonly<Record<Recipient, string>> = {
  police: 'for the police',
  'family-court': 'for the family court',
  'criminal-court': 'for the criminal court',
  marac: 'for a MARAC',
  client: 'for the client',
  own: 'for our own use',
  office: 'for another office',
};

/** `bundle for the family court`. */
export function outputText(request: LeavingRequest, recipient: Recipient | null): string {
  return recipient === null
    ? outputNames[request.output]
    : `${outputNames[request.output]} ${forWhom[recipient]}`;
}
