import type { Pack } from '../../shared/models/pack';
import { recipientText } from '../../shared/records/words/leaving-words';
import { counted, fewNamed } from './counts';
import { printMoment } from './dates';
import { reasonText } from './errors';

/** The page on which an evidence pack is made. */
export const packText = {
  title: 'Evidence pack',
  /** In the rail, where there is a room called Evidence already. */
  room: 'Packs',
  summary:
    'Plain originals with a schedule, a chronology, fingerprints, and a page that checks them without Holdfast: as a folder, or sealed in one file.',
  emptyTitle: 'A pack needs something to hold',
  empty: 'Add evidence or chronology entries first. A pack is then a folder that anybody can open and check.',
  toEvidence: 'Go to the evidence',
  look: 'Look through what leaves',
  whatGoes: 'What goes',
  to: 'Name, rank, station, crime reference',
  toHint: 'It stands in the note on top. Leave it empty if you hand it over in person.',
  chronology: 'Chronology',
  chronologyChoose: 'With the chronology?',
  chronologyNone: 'Without the chronology',
  chronologyAll: (entries: number): string => `With all of it, ${counted(entries, 'entry', 'entries')}`,
  chronologyView: (name: string): string => `As the view “${name}”`,
  exhibits: 'Exhibits',
  ofAll: (chosen: number, all: number): string => `${chosen} of ${all}`,
  all: 'Choose all',
  cited: 'Only those that entries cite',
  none: 'Choose none',
  choose: (ref: string): string => `${ref} goes`,
  whichCopy: (ref: string): string => `How does ${ref} go?`,
  whichPlaceholder: 'Original or redacted copy?',
  original: 'The original',
  redacted: (version: number, at: string): string => `Redacted copy ${version}, of ${printMoment(at)}`,
  names: 'What the files will be called',
  namesHint:
    'Reference, day and sort of thing: nothing of a title or of the name a file came under. Papers and checks go beside them.',
  namesNone: 'Nothing is chosen yet.',
  goesAs: (ref: string, name: string): string => `${ref}: ${name}`,
  missing: 'Before it can be looked through',
  missingChronology: 'Say whether the chronology goes.',
  missingChoice: 'Choose at least one exhibit, or the chronology.',
  missingCopies: (refs: readonly string[]): string =>
    `Say whether the original or a redacted copy goes: ${fewNamed(refs)}.`,
  running: 'The folder is being written.',
  runningSealed: 'The sealed file is being written.',
  made: 'The folder is made, and every file in it was compared.',
  madeHint:
    'It is not encrypted where it is now. Read the fingerprint of SHA256SUMS out to whoever asks for it; it is kept below.',
  madeSealed: 'The sealed file is written and was read back.',
  madeSealedHint: (office: string | null): string =>
    `${office === null ? 'Tell the passphrase over the phone, never in the same post. It opens with the free program age.' : `Only ${office} can open it, with the key that lies in its vault.`} It unpacks to the folder. Read the fingerprint of SHA256SUMS out to whoever asks for it; it is kept below.`,
  before: 'Packs that were made',
  beforeNone: 'None yet.',
  sums: 'Fingerprint of SHA256SUMS',
  sealedSum: 'Fingerprint of the sealed file',
} as const;

/** How a pack leaves. */
export const packSealText = {
  title: 'How it leaves',
  choices: {
    folder: { label: 'As a folder', description: 'Whoever has it can read it.' },
    passphrase: {
      label: 'One sealed file, with a passphrase',
      description: 'Whoever was told the passphrase opens it with the free program age.',
    },
  },
  passphrase: 'Passphrase for this pack',
  tellIt: 'Tell it over the phone, never in the same post.',
  missing: 'Type a strong passphrase for the sealed file.',
} as const;

/** How a pack that was made left, or null for a plain folder. */
export function packSealedLine({ sealed }: Pick<Pack, 'sealed'>): string | null {
  if (sealed === null) return null;
  return sealed.office === null
    ? 'One sealed file, under a passphrase'
    : `One sealed file, for ${sealed.office.name}`;
}

/** What a pack that was made held, in a line. */
export function packLine({ files, entries }: Pick<Pack, 'files' | 'entries'>): string {
  const exhibits = new Set(files.flatMap(({ itemId }) => itemId ?? [])).size;
  return `${counted(exhibits, 'exhibit', 'exhibits')}, ${counted(entries, 'entry', 'entries')}, ${counted(files.length, 'file', 'files')}`;
}

export function packFor({ recipient, to }: Pick<Pack, 'recipient' | 'to'>): string {
  return to === '' ? recipientText(recipient) : `${recipientText(recipient)}: ${to}`;
}

export function packWhen({ madeAt, author }: Pick<Pack, 'madeAt' | 'author'>): string {
  return `${printMoment(madeAt)}, by ${author}`;
}

/** What a pack went without, or null where nothing was left out. */
export function packLeftOut({ leftOut }: Pick<Pack, 'leftOut'>): string | null {
  if (leftOut.length === 0) return null;
  return leftOut
    .map(({ exhibitRef, what, reason }) => {
      const why = reasonText(reason);
      return `${what === 'exhibit' ? `Without ${exhibitRef}` : `${exhibitRef} without a viewing copy`}${why === '' ? '' : `: ${why}`}`;
    })
    .join(' ');
}

/** A step of the way of an exhibit. */
export function packStepText(forWhom: string): string {
  return `Went into an evidence pack, for: ${forWhom}`;
}
