import type { ProfileFault } from '../../shared/domain/bundle/own-profile';
import { checkCodes, sectionUses } from '../../shared/models/bundle-profile';
import type { BundleProfile } from '../../shared/models/bundle-profile';
import { permissionKinds } from '../../shared/models/leaving-gate';
import { permissionText } from '../../shared/records/words/leaving-words';
import {
  checkCodeText,
  needKindText,
  numberingText,
  ownCopyText,
  sectionUseText,
} from '../../shared/records/words/profile-words';

/** What is said of own copies in the list of profiles. */
export const ownProfileText = {
  copy: 'Copy and edit',
  copyOf: (short: string): string => `Copy and edit: ${short}`,
  edit: 'Edit',
  editOf: (short: string): string => `Edit: ${short}`,
  remove: 'Take out',
  removeOf: (short: string): string => `Take out: ${short}`,
  removeTitle: (short: string): string => `Take out “${short}”?`,
  removeText:
    'It is not offered any more. Bundles that were built by it stay, and say that they were. Where it is in use, another profile has to be chosen.',
  named: (of: string): string => `${of} (own copy)`,
  says: (own: NonNullable<BundleProfile['own']>): string => `${ownCopyText(own)}.`,
} as const;

/** The form of an own copy. */
export const profileForm = {
  titleNew: (of: string): string => `Own copy of ${of}`,
  titleChange: (short: string): string => `Change “${short}”`,
  intro:
    'What comes with Holdfast stays as it is. Every bundle that is built by an own copy says so on its cover, with the day of the last change and who made it.',
  save: 'Save',
  short: 'Name in lists',
  name: 'Whose rules these are',
  nameHint: 'As it is printed on the cover of each bundle.',
  dated: 'Made on',
  checkedOn: 'Last compared on',
  source: 'Where the rules are written',
  unconfirmed: 'What nobody has confirmed, a line each',
  recipients: 'Made for',
  numbering: 'Page numbers',
  pages: 'Pages, at most',
  pagesNote: 'What is said where there are more pages',
  none: 'Leave it empty where nothing is said.',
  megabytes: 'Megabytes of the whole file, at most',
  megabytesNote: 'What is said where it is larger',
  emailMegabytes: 'Megabytes that one e-mail takes',
  emailPages: 'Pages that one e-mail takes',
  emailHint: 'Fill in both, or neither where there are no parts for e-mail.',
  dpiMost: 'Dots per inch of a picture, at most',
  dpiLeast: 'Dots per inch of a picture, at least',
  typeLeast: 'Points of typed letters, at least',
  sections: 'Sections, in their order',
  section: (number: number): string => `Section ${number}`,
  sectionTitle: 'Title',
  sectionUse: 'What stands in it',
  addSection: 'Add a section',
  takeSection: (number: number): string => `Take out section ${number}`,
  up: 'One place up',
  upOf: (title: string): string => `One place up: ${title}`,
  down: 'One place down',
  downOf: (title: string): string => `One place down: ${title}`,
  usual: 'Where an exhibit goes that nobody has put elsewhere',
  usualChoose: 'Choose a section',
  needs: 'What needs something before it may be in it',
  need: (number: number): string => `Need ${number}`,
  addNeed: 'Add a need',
  takeNeed: (number: number): string => `Take out need ${number}`,
  needNote: 'What is said where it is missing',
  classes: 'Of exhibits of these classes',
  kinds: 'Of exhibits of these kinds',
  permissions: 'One of these must be on record',
  checks: 'What the finished file is held against',
} as const;

/** What is wrong with a field, and what would be right. */
export const profileProblem = {
  missing: 'Write something here.',
  date: 'Choose a day.',
  whole: 'Write a whole number above 0, such as 350.',
  number: 'Write a number above 0, such as 25 or 7.5.',
  both: 'Fill in both, or neither.',
  oneRecipient: 'Tick at least one.',
  sectionTitle: 'Give the section a title.',
  sectionsMost: 'There are at most 26 sections.',
  needsWhat: 'Tick what it is about, and what must be on record.',
} as const;

export const faultText: Readonly<Record<ProfileFault, string>> = {
  'no-items-section': 'One section at least must be for exhibits and documents.',
  'usual-section': 'Choose a section for exhibits and documents.',
  'one-record': 'Exactly one section is for the record of the bundle.',
  'one-told': 'One section at most is for the chronology.',
  'same-title': 'Two sections have the same title.',
  'dpi-order': 'The least is more than the most.',
};

export const numberingOptions = (['continuous', 'by-section'] as const).map((id) => ({
  id,
  label: numberingText[id],
}));
export const sectionUseOptions = sectionUses.map((id) => ({ id, label: sectionUseText[id] }));
export const checkOptions = checkCodes.map((id) => ({ id, label: checkCodeText[id] }));
export const needKindOptions = (['image', 'messages', 'email'] as const).map((id) => ({
  id,
  label: needKindText[id],
}));
export const permissionOptions = permissionKinds.map((id) => ({ id, label: permissionText[id] }));
