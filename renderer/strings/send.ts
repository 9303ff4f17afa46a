import { visible } from '../../shared/domain/visible-text';
import { handoverSlots } from '../../shared/models/package-purpose';
import type { HandoverSlot, PackageNote } from '../../shared/models/package-purpose';
import type { PackageForecast, TransferRecord } from '../../shared/models/transfer';
import { counted } from './counts';
import { printMoment } from './dates';
import { purposeWords } from './offices';
import { printSize } from './sizes';

/** Papers that go from advocate to advocate when a case moves. */
export const slotText: Readonly<Record<HandoverSlot, string>> = {
  minutes: 'Minutes of the last MARAC',
  'action-plan': 'MARAC action plan',
  risk: 'Current risk assessment',
  'advocate-note': 'Note from advocate to advocate',
};

/** The form by which a case, or a part of it, is sent. */
export const sendText = {
  title: 'Send a case',
  noCase: 'There is no case to send yet.',
  case: 'Case',
  chooseCase: 'Choose a case',
  sealed: 'How it is sealed',
  forOffice: 'For an office',
  byPassphrase: 'With a passphrase',
  passphrase: 'Passphrase for this package',
  offices: 'Office that gets it',
  chooseOffice: 'Choose an office',
  alsoFor: 'Also for',
  noOffice: 'There is no office whose words were compared yet. Add its card under “Other offices” first.',
  underPassphrase:
    'Under a passphrase a package is never a handover: whoever was told it could go on with the case.',
  missingCase: 'Choose the case that is to go.',
  missingOffice: 'Choose the office that gets it.',
  oneOffice: 'Choose one office: two could go on with the case, or have different packages.',
  missingPurpose: 'Choose what it is for.',
  missingPart: 'Choose at least one exhibit, or entries of the chronology.',
  missingCopies: 'Say of each exhibit that has redacted copies whether its original or a copy goes.',
  missingSince: 'Choose the package that they have taken in.',
  missingBasis: 'Say whether the client agreed.',
  missingReason: 'Write it down: it is kept with the package, in both offices.',
  tellPassphrase: (strength: string): string => `${strength} Tell it over the phone, never in the same post.`,
  choosePart: 'Choose what goes',
  partTitle: 'What goes of this case',
  entries: 'Entries of the chronology',
  chooseEntries: 'Which entries?',
  partDone: 'This goes',
  partNone: 'Nothing is chosen yet.',
  partSome: (exhibits: number, chronology: string): string =>
    `${counted(exhibits, 'exhibit', 'exhibits')}, ${chronology}`,
  withEntries: 'entries as chosen',
  withoutEntries: 'no entries',
  since: 'Since which package',
  chooseSince: 'Choose a package',
  noneBefore:
    'This office has not been sent this case yet, so that nothing can be counted from. Send it whole.',
  slotsTitle: (missing: number): string =>
    `Papers that go with a handover${missing === 0 ? '' : `: ${missing} missing`}`,
  slotsHint: 'For a case that moves between MARAC areas. What is missing is said to the other office too.',
  slotMissing: 'Missing',
  basis: 'Why it may go',
  basisConsent: 'The client agreed',
  basisConsentHint: 'When and how they said so is written down.',
  basisWithout: 'Without consent',
  basisWithoutHint: 'The reason is written down, with who decided it.',
  reasonConsent: 'When and how the client agreed',
  reasonWithout: 'The reason, and who decided it',
  look: 'What will leave',
  counting: 'Working out what goes …',
  write: 'Choose where and write',
  lastSent: (office: string | null, at: string): string =>
    `This case last went ${office === null ? 'under a passphrase' : `to ${office}`} on ${at}.`,
  bothVersions: 'Both versions go along, and wait there too.',
  written: 'The package is written and was read back.',
  eject: 'Eject the stick before you pull it out.',
} as const;

/** A package that was sent, in a list to choose from. */
export function sentText({ at, purpose, files }: TransferRecord): string {
  const what = purpose === null ? '' : `, ${purposeWords[purpose].label.toLowerCase()}`;
  return `${printMoment(at)}${what}, ${counted(files, 'exhibit', 'exhibits')}`;
}

/** What leaves, for whom, and what stays, before it is written: one line each. */
export function forecastLines(
  { exhibits, redacted, entries, others, bytes, stays, leftOut, unknown }: PackageForecast,
  names: readonly string[],
): readonly string[] {
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  const whom = names.length === 0 ? 'whoever is told the passphrase' : names.join(' and ');
  const left = leftOut.reduce((sum, { count }) => sum + count, 0);
  return [
    `To ${whom}${names.length === 0 ? '' : ' and nobody else'}.`,
    `${counted(exhibits, 'exhibit', 'exhibits')}${redacted === 0 ? '' : `, ${redacted} of them redacted`}, ${counted(entries, 'entry', 'entries')}, ${counted(rest, 'other record', 'other records')}, ${printSize(bytes)}.`,
    ...(stays.exhibits + stays.entries === 0
      ? ['Nothing of the case stays behind.']
      : [
          `Stays here: ${counted(stays.exhibits, 'exhibit', 'exhibits')}, ${counted(stays.entries, 'entry', 'entries')}.`,
        ]),
    ...(left === 0
      ? []
      : [
          `${counted(left, 'chosen record stays', 'chosen records stay')}: removed, erased, or of a newer Holdfast.`,
        ]),
    ...(unknown === 0
      ? []
      : [`${counted(unknown, 'version', 'versions')} of a newer Holdfast, carried as they are.`]),
  ];
}

/** Papers of a handover that nobody has named; null where none is missing. */
export function missingPapers(slots: NonNullable<PackageNote['slots']>): string | null {
  const missing = handoverSlots.filter((slot) => slots[slot] === null).map((slot) => slotText[slot]);
  return missing.length === 0 ? null : `Missing: ${missing.join(', ')}.`;
}

/** Papers of a handover that are in the package, by what they are called; null where none is. */
export function papersThere(slots: NonNullable<PackageNote['slots']>): string | null {
  const there = handoverSlots.filter((slot) => slots[slot] !== null).map((slot) => slotText[slot]);
  return there.length === 0 ? null : `In it: ${there.join(', ')}.`;
}

/** Why a package could go, as somebody wrote it: here, or in an office that may be a stranger's. */
export function basisText({ basis, reason }: PackageNote): string {
  return `${basis === 'consent' ? sendText.basisConsent : sendText.basisWithout}: ${visible(reason)}`;
}

/** What a package says of itself. */
export const noteText = {
  why: 'Why it could go',
  theirWhy: 'Why it could go, they say',
  papers: 'Papers of the handover',
  /** Of a paper that was named and cannot be opened here. */
  notHere: 'In the package, but not here: it was not taken in, or was erased.',
  reading: 'looking for it …',
} as const;
