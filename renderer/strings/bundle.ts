import type { Bundle, BundleCheck, BundleFileBody, BundlePlan, BundleSet } from '../../shared/models/bundle';
import type { BundleProfile } from '../../shared/models/bundle-profile';
import type { TypesetKey } from '../../shared/domain/bundle/contents';
import type { BuildsApart } from '../../shared/domain/bundle/compare-builds';
import { labelOf } from '../../shared/domain/bundle/labels';
import { printDate } from '../../shared/domain/dates/print';
import { recipientText } from '../../shared/records/words/leaving-words';
import { numberingText, ownCopyText } from '../../shared/records/words/profile-words';
import type { Tone } from '../kit/tone';
import { counted, fewNamed, inWordsList } from './counts';
import { printMoment } from './dates';
import { reasonText } from './errors';
import { printSize } from './sizes';

const pagesText = (pages: number): string => counted(pages, 'page', 'pages');
const exhibitsText = (count: number): string => counted(count, 'exhibit', 'exhibits');

/** The page on which a bundle is made. */
export const bundleText = {
  title: 'Bundles',
  untitled: 'Bundle',
  changeProfile: 'Change profile',
  saveCopy: 'Save a copy',
  build: 'Build PDF',
  saved: 'The PDF is saved and was compared with the one here.',
  savedHint:
    'It is not encrypted where it is now. Courts ask for files without a password; keep the copy only as long as you need it.',
  emptyTitle: 'A bundle needs something to show',
  empty:
    'Add evidence or chronology entries first. The bundle is then one PDF: cover, linked index, chronology that cites pages, exhibits with their dates and fingerprints.',
  toEvidence: 'Go to the evidence',
  twoVersions: 'Until somebody chooses, a bundle prints the one that is shown.',
  profileGone: 'The profile that was chosen here is not in this Holdfast',
  profileGoneHint: (short: string): string =>
    `“${short}” is used until you choose another one. Look where exhibits stand.`,
  saveOldTitle: 'Save pages that show what you took out?',
  saveOld: (refs: string): string =>
    `This PDF was built before your last changes and still shows ${refs}. Build it again to save what is chosen now.`,
  saveOldConfirm: 'Save these pages all the same',
} as const;

/** How many pages of how many. */
function ofMost(pages: number, { pagesMost }: Pick<BundleProfile, 'pagesMost'>): string {
  return pagesMost === null ? pagesText(pages) : `${pages} of ${pagesText(pagesMost.pages)}`;
}

/** What is here, in a line: by whose rules, and how many pages. `planned`: of what is chosen now, where that is not what was built. */
export function bundleSummary(
  profile: BundleProfile,
  built: Pick<Bundle, 'pages' | 'bytes' | 'createdAt'> | null,
  planned: number | null,
): string {
  const size = built === null ? '' : `${printSize(built.bytes)}, built ${printMoment(built.createdAt)}`;
  if (planned === null && built === null)
    return `${profile.short}. ${profile.name}, as at ${printDate(profile.dated, null)}.`;
  if (planned === null) return `${profile.short}. ${ofMost(built?.pages ?? 0, profile)}, ${size}.`;
  const now = `${profile.short}. About ${ofMost(planned, profile)} as chosen now.`;
  return built === null ? now : `${now} On the screen: ${pagesText(built.pages)}, ${size}.`;
}

/** Said where there are more pages than the profile allows. */
export function overText(
  { pagesMost }: Pick<BundleProfile, 'pagesMost'>,
  pages: number,
): { readonly title: string; readonly text: string } | null {
  if (pagesMost === null || pages <= pagesMost.pages) return null;
  const over = pages - pagesMost.pages;
  return {
    title: `${pagesText(over)} more than the ${pagesMost.pages} that are allowed`,
    text: `${pagesMost.note} Take exhibits out, or see that more is permitted before it is served.`,
  };
}

/** The dialog in which a profile is chosen. */
export const profileText = {
  title: 'By whose rules',
  intro:
    'A profile says how pages are numbered, which sections there are and what the finished file is held against. What you put in stays in, and goes into the usual section where the new profile has no such section.',
  inUse: 'in use',
  use: 'Use this one',
  useOf: (short: string): string => `Use this one: ${short}`,
  close: 'Close',
  rules: 'Rules',
  dated: 'Made',
  checked: 'Last compared',
  source: 'Source',
  forWhom: 'For',
  numbering: 'Page numbers',
  most: 'At most',
  email: 'One e-mail',
  sections: 'Sections',
  unconfirmed: 'Not confirmed',
  nothingUnconfirmed: 'Nothing is left open.',
  date: (date: string): string => printDate(date, null),
} as const;

/** What a profile says, row by row. */
export function profileFacts(profile: BundleProfile): readonly (readonly [name: string, text: string])[] {
  const { name, dated, checkedOn, source, recipients, numbering, pagesMost, email, sections } = profile;
  return [
    [profileText.rules, name],
    [profileText.dated, profileText.date(dated)],
    [profileText.checked, profileText.date(checkedOn)],
    [profileText.source, source],
    [profileText.forWhom, inWordsList(recipients.map(recipientText))],
    [profileText.numbering, numberingText[numbering]],
    [
      profileText.most,
      pagesMost === null ? 'No number of pages is set' : `${pagesText(pagesMost.pages)}. ${pagesMost.note}`,
    ],
    ...(email === null ? [] : [[profileText.email, emailText(email)] as const]),
    [profileText.sections, inWordsList(sections.map(({ title }) => title))],
  ];
}

function emailText({ megabytes, pages }: NonNullable<BundleProfile['email']>): string {
  return `${megabytes} MB and ${pagesText(pages)}`;
}

/** Whom it is for, and what stands on the cover. */
export const coverText = {
  label: 'What goes in',
  coverTitle: 'Title on the cover',
  courtCase: 'Court and case number',
  notFor: (profile: BundleProfile): string =>
    `“${profile.short}” is made for: ${inWordsList(profile.recipients.map(recipientText))}.`,
  proceedings: 'Court proceedings',
  proceedingsChoose: 'Choose, to fill in the court',
  proceedingsGone: 'The proceedings that were chosen here are gone. What the cover says has stayed.',
  proceedingsSay: (now: string): string => `The proceedings say: ${now}.`,
  proceedingsTake: 'Put that on the cover',
  proceedingsNone: 'No court proceedings are recorded.',
  proceedingsRecord: 'Record them',
  replaceTitle: 'You wrote something else. Take it from the proceedings?',
  replaceLine: (field: string, written: string, taken: string): string =>
    `${field}: “${written}” becomes “${taken}”.`,
  replace: 'Take it from the proceedings',
  keep: 'Keep what I wrote',
} as const;

/** In which language the headings of a bundle are. */
export const bundleLanguageText = {
  label: 'Language of the headings',
  options: [
    { id: 'en', label: 'English' },
    { id: 'cy', label: 'Cymraeg (Welsh)' },
  ],
  unchecked:
    'The Welsh words were made by a machine, and no Welsh speaker has checked them: have somebody read the bundle before it goes to court. Sentences, dates and what you wrote stay as they are.',
} as const;

/** Which of a case's bundles is on the desk. */
export const setText = {
  switch: 'Which bundle',
  names: { main: 'Hearing bundle', core: 'Core bundle' },
  usualTitle: { main: 'Hearing bundle', core: 'Core bundle' },
  coreTitle: 'A core bundle, only where the court asks for one',
  core: 'It stands beside the hearing bundle and holds the most important documents of it, by the same rules. What is in and out, the order and what was built are its own. Nothing is in it until you put it in.',
  askedBy: 'Who asked for it, and when',
  askedByHint: 'Such as: Judge Hart, 3 May 2026. It is printed on the cover.',
} as const satisfies Record<string, string | Readonly<Record<BundleSet, string>>>;

/** What further files are made. */
export const alsoText = {
  title: 'Also make',
  titleWith: (what: readonly string[]): string =>
    `Also make: ${what.length === 0 ? 'nothing more' : inWordsList(what)}`,
  printable: 'One for printing on both sides',
  printableShort: 'one for printing',
  printableHint: 'Every document begins on a front page.',
  parts: (email: NonNullable<BundleProfile['email']>): string =>
    `Parts for e-mail, each at most ${emailText(email)}`,
  partsShort: 'parts for e-mail',
  volumes: 'Volumes, each at most so many pages',
  volumesBySize: 'Volumes, each at most so many megabytes',
  /** Null where that is no limit. */
  volumesShort: (pages: number | null, megabytes: number | null): string =>
    `volumes of ${[...(pages === null ? [] : [`${pages} pages`]), ...(megabytes === null ? [] : [`${megabytes} MB`])].join(' and ')}`,
  volumesOf: 'Pages in a volume, at most',
  volumeMegabytes: 'Megabytes in a volume, at most',
  late: 'None of these is made when pages are added: those come as a file of their own.',
} as const;

/** The list of what the bundle holds. */
export const contentsText = {
  list: 'Exhibits in the bundle',
  count: (inside: number, all: number): string => `${inside} of ${exhibitsText(all)} in`,
  chronology: (entries: number): string =>
    `Chronology, ${counted(entries, 'entry', 'entries')}, citing pages`,
  patterns: 'Patterns of the chronology, drawn',
  record: 'Record of this bundle and fingerprints',
  section: (letter: string, title: string): string => (letter === '' ? title : `${letter} ${title}`),
  pages: (first: string, last: string): string =>
    first === '' ? 'no pages' : first === last ? first : `${first} to ${last}`,
  move: (ref: string): string => `Move ${ref}`,
  show: (ref: string): string => `Show ${ref} in the bundle`,
  datesDisagree: 'dates disagree',
  nothingToShow: 'nothing to show',
  inOrOut: 'in or out?',
  putIn: 'In',
  putInOf: (ref: string): string => `Put ${ref} in`,
  takeOut: 'Out',
  takeOutOf: (ref: string): string => `Leave ${ref} out`,
  isOut: 'left out',
  hasNoPages: (code: string): string => {
    const why = reasonText(code);
    return why === '' ? 'no pages of it' : `no pages of it: ${why}`;
  },
  asRedacted: 'redacted copy',
  asOriginal: 'original, not the redacted copy',
  more: (ref: string): string => `Place and copy of ${ref}`,
  earlier: 'One place up',
  later: 'One place down',
  into: (title: string): string => `Section ${title}`,
  withSheet: 'cover sheet',
  toSheet: 'Put a cover sheet before it',
  noSheet: 'No cover sheet',
  toOriginal: 'Show the original',
  toRedacted: 'Show the redacted copy',
} as const;

export const typesetText: Readonly<Record<TypesetKey, (entries: number) => string>> = {
  chronology: contentsText.chronology,
  patterns: () => contentsText.patterns,
  record: () => contentsText.record,
};

/** The menu that chooses many exhibits at once. */
export const manyText = {
  open: 'Choose many',
  all: (count: number): string => `All ${count} in`,
  none: (count: number): string => `None: all ${count} out`,
  cited: (count: number): string => `Those that entries cite, ${count}; the others out`,
  sheetsStatements: (count: number): string => `Cover sheets before statements, ${count}`,
  sheetsExhibits: (count: number): string =>
    `Cover sheets before exhibits that a statement refers to, ${count}`,
  noSheets: 'No cover sheets',
  kindIn: (kind: string, count: number): string => `${kind} in, ${count}`,
  kindOut: (kind: string, count: number): string => `${kind} out, ${count}`,
} as const;

/** Exhibits that nobody has decided on. */
export const undecidedText = {
  nothing: 'Nothing is chosen for this bundle yet',
  everything: 'Put everything in',
  hint: (exhibits: number, entries: number): string =>
    `There ${exhibits === 1 && entries === 0 ? 'is' : 'are'} ${exhibitsText(exhibits)} and ${counted(entries, 'entry', 'entries')} in the chronology. Put everything in and take out what must not go, or choose one by one. What you choose is kept with the case.`,
  news: (count: number): string => `New since you chose, ${exhibitsText(count)}: in or out?`,
  open: (count: number): string => `Not decided yet, ${exhibitsText(count)}: in or out?`,
  putIn: (count: number): string => `Put ${count === 1 ? 'it' : `all ${count}`} in`,
  leaveOut: (count: number): string => `Leave ${count === 1 ? 'it' : `all ${count}`} out`,
  which: (refs: readonly string[]): string => `${fewNamed(refs)}. The bundle can be built once that is said.`,
} as const;

/** References of exhibits in words; one that has been erased has none any more. */
export function refsText(ids: readonly string[], refs: ReadonlyMap<string, string>): string {
  return fewNamed(ids.map((id) => refs.get(id) ?? 'an exhibit that is gone'));
}

/** Pages on the screen that are not what is chosen now. */
export const outdatedText = {
  stillShow: (refs: string): string => `These pages still show ${refs}`,
  before: 'These pages were built before your last changes',
  /** `isLate`: pages are being added, so that nothing that was served can be left out. */
  hint: (shown: boolean, missing: string | null, isLate: boolean): string =>
    [
      ...(shown ? ['You have not put that in.'] : []),
      ...(missing === null ? [] : [`They are without ${missing}.`]),
      shown && isLate
        ? 'Pages that stay as they are leave nothing out: for that, make a new bundle.'
        : 'Build the PDF again before you save a copy.',
    ].join(' '),
} as const;

/** The finished file, page by page. */
export const paperText = {
  emptyTitle: 'Not built yet',
  empty:
    'Choose what goes in and in what order, then build. The pages are shown here before anything leaves the vault.',
  region: 'Pages of the bundle',
  tools: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  goTo: 'Go to page',
  noPage: (text: string): string => `No page ${text} in this bundle`,
  alt: (page: number, pages: number): string => `Page ${page} of ${pages}`,
  place: (plan: Pick<BundlePlan, 'numbering' | 'rows'>, page: number, pages: number): string =>
    plan.numbering === 'continuous'
      ? `page ${page} of ${pages}`
      : `${labelOf(plan, page)}, page ${page} of ${pages}`,
} as const;

/** What was read in the finished file. */
export const checksText = {
  title: 'Before it goes to court',
  region: 'Checks',
  empty: 'The finished file is read back and held against the profile here.',
  against: ({ short, own }: Pick<BundleProfile, 'short' | 'own'>): string =>
    `Held against: ${short}.${own === null ? '' : ` ${ownCopyText(own)}.`}`,
  onPages: 'Pages:',
  showPage: (label: string): string => `Show page ${label}`,
  more: (count: number): string => `and ${count} more`,
  formOnly: 'Form only. Holdfast does not decide what is admissible. “You” means: look, and decide.',
  before: 'Built before',
  builtLine: ({ createdAt, pages }: Pick<Bundle, 'createdAt' | 'pages'>): string =>
    `${printMoment(createdAt)}, ${pagesText(pages)}`,
  /** How a build of before differs from the one on the screen. */
  apart: ({ isSame, onlyThere, notThere }: BuildsApart): string => {
    if (isSame) return 'The same file, byte for byte';
    const differs = [
      ...(onlyThere.length === 0 ? [] : [`shows ${fewNamed(onlyThere)} too`]),
      ...(notThere.length === 0 ? [] : [`does not show ${fewNamed(notThere)}`]),
    ];
    return differs.length === 0 ? 'The same exhibits, set out otherwise' : `It ${inWordsList(differs)}`;
  },
} as const;

/** Ways from a check to where what it asks is done. */
export const checkActionText = {
  check: 'Check',
  redact: 'Redact',
  answer: 'Answer',
  turn: 'Turn',
  of: (what: string, name: string): string => `${what}: ${name}`,
  back: 'Back to the bundle',
} as const;

export const checkStates: Readonly<Record<BundleCheck['state'], readonly [Tone, string]>> = {
  ok: ['green', 'ok'],
  decide: ['amber', 'you'],
  fix: ['red', 'fix'],
};

/** The files of a bundle that was built. */
export const filesText = {
  title: 'Files',
  whole: 'The whole, in one file',
  line: ({ pages, bytes }: { readonly pages: number; readonly bytes: number }): string =>
    `${pagesText(pages)}, ${printSize(bytes)}`,
  save: 'Save',
  saveOf: (name: string): string => `Save: ${name}`,
} as const;

const roleText: Readonly<Record<BundleFileBody['role'], (file: BundleFileBody) => string>> = {
  volume: (file) => `Volume ${file.number} of ${file.of}, pages ${file.firstPage} to ${file.lastPage}`,
  part: (file) => `Part ${file.number} of ${file.of} for e-mail, pages ${file.firstPage} to ${file.lastPage}`,
  printable: () => 'For printing on both sides',
  late: (file) => `Added pages alone, ${file.firstPage} to ${file.lastPage}`,
};

/** What a further file of a bundle is. */
export function fileText(file: BundleFileBody): string {
  return roleText[file.role](file);
}

/** Where added pages go. */
export const insertText = {
  where: 'Where they go',
  options: [
    { id: 'end', label: 'At the end, as usual' },
    { id: 'inserted', label: 'Inserted, because the court directed it' },
  ],
  after: 'Behind the page that bears the number',
  afterHint: 'Such as 12 or A5. What is inserted bears 12.1, 12.2 or A5.1, A5.2.',
  noPage: (label: string): string =>
    `Nothing can be inserted behind “${label}”: choose a page behind cover and index that was not inserted itself.`,
  directedBy: 'Who directed it, and when',
  directedByHint: 'Such as: Judge Hart, 3 May 2026. It is printed in the revised index.',
} as const;

/** Pages that are added behind a bundle that was built. */
export const lateText = {
  add: 'Add pages to this one',
  addHint: 'For what comes after it was served: its pages keep their numbers, and what is new follows.',
  title: (builtAt: string): string => `Pages are added to the bundle built ${printMoment(builtAt)}`,
  stays: ({ plan, pages }: Pick<Bundle, 'plan' | 'pages'>, added: number, isInserted = false): string => {
    const old = `Pages ${labelOf(plan, 1)} to ${labelOf(plan, pages)} stay as they are`;
    return added === 0
      ? `${old}. Nothing follows yet: put in the exhibits that are new.`
      : isInserted
        ? `${old}, with their numbers; ${counted(added, 'exhibit is', 'exhibits are')} inserted, behind an index of what is new.`
        : `${old}; ${counted(added, 'exhibit follows', 'exhibits follow')}, behind an index of what is new.`;
  },
  chronologyStays: 'Its chronology stays as it was printed.',
  gone: 'The bundle that pages were to be added to is gone',
  goneHint: 'Nothing can be added to it. Make a new bundle.',
  takeBack: 'Make a new bundle instead',
} as const;
