import { printDate } from '../../domain/dates/print';
import type { BundleProfile, CheckCode, OwnProfileBody } from '../../models/bundle-profile';
import { itemClassText, permissionText } from './leaving-words';

export const numberingText: Readonly<Record<BundleProfile['numbering'], string>> = {
  continuous: '1, 2, 3 through the whole file',
  'by-section': 'By section: A1, A2, B1',
};

export const sectionUseText: Readonly<Record<BundleProfile['sections'][number]['use'], string>> = {
  told: 'chronology',
  items: 'exhibits and documents',
  record: 'record of the bundle',
};

export const needKindText: Readonly<Record<BundleProfile['needs'][number]['kinds'][number], string>> = {
  image: 'Photographs and screenshots',
  messages: 'Conversations',
  email: 'E-mails',
};

/** What a finished file is asked about, in a few words. */
export const checkCodeText: Readonly<Record<CheckCode, string>> = {
  'one-file': 'One PDF without password, attachments and scripts',
  numbers: 'Every page bears its number',
  labels: 'A viewer shows the printed number',
  'index-links': 'Lines of the index are links',
  links: 'Every link leads to a page',
  bookmarks: 'Bookmarks end in a page number',
  searchable: 'Pages can be searched',
  upright: 'Text stands upright',
  'opens-whole': 'Opens at 100 %',
  'dpi-most': 'No picture finer than allowed',
  'dpi-least': 'No picture coarser than asked for',
  size: 'Megabytes',
  'pages-most': 'Number of pages',
  classes: 'What needs a direction or permission has it',
  'type-size': 'Size of typed letters',
  tagged: 'Can be read out',
  'file-name': 'The file name says case and content',
};

/** `Own copy of Family Court, PD27A 2026, changed on 28 Nov 2026 by Robin` */
export function ownCopyText({
  ofName,
  changedOn,
  changedBy,
}: Pick<NonNullable<BundleProfile['own']>, 'ofName' | 'changedOn' | 'changedBy'>): string {
  const by = changedBy === '' ? '' : ` by ${changedBy}`;
  return `Own copy of ${ofName}, changed on ${printDate(changedOn, null)}${by}`;
}

/** `Disclosed by the police: the court’s direction. Police disclosure is left out unless ...` */
export function needText({ classes, kinds, permissions, note }: OwnProfileBody['needs'][number]): string {
  const what = [...classes.map((each) => itemClassText[each]), ...kinds.map((each) => needKindText[each])];
  const wanted = permissions.map((each) => permissionText[each]).join(' or ');
  return `${what.join(', ')}: ${wanted}. ${note}`.trim();
}
