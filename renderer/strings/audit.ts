import type { AuditEntry, AuditGroup } from '../../shared/models/vault';
import { counted } from './counts';
import { printMoment } from './dates';
import { jumpText } from './opening';
import { reasonText } from './errors';
import { printSize } from './sizes';

type Detail = AuditEntry['detail'];
type Words = string | ((detail: Detail) => string);

const number = (detail: Detail, name: string): number => {
  const value = detail[name];
  return typeof value === 'number' ? value : 0;
};
const text = (detail: Detail, name: string): string | null => {
  const value = detail[name];
  return typeof value === 'string' && value !== '' ? value : null;
};
const exhibit = (detail: Detail): string => text(detail, 'exhibit') ?? 'an exhibit';
const erased = (detail: Detail): string =>
  [
    counted(number(detail, 'items'), 'exhibit', 'exhibits'),
    counted(number(detail, 'entries'), 'entry', 'entries'),
    counted(number(detail, 'bundles'), 'bundle', 'bundles'),
  ].join(', ');

const senders: Readonly<Record<string, string>> = {
  compared: ' of a compared office',
  ours: ' of our own',
  'not-compared': ' of an office whose words nobody has compared',
  unknown: ' of an unknown sender',
  'other-key': ' that uses the name of a known office with another key',
  refused: ' signed with a key that was refused',
  retired: ' signed with a key that is not used any more',
};
const senderText = (detail: Detail): string => senders[text(detail, 'sender') ?? ''] ?? '';

/** Every act the vault writes down, as something a person did. */
const acts: Readonly<Record<string, Words>> = {
  'vault.create': 'Made the vault',
  'vault.unlock': 'Unlocked the vault',
  'vault.lock': 'Locked the vault',
  'vault.place': (detail) =>
    text(detail, 'answer') === 'copy'
      ? 'Said that this vault is a copy of another'
      : 'Said that the vault was moved to another folder',
  'clock.confirm': (detail) => {
    const [from, to] = [number(detail, 'from'), number(detail, 'to')];
    return `Said that the computer’s clock is right: it showed ${printMoment(new Date(to).toISOString())}, ${jumpText(from, to)}`;
  },
  'unlock.failed': (detail) => {
    const at = text(detail, 'at');
    if (at !== null) return `Somebody tried to unlock and failed, on ${printMoment(at)}`;
    return `Somebody tried to unlock and failed ${counted(number(detail, 'more'), 'more time', 'more times')}`;
  },
  'unlock.failed-unknown': 'Somebody altered the list of failed tries to unlock',
  'people.add': 'Gave somebody a passphrase of their own',
  'people.add-failed': 'Tried to give somebody a passphrase; it did not work',
  'people.change-passphrase': 'Changed their own passphrase',
  'people.remove': 'Took somebody’s passphrase away',
  'recovery.make': (detail) =>
    text(detail, 'kind') === 'shares'
      ? 'Made a recovery kit of three sheets'
      : 'Made a recovery kit of one sheet',
  'recovery.test': 'Tested the recovery kit: it opens the vault',
  'recovery.print': 'Printed the recovery kit',
  'recovery.use': 'Opened the vault with the recovery kit and set a new passphrase',
  'recovery.forget': 'An older recovery kit stopped working',
  'locking.set': (detail) =>
    `Set the vault to lock after ${counted(number(detail, 'minutes'), 'minute', 'minutes')}`,
  'screen.set': (detail) =>
    detail.private === true
      ? 'Set the window to be kept out of screenshots'
      : 'Set the window to be seen in screenshots',
  'check.run': (detail) =>
    `${text(detail, 'depth') === 'full' ? 'Checked everything' : 'Checked quickly'}: ${detail.ok === false ? 'something was found' : 'all as it was written'}`,
  'backup.run': (detail) =>
    `Backed up ${counted(number(detail, 'files'), 'file', 'files')}, ${printSize(number(detail, 'bytes'))}`,
  'backup.run-failed': (detail) => {
    const why = reasonText(text(detail, 'code'));
    return `A backup did not work${why === '' ? '' : `: ${why}`}`;
  },
  'backup.remind': (detail) =>
    `Set the reminder of backups to ${counted(number(detail, 'days'), 'day', 'days')}`,
  'backup.forget': 'Took a place off the list of backups',
  'audit.export': (detail) =>
    `Saved this record in a file, ${counted(number(detail, 'entries'), 'entry', 'entries')}`,
  'audit.view': 'Looked at this record',
  'case.create': 'Made a case',
  'case.update': 'Changed a case',
  'case.end': 'Ended the work on a case',
  'case.reopen': 'Took up the work on a case again',
  'calendar.export': (detail) =>
    `Saved a calendar file, ${counted(number(detail, 'events'), 'entry', 'entries')} with neutral titles`,
  'case.view': 'Opened a case',
  'entry.create': 'Wrote a chronology entry',
  'entry.create-many': (detail) =>
    `Wrote ${counted(number(detail, 'entries'), 'chronology entry', 'chronology entries')} at once`,
  'entry.update': 'Changed a chronology entry',
  'entry.update-many': (detail) =>
    `Changed ${counted(number(detail, 'entries'), 'chronology entry', 'chronology entries')} at once`,
  'entry.restore': 'Brought back an earlier version of a chronology entry',
  'entry.restore-many': (detail) =>
    `Brought ${counted(number(detail, 'entries'), 'removed chronology entry', 'removed chronology entries')} back`,
  'entry.remove-many': (detail) =>
    `Removed ${counted(number(detail, 'entries'), 'chronology entry', 'chronology entries')} at once`,
  'chronology.export': (detail) =>
    `Wrote ${counted(number(detail, 'entries'), 'entry', 'entries')} of a chronology to a file`,
  'view.create': 'Saved a view of a chronology',
  'view.update': 'Changed a view of a chronology',
  'view.remove': 'Removed a view of a chronology',
  'record.create': 'Wrote a record of a case',
  'record.update': 'Changed a record of a case',
  'record.remove': 'Removed a record of a case',
  'record.restore': 'Brought back an earlier version of a record',
  'record.join': 'Joined two versions of a record',
  'register.create': 'Added a person, place or order',
  'register.update': 'Changed a person, place or order',
  'register.remove': 'Removed a person, place or order',
  'entry.remove': 'Removed a chronology entry',
  'entry.view': 'Looked at a chronology entry',
  'evidence.import': (detail) => `Took in ${exhibit(detail)}`,
  'evidence.duplicate': (detail) => `Was handed ${exhibit(detail)} again`,
  'evidence.read': (detail) =>
    `Read what is inside ${exhibit(detail)}${number(detail, 'inside') === 0 ? '' : `: ${counted(number(detail, 'inside'), 'file', 'files')}`}`,
  'evidence.open': (detail) => `Typed the password of ${exhibit(detail)}, a locked PDF`,
  'evidence.turn': (detail) => `Said which way pages of ${exhibit(detail)} lie`,
  'evidence.take-out': (detail) =>
    `Took ${counted(number(detail, 'inside'), 'file', 'files')} out of ${exhibit(detail)}`,
  'evidence.read-again': (detail) => `Asked for ${exhibit(detail)} to be read again`,
  'evidence.update': 'Described an exhibit',
  'evidence.choose-date': 'Chose the date of an exhibit',
  'evidence.say-shown': 'Said what time an exhibit shows',
  'provenance.save': 'Said where an exhibit came from',
  'provenance.save-many': (detail) =>
    `Said where ${counted(number(detail, 'items'), 'exhibit', 'exhibits')} came from`,
  'evidence.view': (detail) => `Looked at ${exhibit(detail)}`,
  'leaving.classify': (detail) =>
    `Said what ${counted(number(detail, 'exhibits'), 'exhibit is', 'exhibits are')}`,
  'leaving.permit': (detail) =>
    `Wrote down a permission for ${counted(number(detail, 'exhibits'), 'exhibit', 'exhibits')} to go`,
  'leaving.answer': 'Said that something on the protected list may leave, and why',
  'evidence.renumber': 'Gave an exhibit a new reference, because another has the same',
  'evidence.document': 'Wrote down whether a file is a document or an exhibit',
  'evidence.police-ref': 'Wrote down the police’s reference of an exhibit',
  'producer.create': 'Added somebody who produces exhibits',
  'producer.update': 'Changed the name of somebody who produces exhibits',
  'producer.remove': 'Took away somebody who produces exhibits and had none',
  'producer.choose': 'Chose whose exhibits are added from now on',
  'continuity.add': (detail) =>
    `Wrote down a handover of ${counted(number(detail, 'exhibits'), 'exhibit', 'exhibits')}`,
  'continuity.correct': (detail) =>
    `Put a handover of ${counted(number(detail, 'exhibits'), 'exhibit', 'exhibits')} right`,
  'labels.save': (detail) =>
    `Printed labels for ${counted(number(detail, 'exhibits'), 'exhibit', 'exhibits')}`,
  'schedule.save': (detail) =>
    `Printed a schedule of ${counted(number(detail, 'exhibits'), 'exhibit', 'exhibits')}`,
  'safety-plan.save': 'Saved the client’s own plan as a paper',
  'letter.save': 'Saved a letter or document as a file',
  'custody.save': 'Printed through which offices a case went',
  'certificate.save': (detail) => `Printed the record of ${exhibit(detail)}`,
  'messages.answer': (detail) =>
    number(detail, 'columns') > 0
      ? `Said what the columns of ${exhibit(detail)} are`
      : `Said in which order ${exhibit(detail)} writes dates`,
  'messages.read-again': (detail) => `Had the messages in ${exhibit(detail)} read again`,
  'messages.owner': (detail) =>
    detail.chosen === false
      ? `Took back whose phone ${exhibit(detail)} is from`
      : `Said whose phone ${exhibit(detail)} is from`,
  'messages.forget-columns': 'Took saved columns of a table off the list',
  'evidence.save-copy': (detail) =>
    `Saved a copy of ${exhibit(detail)} outside the vault${
      text(detail, 'form') === 'clean' ? ', without the place and device details' : ''
    }`,
  'evidence.add-shown': 'Kept a time that an exhibit shows',
  'text.correct': (detail) => `Corrected the text of an exhibit, page ${number(detail, 'page')}`,
  'text.read': (detail) => `Read the text of ${counted(number(detail, 'pages'), 'page', 'pages')} by machine`,
  'text.recognising': (detail) => `Switched reading text ${detail.on === false ? 'off' : 'on'}`,
  'text.choose-languages': 'Chose the languages that exhibits are read in',
  'text.add-language': 'Added a language for reading text',
  'text.remove-language': 'Removed a language for reading text',
  'likeness.decide': (detail) => {
    const both = `${exhibit(detail)} and ${text(detail, 'other') ?? 'another'}`;
    const decision = text(detail, 'decision');
    if (decision === 'same') return `Found that ${both} are the same picture`;
    if (decision === 'different') return `Found that ${both} are different pictures`;
    return `Took back a decision about ${both}`;
  },
  'likeness.set-apart': (detail) =>
    `Found that ${counted(number(detail, 'pictures'), 'screenshot does', 'screenshots do')} not belong together`,
  'run.create': (detail) => `Joined ${counted(number(detail, 'pieces'), 'screenshot', 'screenshots')}`,
  'run.update': (detail) =>
    `Changed how ${counted(number(detail, 'pieces'), 'screenshot is', 'screenshots are')} joined`,
  'run.remove': 'Took joined screenshots apart again',
  'run.view': 'Looked at joined screenshots',
  'redaction.make': (detail) =>
    `Made a redacted copy, version ${number(detail, 'version')}: covered ${counted(number(detail, 'boxes'), 'place', 'places')}`,
  'redaction.save-copy': 'Saved a redacted copy outside the vault',
  'redaction.print': 'Printed what is covered in a redacted copy, and why',
  'bundle.profile-create': 'Made an own copy of a bundle profile',
  'bundle.profile-update': 'Changed an own copy of a bundle profile',
  'bundle.profile-remove': 'Took out an own copy of a bundle profile',
  'bundle.build': (detail) => `Built a bundle of ${counted(number(detail, 'pages'), 'page', 'pages')}`,
  'bundle.view': 'Looked at a bundle',
  'bundle.save': 'Saved a bundle outside the vault',
  'bundle.print': 'Printed a bundle',
  'pack.make': (detail) =>
    `Made an evidence pack of ${counted(number(detail, 'exhibits'), 'exhibit', 'exhibits')}${typeof detail.sealed === 'string' ? ', as one sealed file' : ''}`,
  'transfer.export': 'Wrote a package with a case',
  'series.hand-over': 'Handed over the exhibit references of a case',
  'series.renew': 'Began exhibit references of this copy of the vault',
  'transfer.import': (detail) => `Took in a case from a package${senderText(detail)}`,
  'transfer.inspect': (detail) => `Looked at a package${senderText(detail)}, before anything was taken in`,
  'transfer.wipe': (detail) =>
    `Overwrote a package on a stick and took it away, ${detail.received === true ? 'received before' : 'without a receipt'}`,
  'transfer.overdue-days': (detail) =>
    `Set how long a receipt may take: ${counted(number(detail, 'days'), 'day', 'days')}`,
  'breach.create': 'Wrote down something that was lost or stolen',
  'breach.update': 'Changed what was written about something lost or stolen',
  'breach.remove': 'Took something lost or stolen out of the list',
  'figures.export': 'Wrote figures of the office, anonymised',
  'retention.keep-longer': 'Decided to keep a case longer',
  'retention.find': 'Looked through all cases for a person who asked for their own data',
  'erasure.print': 'Wrote a certificate of erasure',
  'receipt.write': 'Wrote a receipt for a package',
  'receipt.read': (detail) => `Read the receipt of another office for a package${senderText(detail)}`,
  'transfer.compare': (detail) =>
    `Compared a package${senderText(detail)} with what is here, before anything was taken in`,
  'partner.add': 'Added the card of another office',
  'partner.compare': (detail) =>
    detail.same === true
      ? `Compared the words of another office: they are the same${number(detail, 'instead') === 0 ? '' : ', and its new keys took the place of the old'}`
      : 'Compared the words of another office: they differ, and its keys are refused',
  'partner.retire': 'Stopped using the keys of another office',
  'office.make-keys': 'Made the key of the office',
  'office.save-key': 'Saved the key that opens packages for this office, under a passphrase',
  'office.rename': 'Changed the name of the office',
  'erase.item': 'Erased an exhibit for good',
  'erase.version': 'Erased what an earlier version of a record said',
  'erase.case': (detail) => `Erased a case for good: ${erased(detail)}`,
};

/** What was done, as a sentence without its doer; an act nobody has words for yet stays readable. */
export function actText({ action, detail }: Pick<AuditEntry, 'action' | 'detail'>): string {
  const words = acts[action];
  if (words !== undefined) return typeof words === 'string' ? words : words(detail);
  const plain = action.replaceAll(/[.-]+/g, ' ').trim();
  return plain.charAt(0).toLocaleUpperCase('en-GB') + plain.slice(1);
}

/** Failed tries are written down at the next unlock, by whoever unlocks then, who is not the one who tried. */
export function actorText({ action, author }: Pick<AuditEntry, 'action' | 'author'>): string {
  return action.startsWith('unlock.failed') ? 'Not known' : author;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What to look for in the record: a day as people write it becomes one as the record writes it. */
export function searchText(typed: string): string {
  const [, day, name, year] = /^(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})$/i.exec(typed.trim()) ?? [];
  const month = months.indexOf(name?.slice(0, 3).toLowerCase() ?? '') + 1;
  if (day === undefined || year === undefined || month === 0) return typed.trim();
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const groups: Readonly<Record<AuditGroup, string>> = {
  all: 'Everything',
  opened: 'Unlocking and locking',
  viewed: 'Looked at',
  changed: 'Added and changed',
  'given-out': 'Given out of the vault',
  deleted: 'Removed and erased',
  failed: 'Did not work',
};
export const groupOptions = (Object.keys(groups) as AuditGroup[]).map((id) => ({ id, label: groups[id] }));
