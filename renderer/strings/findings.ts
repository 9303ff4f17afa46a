import type { Finding } from '../../shared/models/vault';
import { counted } from './counts';

/** A finding of a check, for somebody who has never seen the inside of a vault. */
export interface FindingWords {
  /** What was found, in a line. */
  readonly what: string;
  /** Whether anything is lost. */
  readonly lost: string;
  readonly next: string;
}

const copyFirst =
  'Copy the whole vault folder to another disk before anything else, then restore your newest good backup.';
const keepWorking = 'You can go on working.';
const stored = (count: number): string =>
  count === 1 ? 'An original, a preview or a bundle is' : 'Originals, previews or bundles are';
const again = (count: number): string =>
  `Restore your newest good backup, or add the ${count === 1 ? 'original' : 'originals'} again from where ${count === 1 ? 'it' : 'they'} came.`;

const words: Readonly<Record<Finding['code'], (count: number) => FindingWords>> = {
  'key-file-damaged': () => ({
    what: 'Both copies of the key file are damaged.',
    lost: 'Nothing is lost while Holdfast is open, but once it is locked it may not open again.',
    next: 'Back up now, before you lock. Then ask whoever looks after the computer to look at the disk.',
  }),
  'key-file-copy-damaged': (count) => ({
    what:
      count === 1
        ? 'One of the two copies of the key file is damaged.'
        : 'The copies of the key file are damaged.',
    lost: 'Nothing is lost. A whole copy is enough to open the vault.',
    next: 'Lock and unlock once: Holdfast writes it again. If it comes back, the disk may be failing; back up.',
  }),
  'database-page-damaged': (count) => ({
    what: `${counted(count, 'page', 'pages')} of the database ${count === 1 ? 'is' : 'are'} not as written.`,
    lost: 'Entries or what is known about exhibits may be lost or altered.',
    next: copyFirst,
  }),
  'database-unreadable': () => ({
    what: 'The database cannot be read.',
    lost: 'What was written since your last backup may be lost. The sealed originals are separate files.',
    next: copyFirst,
  }),
  'database-rows-wrong': (count) => ({
    what: `The database does not agree with itself in ${counted(count, 'place', 'places')}.`,
    lost: 'Something may be missing or point to what is not there.',
    next: copyFirst,
  }),
  'database-schema-wrong': () => ({
    what: 'The database is not laid out as this version of Holdfast expects.',
    lost: 'Nothing is lost that can be told from here.',
    next: 'Make sure nobody opened the folder with another program, and show this report to whoever looks after Holdfast.',
  }),
  'log-damaged': () => ({
    what: 'The file that holds the newest changes is damaged.',
    lost: 'What was typed just before the computer last stopped may be missing. Everything older is there.',
    next: 'Look at what you last worked on and add what is missing.',
  }),
  'audit-broken': () => ({
    what: 'The record of acts was altered, or part of it is missing.',
    lost: 'The case files may be whole, but the record no longer proves who did what.',
    next: 'Copy the vault folder as it is now and tell whoever answers for it. Compare with the record in a backup.',
  }),
  'file-missing': (count) => ({
    what: `${counted(count, 'stored file is', 'stored files are')} missing.`,
    lost: `${stored(count)} not here any more.`,
    next: again(count),
  }),
  'file-damaged': (count) => ({
    what: `${counted(count, 'stored file is', 'stored files are')} not as written.`,
    lost: `${stored(count)} not opened any more: nothing is ever shown half right.`,
    next: again(count),
  }),
  'file-unreferenced': (count) => ({
    what: `${counted(count, 'file belongs', 'files belong')} to nothing.`,
    lost: 'Nothing is lost. Most likely the computer stopped in the middle of an import.',
    next: keepWorking,
  }),
  stranger: (count) => ({
    what: `${counted(count, 'file', 'files')} in the vault folder ${count === 1 ? 'is' : 'are'} not Holdfast’s.`,
    lost: 'Nothing of yours is touched, but something else writes into this folder.',
    next: 'Find out what it is. Cloud storage and virus scanners do this; the vault should lie where they do not.',
  }),
  unfinished: (count) => ({
    what: `${counted(count, 'file was', 'files were')} begun and not finished.`,
    lost: 'Nothing is lost. The computer stopped while it was being written, and it never counted.',
    next: `${keepWorking} It is cleared away in time.`,
  }),
  'attempts-damaged': () => ({
    what: 'The list of failed tries to unlock was altered.',
    lost: 'No case file is touched, but how often somebody tried is not known.',
    next: 'Ask who had this computer. Change your passphrase if somebody may have watched you type it.',
  }),
  'snapshot-damaged': (count) => ({
    what: `${counted(count, 'backup is', 'backups are')} damaged.`,
    lost: 'Nothing is lost here. That copy could not be restored whole.',
    next: 'Back up again, to another disk or stick.',
  }),
};

export function findingWords({ code, count }: Pick<Finding, 'code' | 'count'>): FindingWords {
  return words[code](count);
}
