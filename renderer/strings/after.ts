import { afterRules } from '../../shared/domain/receipt/after-rules';
import { comparedText } from '../../shared/domain/receipt/custody-words';
import type { Standing } from '../../shared/domain/receipt/on-the-way';
import { printDate } from '../../shared/domain/dates/print';
import type { CustodyStep } from '../../shared/models/custody';
import type { KeptReceipt } from '../../shared/models/receipt';
import type { TransferRecord } from '../../shared/models/transfer';
import type { Tone } from '../kit/tone';
import { counted } from './counts';
import { printMoment } from './dates';
import { printSize } from './sizes';

/** What went out and came in, and what became of it. */
export const afterText = {
  title: 'What went out and came in',
  emptyTitle: 'No packages yet',
  empty: 'Each package that is written or opened is listed here, with what was checked.',
  frame: 'Packages',
  columns: ['When', 'Case', 'Direction', 'To or from', 'What was in it', 'Checked', 'Since then'],
  cameIn: 'Came in',
  wentOut: 'Went out',
  allReceived: 'Every package that went out has a receipt.',
  waiting: (waiting: number): string => `${counted(waiting, 'package', 'packages')} not received yet`,
  overdue: (overdue: number, days: number): string =>
    `${counted(overdue, 'package is', 'packages are')} overdue: no receipt after ${counted(days, 'day', 'days')}`,
  overdueHint:
    'Ring the office on a number you knew before. If the stick is lost, write it down below: the hours to tell the ICO run from when you know.',
  read: 'Read a receipt',
  readDone: (receipt: KeptReceipt): string =>
    receipt.office.name === ''
      ? 'Received by an office that nobody here has compared'
      : `Received by ${receipt.office.name} on ${printMoment(receipt.takenInAt)}`,
  readDoneHint: ({ counts }: KeptReceipt): string =>
    `${counted(counts.exhibits, 'exhibit', 'exhibits')} and ${counted(counts.entries, 'entry', 'entries')} are there${counts.declined === 0 ? '' : `, ${counted(counts.declined, 'record was', 'records were')} declined`}. It is kept in the record of acts.`,
  write: 'Write a receipt',
  writeOf: (reference: string): string => `Write a receipt for ${reference}`,
  written: 'The receipt is written. Carry it back, or send it: it names nobody and no case.',
  days: 'Days a receipt may take',
  daysHint: `${afterRules.overdue.source} At first ${afterRules.overdue.days}.`,
  custody: 'Custody',
  custodyOf: (reference: string): string => `Custody of ${reference}`,
  erase: 'Erase here',
  eraseOf: (reference: string): string => `Erase here: ${reference}`,
} as const;

/** Where a package that went out stands, as a chip. */
export function standingChip({ is, due }: Standing): readonly [Tone, string] {
  switch (is) {
    case 'received':
      return ['green', 'Received'];
    case 'wiped':
      return ['neutral', 'Given up and wiped'];
    case 'not-received':
      return ['neutral', `Not received yet, due by ${printDate(due, null)}`];
    case 'overdue':
      return ['amber', `Overdue since ${printDate(due, null)}`];
  }
}

/** One line about a receipt, in the list of packages. */
export function receiptLine({ direction, office, takenInAt, at, by }: KeptReceipt): string {
  if (direction === 'out') return `Receipt written on ${printMoment(at)} by ${by}`;
  const who = office.name === '' ? 'an office that is not known here' : office.name;
  return `Received on ${printMoment(takenInAt)} by ${who}`;
}

export const wipeText = {
  open: 'Wipe the stick',
  openOf: (reference: string): string => `Wipe the stick with ${reference}`,
  title: (reference: string): string => `Wipe the package of ${reference} off the stick`,
  what: 'You choose the package on the stick. Only if it is that very file, byte for byte, is it overwritten with random bytes and taken away. Every other file is refused.',
  limits:
    'A stick, a memory card and most disks keep old cells that nothing can reach: parts of the package may stay in them. What protects it is the key it was sealed with, and not this.',
  half: 'If the stick is pulled out half-way, press this again and choose what is left: it is then called “holdfast-….part”.',
  giveUp: 'No receipt came for it. I give this package up, and wait for none any more.',
  giveUpFirst: 'Read its receipt first, or tick this.',
  submit: 'Choose the package and wipe it',
  done: 'The package was overwritten and taken away.',
  wiped: (at: string, by: string): string => `Wiped on ${printMoment(at)} by ${by}`,
} as const;

export const custodyText = {
  title: (reference: string): string => `Custody of ${reference}`,
  lead: 'Which offices had this case, when, and what each has said of it.',
  none: 'This case has neither left this office nor come from another.',
  written: 'Written',
  taken: 'Taken in',
  by: (at: string, by: string): string => `${printMoment(at)}${by === '' ? '' : `, by ${by}`}`,
  office: 'Other office',
  officeIs: (step: CustodyStep): string =>
    [step.office?.name ?? '', comparedText(step)].filter((part) => part !== '').join('; '),
  others: 'Further offices',
  fingerprint: 'Its fingerprint',
  sealed: 'Sealed',
  held: 'What was in it',
  heldIs: ({ files, entries, bytes }: CustodyStep): string =>
    `${counted(files, 'exhibit', 'exhibits')}, ${counted(entries, 'entry', 'entries')}, ${printSize(bytes)}`,
  package: 'Package',
  sha256: 'Fingerprint (SHA-256)',
  receipt: 'Receipt',
  ourHead: 'Head of our record',
  theirHead: 'Head of their record',
  close: 'Close',
  print: 'Save as a PDF for court',
  printed: (pages: number): string => `Saved as a PDF of ${counted(pages, 'page', 'pages')}`,
  printedHint: 'It was read back and compared. It is not encrypted where it is now.',
} as const;

export const rescueWords = {
  title: 'Open a package without Holdfast',
  lead: 'If this program is ever gone, every package still opens with free ones.',
  open: 'Show how',
  kind: 'How it was sealed',
  kinds: { key: 'For an office', passphrase: 'With a passphrase' },
  commands: (title: string): string => `Commands: ${title}`,
  readme: 'Save these words as README.txt',
  readmeDone: 'Saved. It may lie beside any package: nothing of a case is in it.',
  key: 'Save our key',
  keyTitle: 'Save the key that opens packages for this office',
  keyWhat:
    'Whoever has this file and its passphrase opens every package that was sealed for this office. It cannot sign in your name. Keep it where the recovery words are, never on the stick that packages travel on.',
  keyPassphrase: 'Passphrase for the key',
  keyOwn: 'The passphrase you unlock Holdfast with',
  keyMissing: 'Type at least 12 letters.',
  keyOwnMissing: 'Type your own passphrase.',
  keySubmit: 'Choose where and save',
  close: 'Close',
} as const;

/** What a package is called in a list to choose from. */
export function packageOption({ at, caseReference, direction, partner }: TransferRecord): string {
  const who =
    partner === null ? 'under a passphrase' : `${direction === 'out' ? 'to' : 'from'} ${partner.name}`;
  return `${caseReference === '' ? 'a case that was erased' : caseReference}, ${who}, ${printMoment(at)}`;
}
