import { redactionReasons } from '../../shared/models/redaction';
import type { PagePlace, Redaction, RedactionBox, RedactionReason } from '../../shared/models/redaction';
import { reasonWords } from '../../shared/records/words/redaction-words';
import { counted } from './counts';

/** Printed in the box unless somebody writes something else. */
const printed: Readonly<Record<RedactionReason, string>> = {
  'client-address': '[address]',
  workplace: '[workplace]',
  school: '[school]',
  'new-number': '[number]',
  vehicle: '[vehicle]',
  'third-party': '[name]',
  child: '[child]',
  'other-client': '[name]',
  medical: '[medical]',
  'legal-advice': '[legal advice]',
  other: '[redacted]',
};

export function reasonName(reason: RedactionReason): string {
  return reasonWords[reason];
}

export function printedWords(reason: RedactionReason): string {
  return printed[reason];
}

export const reasonOptions = redactionReasons.map((id) => ({
  id,
  label: reasonWords[id].charAt(0).toLocaleUpperCase('en-GB') + reasonWords[id].slice(1),
}));

/** `Box 2, page 1, client’s address`: what a box is called by whoever cannot see it. */
export function boxName(box: Pick<RedactionBox, 'page' | 'reason'>, number: number): string {
  return `Box ${number}, page ${box.page}, ${reasonName(box.reason)}`;
}

const third = (middle: number, names: readonly [string, string, string]): string =>
  names[middle < 1 / 3 ? 0 : middle < 2 / 3 ? 1 : 2];

/** `top left, 24 % wide, 3 % high`: where on the page a box is, for a list on paper. */
export function placeText({ x, y, width, height }: Omit<PagePlace, 'page'>): string {
  const down = third(y + height / 2, ['top', 'middle', 'bottom']);
  const across = third(x + width / 2, ['left', 'centre', 'right']);
  const share = (part: number): string => (part < 0.01 ? 'under 1' : String(Math.round(part * 100)));
  return `${down} ${across}, ${share(width)} % wide, ${share(height)} % high`;
}

/** `3 boxes on 2 pages`. */
export function boxesText(boxes: readonly Pick<RedactionBox, 'page'>[]): string {
  const pages = new Set(boxes.map(({ page }) => page)).size;
  return `${counted(boxes.length, 'box', 'boxes')} on ${counted(pages, 'page', 'pages')}`;
}

const endings = {
  'image/png': 'redacted-png',
  'image/jpeg': 'redacted-jpg',
  'application/pdf': 'redacted-pdf',
} as const;

/** What kind of file a version is saved as. */
export function savePurpose({ mime }: Pick<Redaction, 'mime'>): (typeof endings)[keyof typeof endings] {
  return endings[mime];
}
