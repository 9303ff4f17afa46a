import type { ErrorCode } from '../../shared/errors';
import { printSize } from './sizes';

/** What happened, what is safe, what to do next. */
export interface ErrorWords {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}

const nothingChanged = 'Nothing was changed.';
const nothingLost = 'Nothing was lost.';
const storedSafe = 'The file itself is stored, whole and unchanged.';

const words: Readonly<Record<ErrorCode, ErrorWords>> = {
  'wrong-passphrase': {
    what: 'That passphrase does not open this vault.',
    safe: nothingChanged,
    next: 'Check capital letters and spaces, then try again.',
  },
  'weak-passphrase': {
    what: 'The passphrase is too short or too easy to guess.',
    safe: nothingChanged,
    next: 'Use at least 12 characters that are no name, date or known password; four or more unusual words are best.',
  },
  'clock-asked': {
    what: 'The clock of this computer has jumped since the vault was last used.',
    safe: nothingChanged,
    next: 'Open the vault again: you are asked whether the clock is right.',
  },
  'clock-jumped': {
    what: 'The clock of this computer jumped by more than a day, so the vault was locked.',
    safe: 'What was saved is safe, and nothing was written with the new time.',
    next: 'Unlock it and say whether the clock is right.',
  },
  'place-asked': {
    what: 'The folder of this vault is not the one it was in before.',
    safe: nothingChanged,
    next: 'Open the vault again: you are asked whether it was moved or copied.',
  },
  'vault-locked': {
    what: 'The vault is locked.',
    safe: 'What was saved is safe.',
    next: 'Unlock it and go on.',
  },
  'legal-hold': {
    what: 'A legal hold says that nothing of this case may be erased.',
    safe: nothingChanged,
    next: 'End the hold under Keeping and requests, once whoever decided it agrees.',
  },
  'vault-exists': {
    what: 'The folder holds a vault or other files already.',
    safe: nothingChanged,
    next: 'Open the vault that is there, or choose an empty folder.',
  },
  'vault-missing': {
    what: 'There is no vault in this folder.',
    safe: nothingChanged,
    next: 'Make a new one, or start Holdfast with the folder of yours.',
  },
  'vault-damaged': {
    what: 'The vault is damaged: part of it is not as it was written.',
    safe: 'Nothing was changed or repaired.',
    next: 'Make a copy of the folder before anything else, then use your backup.',
  },
  'vault-newer': {
    what: 'The vault was written by a newer Holdfast.',
    safe: nothingChanged,
    next: 'Install the newer version and open it there.',
  },
  'vault-in-use': {
    what: 'Another window or program has the vault open.',
    safe: nothingChanged,
    next: 'Close it there, then try again.',
  },
  'disk-full': {
    what: 'The disk is full.',
    safe: 'What was saved before is safe; what did not fit was not written at all.',
    next: 'Free some space and try again.',
  },
  'not-writable': {
    what: 'Windows or the disk does not allow writing there.',
    safe: nothingChanged,
    next: 'Choose another place, or ask whoever looks after the computer.',
  },
  'read-failed': {
    what: 'The disk could not be read properly.',
    safe: nothingChanged,
    next: 'Copy the file to another disk or stick and try again.',
  },
  'not-found': { what: 'It is not there any more.', safe: nothingLost, next: 'Go back and open it again.' },
  conflict: {
    what: 'It was changed or taken meanwhile.',
    safe: 'Both versions are kept.',
    next: 'Look at what is there now, then decide.',
  },
  'filter-unread': {
    what: 'The filter asks for something that cannot be looked for, so it selects nothing.',
    safe: 'Nothing was written or given out.',
    next: 'Change the filter above the chronology, or show all entries again.',
  },
  'too-many': {
    what: 'These are more entries than go on paper at once: 5,000 at most.',
    safe: nothingChanged,
    next: 'Filter the chronology first, or write it as a table (CSV).',
  },
  'table-unreadable': {
    what: 'This is not a table that can be read.',
    safe: nothingChanged,
    next: 'Save it as CSV in the spreadsheet and choose that file, or copy its cells and paste them.',
  },
  'table-spreadsheet': {
    what: 'This is a spreadsheet or document of an office program (such as .xlsx, .xls or .ods), not a table of text.',
    safe: nothingChanged,
    next: 'Open it there, then copy the rows and paste them here, or save it as CSV (UTF-8) and choose that file.',
  },
  'table-no-text': {
    what: 'This file holds no text: it is a picture, a PDF, an archive or the like.',
    safe: nothingChanged,
    next: 'Choose the table saved as CSV, or copy its rows and paste them here.',
  },
  'target-exists': {
    what: 'Something of that name is there already.',
    safe: 'It was not touched, and nothing was written.',
    next: 'Choose another name or another place.',
  },
  'in-use': {
    what: 'Entries are still linked to it.',
    safe: nothingChanged,
    next: 'Open those entries, take the link away, then remove it.',
  },
  'invalid-input': {
    what: 'Something in the form is not as it must be.',
    safe: nothingChanged,
    next: 'Check the marked fields.',
  },
  'untrusted-sender': {
    what: 'A request came from outside the app and was refused.',
    safe: nothingChanged,
    next: 'Close Holdfast and start it again.',
  },
  cancelled: {
    what: 'You stopped it.',
    safe: 'What was finished before stays.',
    next: 'Start again when you like; what is in already is not taken in twice.',
  },
  'file-empty': {
    what: 'The file is empty.',
    safe: 'It is stored as it came.',
    next: 'Ask for it to be sent again.',
  },
  'file-vanished': {
    what: 'The file was gone when it was to be read.',
    safe: nothingLost,
    next: 'Put it back and add it again.',
  },
  'file-changed': {
    what: 'The file changed while it was being read.',
    safe: nothingLost,
    next: 'Wait until nothing writes to it, then add it again.',
  },
  'file-too-large': {
    what: 'It is too large to show.',
    safe: storedSafe,
    next: 'Save a copy to open it in another program.',
  },
  'not-a-file': {
    what: 'It is a link or a device, not a file.',
    safe: nothingLost,
    next: 'Add the file that it points to.',
  },
  'unreadable-image': {
    what: 'The picture is damaged and cannot be shown.',
    safe: storedSafe,
    next: 'Ask for it again from where it came.',
  },
  'unreadable-pdf': {
    what: 'The PDF is damaged or wants a password.',
    safe: storedSafe,
    next: 'Ask for a copy that opens without a password.',
  },
  'unsupported-preview': {
    what: 'Files of this kind are stored and listed, but not shown.',
    safe: storedSafe,
    next: 'Save a copy to open it in another program.',
  },
  'decoder-timeout': {
    what: 'It took too long to open and was given up.',
    safe: storedSafe,
    next: 'Save a copy to open it in another program.',
  },
  'evidence-damaged': {
    what: 'A stored file is not as it was written.',
    safe: 'Nothing was changed.',
    next: 'Restore it from your backup, or add the original again.',
  },
  'folder-vanished': {
    what: 'The folder was gone when it was to be read.',
    safe: nothingLost,
    next: 'Put it back, or plug the stick in, and add it again.',
  },
  'view-gone': {
    what: 'The saved view that the chronology was to be taken from is not there any more.',
    safe: nothingChanged,
    next: 'Choose another view, or the whole chronology.',
  },
  'no-exhibits': {
    what: 'What was chosen are documents, and documents get no label.',
    safe: nothingChanged,
    next: 'Choose exhibits.',
  },
  'bundle-empty': {
    what: 'There is nothing to put into the bundle.',
    safe: nothingChanged,
    next: 'Add evidence or chronology entries first.',
  },
  'leaving-undecided': {
    what: 'There is something to decide before this leaves.',
    safe: 'Nothing has left, and nothing was changed.',
    next: 'Decide it on the list that is shown before it leaves, then try again.',
  },
  'bundle-not-continuable': {
    what: 'Pages cannot be added to this bundle: an earlier Holdfast built it and did not note where its pages stand.',
    safe: 'The bundle is as it was, and no other was made.',
    next: 'Build it anew once. Pages can be added to that one.',
  },
  'bundle-nothing-added': {
    what: 'Nothing is new since that bundle: every exhibit that is chosen is in it already.',
    safe: 'The bundle is as it was, and no other was made.',
    next: 'Put in what is to be added, then build again.',
  },
  'bundle-layout-unstable': {
    what: 'The page numbers could not be settled.',
    safe: 'No bundle was made.',
    next: 'Change the title or leave one exhibit out, then build again.',
  },
  'package-wrong-key': {
    what: 'The package is meant for another office, or the passphrase is not the right one.',
    safe: nothingChanged,
    next: 'Compare your office key with the sender over the phone.',
  },
  'package-damaged': {
    what: 'The package is damaged or was altered.',
    safe: 'Nothing of it was taken in.',
    next: 'Ask the sender to write it again.',
  },
  'package-costly': {
    what: 'Opening the package by its passphrase would take this computer minutes and most of its memory.',
    safe: 'Nothing of it was taken in.',
    next: 'Ask the sender to write it again with Holdfast, or for your office’s key.',
  },
  'package-parts': {
    what: 'The parts of the package do not fit together: one is missing, is not whole, or bears another’s number.',
    safe: 'Nothing of it was taken in.',
    next: 'Put all of its parts (.001, .002 and so on) into one folder and open it again, or ask the sender for it anew.',
  },
  'stick-gone': {
    what: 'The stick or disk was taken out, or the folder on it is gone.',
    safe: 'Your case is unchanged. What was written so far is kept there and is noise to anyone who finds it.',
    next: 'Put it back and write to the same name: it goes on where it stopped, unless the case has changed.',
  },
  'stick-failing': {
    what: 'The stick or disk failed while it was written to.',
    safe: 'Your case is unchanged. Nothing stands there under the name of the package.',
    next: 'Write to the same name once more: it goes on where it stopped, unless the case has changed. If it fails again, use another stick.',
  },
  'stick-full': {
    what: 'The stick or disk became full.',
    safe: 'Your case is unchanged. What was written so far is kept there.',
    next: 'Free some space on it and write to the same name: it goes on where it stopped. Or use a larger one.',
  },
  'stick-too-small': {
    what: 'There is not enough space on the stick or disk for this package.',
    safe: 'Nothing was written.',
    next: 'Free some space on it, or use a larger one.',
  },
  'stick-read-only': {
    what: 'The stick or disk cannot be written to. A switch on its side may lock it.',
    safe: 'Nothing was written.',
    next: 'Look for the switch, or use another stick.',
  },
  'package-not-ours': {
    what: 'This is not a Holdfast package.',
    safe: nothingChanged,
    next: 'Choose a file that ends in .hfcase.',
  },
  'package-newer': {
    what: 'The package was written by a newer Holdfast.',
    safe: nothingChanged,
    next: 'Install the newer version and open it there.',
  },
  'package-already-here': {
    what: 'This package was taken in before.',
    safe: nothingChanged,
    next: 'Open its case from the caseload. If the other office has done more since, ask it for a new package.',
  },
  'case-changed': {
    what: 'An exhibit came into this case while the package was written, so the package lacks it.',
    safe: 'Nothing was handed over, and the unfinished package was taken away again.',
    next: 'Wait until nothing is being added any more, then write the package again.',
  },
  'package-changed': {
    what: 'The package is not the one that was shown, or what is known of its sender has changed since.',
    safe: 'Nothing of it was taken in.',
    next: 'Choose it again and look once more.',
  },
  'erased-here': {
    what: 'This package holds something that was erased here.',
    safe: 'Nothing of it was taken in, and what was erased stays erased.',
    next: 'Choose the package again, look at what it says was erased, and decide.',
  },
  'package-incomplete': {
    what: 'Something in this package was made from a version that the package does not name.',
    safe: 'Nothing of it was taken in.',
    next: 'Ask the sender to write it again.',
  },
  'package-before-missing': {
    what: 'This package holds what changed since another one, and that one was not taken in here.',
    safe: 'Nothing of it was taken in.',
    next: 'Take the earlier package in first, or ask the sender for the whole case.',
  },
  'nothing-new': {
    what: 'Nothing of this case is new or different since that package.',
    safe: 'Nothing was written.',
    next: 'Send the whole case if the other office has lost it.',
  },
  'version-altered': {
    what: 'A version in this package says something else than the same version here. One of the two was altered.',
    safe: 'Nothing of it was taken in, and what is here was left as it is.',
    next: 'Ask the sender by phone what they see, before you trust either.',
  },
  'exhibit-altered': {
    what: 'An exhibit or a redacted copy in this package is another file than the same one here. One of the two was altered.',
    safe: 'Nothing of it was taken in, and what is here was left as it is.',
    next: 'Ask the sender by phone for the fingerprint of their file, before you trust either.',
  },
  'record-newer': {
    what: 'This was written by a newer Holdfast, so it can be read here but not changed.',
    safe: nothingChanged,
    next: 'Install the newer version to change it.',
  },
  'record-erased': {
    what: 'What this version said is not here: it was erased, or never came along.',
    safe: nothingChanged,
    next: 'Choose another version, or ask the office that has it.',
  },
  'record-locked': {
    what: 'This was saved and stays as it is.',
    safe: nothingChanged,
    next: 'Write a correction: it stands beside what was written, and both are kept.',
  },
  'version-shown': {
    what: 'This is what the record says now, or what somebody has still to decide on.',
    safe: nothingChanged,
    next: 'Change the record first. Then its earlier version can be erased.',
  },
  'receipt-unreadable': {
    what: 'This is not a receipt, or part of it is missing.',
    safe: nothingChanged,
    next: 'Choose the file that the other office carried back, as they wrote it.',
  },
  'receipt-newer': {
    what: 'This receipt was written by a newer Holdfast.',
    safe: nothingChanged,
    next: 'Install the newer version and read it there.',
  },
  'receipt-damaged': {
    what: 'This receipt was changed after it was signed.',
    safe: 'The package still counts as not received.',
    next: 'Ring the other office on a number you knew before, and ask them to write it again.',
  },
  'receipt-not-ours': {
    what: 'This is a receipt for a package that was not written here.',
    safe: nothingChanged,
    next: 'Ask the other office which package it is of.',
  },
  'receipt-other-package': {
    what: 'This receipt names a package of ours, but what they received is not what was written here.',
    safe: 'The package still counts as not received.',
    next: 'Ring the other office on a number you knew before: somebody may have changed what they got.',
  },
  'receipt-wrong-office': {
    what: 'This receipt is not signed by the office that the package was sealed for, as its keys were compared.',
    safe: 'The package still counts as not received.',
    next: 'Ring that office on a number you knew before. If its keys are new, compare the words of its new card first.',
  },
  'receipt-already-here': {
    what: 'This receipt was read before.',
    safe: nothingChanged,
    next: 'You find it beside its package.',
  },
  'wipe-not-ours': {
    what: 'This file is not that package: its fingerprint is another.',
    safe: 'The file was left as it is.',
    next: 'Choose the package itself on the stick.',
  },
  'wipe-not-received': {
    what: 'Nobody has said yet that this package arrived.',
    safe: 'The file was left as it is.',
    next: 'Read its receipt first, or say that you give the package up.',
  },
  'sender-unknown': {
    what: 'Nobody here has compared the words of the office that sent this.',
    safe: 'Nothing of it was taken in.',
    next: 'Ask that office for its card and compare the words, then open the package again.',
  },
  'sender-refused': {
    what: 'The package is not signed with a key that counts here: its sender may be somebody else.',
    safe: 'Nothing of it was taken in.',
    next: 'Ring the office on a number you knew before. If its keys are new, compare its new card first.',
  },
  'office-not-compared': {
    what: 'The words of that office have not been compared yet, so the key may be somebody else’s.',
    safe: 'Nothing was written.',
    next: 'Compare the words with them first, under Offices.',
  },
  'card-no-picture': {
    what: 'No QR code of a card was found in this picture.',
    safe: nothingChanged,
    next: 'Take the picture straight on, with all of the code and some of the light edge around it, or paste the text of the card.',
  },
  'card-unreadable': {
    what: 'There is no whole office card in this text.',
    safe: nothingChanged,
    next: 'Paste all of it, from “HOLDFAST OFFICE CARD” to “END OF OFFICE CARD”.',
  },
  'card-damaged': {
    what: 'The card was altered on its way: its name or a key is not what its office signed.',
    safe: nothingChanged,
    next: 'Ask the office, on a number you knew before, to send its card another way.',
  },
  'card-newer': {
    what: 'The card was made by a newer Holdfast.',
    safe: nothingChanged,
    next: 'Install the newer version, or ask the office for a card this one can read.',
  },
  'card-key-only': {
    what: 'This is a key alone, as older versions copied it. There is nothing in it to compare.',
    safe: nothingChanged,
    next: 'Ask the office to press “Copy our card” and to send you that.',
  },
  'card-own': {
    what: 'This is the card of your own office.',
    safe: nothingChanged,
    next: 'Send it to the other office, and paste the card that they send you.',
  },
  'card-several': {
    what: 'There are cards of more than one other office in this text.',
    safe: nothingChanged,
    next: 'Paste one card at a time.',
  },
  'card-mixed': {
    what: 'One of the keys on this card is that of another office that is known here. An honest card has none of another’s.',
    safe: nothingChanged,
    next: 'Do not use it. Ring the office on a number you knew before.',
  },
  'case-closed': { what: 'The case is closed.', safe: nothingChanged, next: 'Reopen it first.' },
  'runtime-unsupported': {
    what: 'This version of Holdfast cannot do that on this computer.',
    safe: nothingChanged,
    next: 'Ask whoever looks after Holdfast.',
  },
  'name-taken': {
    what: 'Somebody in this vault has that name already.',
    safe: nothingChanged,
    next: 'Add a surname or initial, so that the record shows who did what.',
  },
  'last-passphrase': {
    what: 'That is the last passphrase of the vault.',
    safe: nothingChanged,
    next: 'Add another person first.',
  },
  'words-unknown': {
    what: 'One of the words is not in the list of the recovery kit.',
    safe: nothingChanged,
    next: 'Look at it again on the paper.',
  },
  'words-wrong': {
    what: 'These words do not open this vault.',
    safe: nothingChanged,
    next: 'Compare each word with the paper, and look whether the paper is of this vault.',
  },
  'shares-not-together': {
    what: 'The two sheets are not of the same kit.',
    safe: nothingChanged,
    next: 'Use two sheets that have the same four characters in the corner.',
  },
  'shares-too-few': {
    what: 'One sheet of three is not enough.',
    safe: nothingChanged,
    next: 'Type the words of a second, different sheet as well.',
  },
  'folder-not-empty': {
    what: 'The folder is not empty.',
    safe: nothingChanged,
    next: 'Choose an empty folder, or make a new one.',
  },
  'backup-missing': {
    what: 'There is no backup in this folder.',
    safe: nothingChanged,
    next: 'Choose the folder whose name begins with holdfast-backup, or the one around it.',
  },
  'backup-damaged': {
    what: 'The backup is damaged: part of it is not as it was written.',
    safe: 'The vault on this computer was not touched.',
    next: 'Try another day of this backup, or a backup in another place.',
  },
  'backup-newer': {
    what: 'The backup was written by a newer Holdfast.',
    safe: nothingChanged,
    next: 'Install the newer version and restore it there.',
  },
  'backup-running': {
    what: 'Another backup is being written to this place.',
    safe: 'The vault and the backups that are there stay as they are.',
    next: 'Wait until it has ended, then back up again.',
  },
  'backup-place-gone': {
    what: 'The stick or folder of the backup cannot be reached.',
    safe: 'The vault is as it was, and so are the backups made before.',
    next: 'Plug the right stick in and back up again. For an empty stick choose “Back up to a new place”. If this happens again, the stick may be failing: use another.',
  },
  'backup-place-full': {
    what: 'There is not enough room for the backup in this place.',
    safe: 'The vault is as it was, and so are the backups made before.',
    next: 'Make room there, or use a larger stick.',
  },
  'vault-not-made': {
    what: 'Holdfast stopped in the middle of making the vault, and there is no vault yet.',
    safe: 'Nothing of the attempt is in the way. If you were restoring, the backup is as it was.',
    next: 'Begin again. If it stops again, start the computer anew, or ask whoever looks after it.',
  },
  'vault-stopped': {
    what: 'The part of Holdfast that keeps the vault open stopped by itself, and the vault is locked.',
    safe: 'What was saved is safe.',
    next: 'Unlock it. Look whether what you did last is there; if not, do it again.',
  },
  'backup-other-vault': {
    what: 'The backup is of another vault.',
    safe: nothingChanged,
    next: 'Choose another folder for this one.',
  },
  'not-confirmed': {
    what: 'What you typed is not the reference of this case.',
    safe: 'Nothing was erased.',
    next: 'Type the reference just as it stands at the top of the case.',
  },
  'unreadable-file': {
    what: 'What is inside the file could not be read.',
    safe: storedSafe,
    next: 'Ask for the file again, or open a copy in the program it was made with.',
  },
  'encrypted-file': {
    what: 'The file is locked with a password of its own.',
    safe: storedSafe,
    next: 'Ask for an unlocked copy, and keep this one beside it.',
  },
  'wrong-file-password': {
    what: 'That password does not open this file.',
    safe: nothingChanged,
    next: 'Check capital letters and spaces with whoever sent it, then try again.',
  },
  'certificate-locked': {
    what: 'The PDF is locked to the certificate of one person or computer, and no password opens it.',
    safe: storedSafe,
    next: 'Ask whoever holds the certificate for a copy that is not locked, and keep this one beside it.',
  },
  'archive-unsafe': {
    what: 'The archive holds something that cannot safely be taken out.',
    safe: storedSafe,
    next: 'Ask for the files themselves instead.',
  },
  'archive-too-large': {
    what: 'What is in the archive is larger than Holdfast takes out.',
    safe: storedSafe,
    next: 'Ask for the files in smaller archives, or as they are.',
  },
  'reader-timeout': {
    what: 'Reading what is inside took too long and was stopped.',
    safe: storedSafe,
    next: 'Try again; if it stops again, ask for the file in another form.',
  },
  'unreadable-media': {
    what: 'The recording cannot be played here.',
    safe: storedSafe,
    next: 'Save a copy and try another player.',
  },
  'language-unusable': {
    what: 'The file holds no language that text recognition can use.',
    safe: nothingChanged,
    next: 'Choose a file named like pol.traineddata or pol.traineddata.gz.',
  },
  'redaction-leaks': {
    what: 'Reading the result back showed something that should be gone.',
    safe: 'It was thrown away. The original is unchanged.',
    next: 'Make the boxes larger and try again.',
  },
  'screen-failed': {
    what: 'This could not be shown: something in it is not as Holdfast expects.',
    safe: 'What was saved is safe, and every other room of Holdfast goes on.',
    next: 'Try again, or open something else and come back.',
  },
  'redaction-doubtful': {
    what: 'The redacted copy may not cover what was meant: the exhibit was shown lying another way when it was covered.',
    safe: 'The copy was not printed or saved. The original is unchanged.',
    next: 'Open the exhibit, choose Redaction, and make a new copy.',
  },
  internal: {
    what: 'Something went wrong inside Holdfast.',
    safe: 'What was saved before is safe.',
    next: 'Try again; if it comes back, lock, start Holdfast again and look.',
  },
};

export function errorWords(code: ErrorCode): ErrorWords {
  return words[code];
}

/** How much room a stick or disk would have to have beyond what it has. */
export function missingText(bytes: number): string {
  return `At least ${printSize(bytes)} more must be free there.`;
}

/** The reason of one file in a list, in one short sentence. */
export function reasonText(code: string | null): string {
  const known = code !== null && code in words ? words[code as ErrorCode] : undefined;
  return known?.what ?? '';
}
