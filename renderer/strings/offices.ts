import type { OfficeStanding, SenderStanding } from '../../shared/models/office';
import type { PackagePurpose } from '../../shared/models/package-purpose';
import type { TransferRecord } from '../../shared/models/transfer';
import type { Tone } from '../kit/tone';
import { inWordsList } from './counts';

/** What an office of the address book counts for, as a chip. */
export const officeChip: Readonly<Record<OfficeStanding, readonly [Tone, string]>> = {
  new: ['amber', 'Words not compared yet'],
  compared: ['green', 'Words compared'],
  refused: ['red', 'Words differed'],
  retired: ['neutral', 'Not used any more'],
};

interface SenderWords {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

/** Who has signed a package, said before anything of it is taken in. `name`: as we know it; `callsItself`: as it says. */
export function senderWords(standing: SenderStanding, name: string, callsItself: string): SenderWords {
  switch (standing) {
    case 'compared':
      return {
        tone: 'green',
        title: `From ${name}, whose words were compared`,
        text: 'It is signed with the key that you compared. Nobody has changed it since.',
      };
    case 'ours':
      return {
        tone: 'green',
        title: 'From this office',
        text: 'It is signed with our own key. Nobody has changed it since.',
      };
    case 'not-compared':
      return {
        tone: 'amber',
        title: `Unknown sender: nobody has compared the words of ${name}`,
        text: 'The card with this key is in your list of offices, but it may be anybody’s. Compare the words first if you can.',
      };
    case 'unknown':
      return {
        tone: 'amber',
        title: 'Unknown sender',
        text: `It says that it is from “${callsItself}”. No card with its key is here, and anybody can write a name. Ask that office for its card and compare the words first if you can.`,
      };
    case 'other-key':
      return {
        tone: 'red',
        title: `Not signed with the key of ${name}`,
        text: `It says that it is from “${callsItself}”, but it is signed with a key that you have not compared. Somebody may be pretending to be ${name}. Ring them on a number you knew before. If their keys are new, add their new card and compare the words, then open the package again.`,
      };
    case 'refused':
      return {
        tone: 'red',
        title: `Signed with a key that was refused: the words of “${name}” differed`,
        text: 'Nothing of it is taken in. Ring the office on a number you knew before.',
      };
    case 'retired':
      return {
        tone: 'red',
        title: `Signed with keys of ${name} that are not used any more`,
        text: 'Nothing of it is taken in. Ask the office to write the package again with its new keys, or add its card and compare the words.',
      };
  }
}

/** What was checked of a package that is in the list, and how sure that makes it. */
export function checkedChip({ direction, partner }: TransferRecord): readonly [Tone, string] {
  if (direction === 'out') return ['green', 'Read back and compared'];
  if (partner === null) return ['amber', 'Sender was not compared'];
  switch (partner.standing) {
    case 'compared':
      return ['green', 'Sender compared, every file checked'];
    case 'ours':
      return ['green', 'Ours, every file checked'];
    case 'not-compared':
      return ['amber', 'Sender was not compared'];
    case 'unknown':
    case 'other-key':
    case 'refused':
    case 'retired':
      return ['amber', 'Unknown sender'];
  }
}

/** To whom or from whom a package went, as it was known then. */
export function partnerText({ direction, partner }: TransferRecord): string {
  if (partner === null) return direction === 'out' ? 'Under a passphrase' : 'Not known';
  if (partner.standing === 'ours') return 'This office';
  return partner.standing === 'unknown' ? `Calls itself “${partner.name}”` : partner.name;
}

/** What a package is written for, to whoever writes it. */
export const purposeWords: Readonly<
  Record<PackagePurpose, { readonly label: string; readonly description: string }>
> = {
  handover: {
    label: 'They take the case over',
    description:
      'They go on where you are: their next exhibit has your next number. What you add here later gets other initials.',
  },
  copy: {
    label: 'They get a copy',
    description:
      'You go on here. What they add gets initials of its own, so that no exhibit reference is given twice.',
  },
  share: {
    label: 'They get a part of it',
    description:
      'Chosen exhibits and entries as they stand now. Nothing that was taken out, covered or not chosen goes along, and no safe-contact details.',
  },
  changes: {
    label: 'They get what changed',
    description: 'All that is new or different since a package that they have taken in.',
  },
};

/** The same to whoever takes it in. */
export const receivedPurpose: Readonly<Record<PackagePurpose, string>> = {
  handover: 'You take the case over. Exhibits go on from their last number.',
  copy: 'A copy: they go on too. Exhibits you add get initials of their own.',
  share: 'A part of the case, chosen by them. There is more than this.',
  changes: 'What is new or different since a package that you have.',
};

/** What a package was for, in the list of those that went out and came in; nothing where it does not say. */
export function purposeLine({ direction, purpose }: Pick<TransferRecord, 'direction' | 'purpose'>): string {
  if (purpose === null) return '';
  return direction === 'out' ? purposeWords[purpose].label : cameAs[purpose];
}

const cameAs: Readonly<Record<PackagePurpose, string>> = {
  handover: 'We took the case over',
  copy: 'We got a copy',
  share: 'We got a part of it',
  changes: 'We got what changed',
};

/** Further offices that a package was sealed for; nothing where there are none. */
export function alsoForText({ alsoFor }: Pick<TransferRecord, 'alsoFor'>): string {
  return alsoFor.length === 0 ? '' : `Also for ${inWordsList(alsoFor.map(({ name }) => name))}`;
}

/** Questions and notes beside what a package is written for. */
export const purposeText = {
  question: 'What it is for',
} as const;

/** Our own card. */
export const ownCardText = {
  label: 'Our card',
  title: (name: string): string => `Our card: ${name}`,
  lead: 'Send it to the other office by any way: nobody can open or sign anything with it. Then ring them and let them compare.',
  made: (day: string): string =>
    `Of ${day}. A new name makes a new card with new words: send it to the offices again, and let them compare.`,
  copy: 'Copy our card',
  copied: 'Copied. Paste it into a mail. It leaves the clipboard after a minute.',
  failed: 'It could not be copied. Open the text below and copy it there.',
  readOut: 'Read these words out to them',
  wordsLabel: 'The words of our card',
  qr: 'The card as a QR code',
  qrHint:
    'The other office photographs it, puts the picture on its computer and chooses it under “Add an office”. Nothing is sent anywhere.',
  qrLabel: 'Our card as a QR code; its text stands below',
  asText: 'The card as text',
} as const;

/** Taking in another office's card. */
export const addOfficeText = {
  title: 'Add an office',
  submit: 'Read the card',
  missing: 'Paste the card they sent you, or choose a picture of it.',
  how: 'Ask the other office to press “Copy our card” and to send it. Quotation marks of mail, broken lines and other words around it do not matter.',
  card: 'The card they sent',
  pictureHow:
    'Or take a picture of the QR code on their screen. It is read on this computer, and its text is put in above.',
  picture: 'Choose a picture of the QR code',
} as const;

/** The part of the page about who sends and gets packages. */
export const officesText = { title: 'Our card and other offices' } as const;
