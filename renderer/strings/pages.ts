import { degreesText, lyingText } from '../../shared/domain/pictures/lying';
import type { TurnBy } from '../../shared/models/page-turn';
import { counted, fewNamed } from './counts';
import { printMoment } from './dates';
import { printSize } from './sizes';

/** What is said and asked about the pages of an exhibit as it was sent. */
export const pagesText = {
  region: 'About its pages',
  lockedTitle: 'This PDF asks for its password',
  locked:
    'Whoever sent it can say what it is. The file stays as it came; Holdfast keeps the password in the vault, so that the pages can be shown again, and it travels with the case. It is shown nowhere.',
  password: 'Password of the PDF',
  noPassword: 'Type the password first.',
  open: 'Open',
  certificateTitle: 'This PDF is locked to a certificate',
  certificate:
    'No password opens it: it was made for one person or one computer. The file is stored, whole and unchanged. Ask whoever can open it for a copy that is not locked.',
  opened: (by: string, at: string): string =>
    `Opened with a password that ${by} typed, ${printMoment(at)}. The file itself is still locked.`,
  filesTitle: (count: number): string =>
    `It holds ${counted(count, 'file that is', 'files that are')} on none of its pages`,
  files:
    'Neither its pages nor a bundle show them. They can be taken out as exhibits of their own, unchanged.',
  seeFiles: 'See the files',
  hideFiles: 'Hide the files',
  chooseFiles: 'Files to take out',
  takeAll: 'Take all out as exhibits',
  takeChosen: (count: number): string =>
    count === 1 ? 'Take 1 file out as an exhibit' : `Take ${counted(count, 'file', 'files')} out as exhibits`,
  takenTitle: 'Taken out already',
  openExhibit: (ref: string): string => `Open ${ref}`,
  markedTitle: (pages: readonly number[]): string =>
    `${pageNames(pages)} ${pages.length === 1 ? 'has' : 'have'} marks for redaction that were never applied`,
  marked:
    'Somebody marked words to be taken out, and did not take them out: what lies under the marks can be read in the file. A bundle shows of it what a viewer shows. Make a redacted copy before it goes to anybody.',
  redact: 'Make a redacted copy',
  turn: 'Turn it',
  leave: 'Leave it',
  turnAll: 'Turn them all',
  leaveAll: 'Leave them all',
  toTurn:
    'Thumbnails, words and bundles follow what you say. The file itself stays as it came, and you can take it back.',
  straighten: 'Straighten it',
  leaveCrooked: 'Leave it crooked',
  straightenAll: 'Straighten these',
  leaveAllCrooked: 'Leave these crooked',
  toStraighten:
    'Its lines are brought level, the page grows on white paper so that nothing is cut off, and its words are read again. The file itself stays as it came, and you can take it back.',
  before: (page: number, isOnly: boolean): string => (isOnly ? 'As it is' : `Page ${String(page)} as it is`),
  after: (tenths: number): string => `Straightened, by ${degreesText(tenths)}`,
  turnedBack: 'Take back',
  takeBackOf: (what: string): string => `Take back: ${what}`,
} as const;

function pageNames(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${fewNamed(pages.map(String))}`;
}

interface Turn {
  readonly page: number;
  readonly by: TurnBy;
}

/** `Page 2 seems to lie upside down`; of a picture without the page. */
export function toTurnTitle(turns: readonly Turn[], isOnly: boolean): string {
  const [first] = turns;
  if (first === undefined) return '';
  if (turns.length > 1)
    return `${pageNames(turns.map(({ page }) => page))} seem to lie on their side or upside down`;
  return `${isOnly ? 'It' : `Page ${String(first.page)}`} seems to lie ${lyingText(first.by)}`;
}

/** `Page 2 seems to lie crooked, by 2.1 degrees`; of a picture without the page. */
export function toStraightenTitle(
  pages: readonly { readonly page: number; readonly straightened: number }[],
  isOnly: boolean,
): string {
  const [first] = pages;
  if (first === undefined) return '';
  if (pages.length > 1) return `${pageNames(pages.map(({ page }) => page))} seem to lie crooked`;
  const what = isOnly ? 'It' : `Page ${String(first.page)}`;
  return `${what} seems to lie crooked, by ${degreesText(first.straightened)}`;
}

/** What was answered for a page. */
export function turnedText(
  { page, by, straightened = 0 }: Turn & { readonly straightened?: number | undefined },
  isOnly: boolean,
): string {
  const what = isOnly ? 'It' : `Page ${String(page)}`;
  if (by === 0 && straightened === 0) return `${what} was left as it lies.`;
  const way = by === 180 ? 'upside down' : by === 90 ? 'to the right' : 'to the left';
  const turned = by === 0 ? [] : [`turned ${way}`];
  const level = straightened === 0 ? [] : [`straightened by ${degreesText(straightened)}`];
  return `${what} is shown ${[...turned, ...level].join(' and ')}.`;
}

/** What a PDF says of a file in it. */
export function heldText(file: {
  readonly bytes: number | null;
  readonly mime: string | null;
  readonly page: number | null;
}): string {
  const parts = [
    file.mime ?? '',
    file.bytes === null ? '' : printSize(file.bytes),
    file.page === null ? '' : `pinned to page ${String(file.page)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** In the report of an import, behind why a file is as it is. */
export function besideText({
  holds,
  isMarked,
}: {
  readonly holds: number;
  readonly isMarked: boolean;
}): string {
  const parts = [
    holds === 0 ? '' : `It holds ${counted(holds, 'file', 'files')} that were not taken out.`,
    isMarked ? 'It has marks for redaction that were never applied.' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
