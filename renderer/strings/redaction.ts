import { redactionReasons } from '../../shared/models/redaction';
import type { PagePlace, Redaction, RedactionBox, RedactionReason } from '../../shared/models/redaction';
import { counted } from './counts';

interface ReasonWords {
  readonly name: string;
  /** Printed in the box unless somebody writes something else. */
  readonly printed: string;
}

const reasons: Readonly<Record<RedactionReason, ReasonWords>> = {
  'client-address': { name: 'client’s address', printed: '[address]' },
  workplace: { name: 'workplace', printed: '[workplace]' },
  school: { name: 'school', printed: '[school]' },
  'new-number': { name: 'new number', printed: '[number]' },
  vehicle: { name: 'vehicle', printed: '[vehicle]' },
  'third-party': { name: 'somebody else', printed: '[name]' },
  child: { name: 'child', printed: '[child]' },
  'other-client': { name: 'another client', printed: '[name]' },
  medical: { name: 'medical', printed: '[medical]' },
  'legal-advice': { name: 'legal advice', printed: '[legal advice]' },
  other: { name: 'other', printed: '[redacted]' },
};

export function reasonName(reason: RedactionReason): string {
  return reasons[reason].name;
}

export function printedWords(reason: RedactionReason): string {
  return reasons[reason].printed;
}

export const reasonOptions = redactionReasons.map((id) => ({
  id,
  label: reasons[id].name.charAt(0).toLocaleUpperCase('en-GB') + reasons[id].name.slice(1),
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
