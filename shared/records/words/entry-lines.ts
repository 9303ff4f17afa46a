import { channelText } from '../../domain/channels';
import { printDate } from '../../domain/dates/print';
import { actLabel } from '../../domain/law/act-words';
import { elementTitle, lawOf } from '../../domain/law/law-of';
import { unreportedText } from '../../domain/reported';
import type { NewEntry } from '../../models/chronology';
import type { Law } from '../../models/law';
import { counted } from '../../domain/counts';
import { recordedOptions, roleText, statementText, threatOptions } from './entry-words';
import { lines } from './lines';
import type { Line, NameOf } from './lines';

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');

/** What an entry says, field by field; exhibits, people, places and orders by what they are called now. */
export function entryLines(entry: NewEntry, nameOf: NameOf, law: Law = lawOf(null)): readonly Line[] {
  const { actor } = entry;
  return lines([
    ['edtf', 'When', printDate(entry.edtf, entry.time)],
    ['dateSource', 'Where the date comes from', entry.dateSource],
    ['kind', 'Kind', entry.kind === 'event' ? 'background event' : ''],
    ['title', 'In a few words', entry.title],
    ['description', 'What happened', entry.description],
    ['quote', 'The exact words', entry.quote],
    ['comment', 'Your comment', entry.comment],
    ['channel', 'How', entry.channel === null ? '' : channelText(entry.channel)],
    ['place', 'Place', entry.place],
    ['behaviours', 'Acts', entry.behaviours.map((act) => actLabel(law, act)).join(', ')],
    ['attempts', 'How often, as told', entry.attempts === null ? '' : String(entry.attempts)],
    [
      'actor',
      'Who did it',
      actor === null ? '' : [actor.certainty, actor.why].filter((each) => each !== '').join(': '),
    ],
    ['others', 'Others', entry.others],
    ['vehicle', 'Vehicle', entry.vehicle],
    [
      'witnesses',
      'Witnesses',
      entry.witnesses.map(({ name, statement }) => `${name}, ${statementText(statement)}`).join('; '),
    ],
    ['effect', 'Effect', entry.effect],
    ['changes', 'Changes day to day', entry.changes],
    ['fear', 'Feared violence', yesNo(entry.fear)],
    ['threat', 'Threat', threatOptions.find(({ id }) => id === entry.threat)?.label ?? ''],
    ['childrenPresent', 'Children there', yesNo(entry.childrenPresent)],
    ['firstTime', 'First time', yesNo(entry.firstTime)],
    [
      'recordedWhen',
      'Written down or told',
      recordedOptions.find(({ id }) => id === entry.recordedWhen)?.label ?? '',
    ],
    ['safetyAction', 'Done for safety', entry.safetyAction],
    ['marks', 'Speaks to', entry.marks.map((mark) => elementTitle(law, mark)).join(', ')],
    ['reported', 'Reported', reportedLine(entry)],
    ['evidenceIds', 'Exhibits', entry.evidenceIds.map(nameOf).join(', ')],
    [
      'messageKeys',
      'Messages',
      entry.messageKeys.length === 0 ? '' : counted(entry.messageKeys.length, 'line', 'lines'),
    ],
    ['links', 'Links', entry.links.map(({ id, role }) => `${nameOf(id)} (${roleText(role)})`).join(', ')],
  ]);
}

function reportedLine(entry: NewEntry): string {
  const { reported } = entry;
  if (reported === null) return unreportedText(entry);
  const { date, how, officer, reference, crimeNumber, response } = reported;
  return [date === null ? 'yes' : printDate(date, null), how, officer, reference, crimeNumber, response]
    .filter((each) => each !== '')
    .join(', ');
}
