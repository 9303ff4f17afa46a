import { actLabel } from '../../shared/charts/act-label';
import { channelText } from '../../shared/domain/behaviours';
import { elements } from '../../shared/domain/coverage/law';
import { printDate } from '../../shared/domain/dates/print';
import { unreportedText } from '../../shared/domain/reported';
import type { NewEntry } from '../../shared/models/chronology';
import { counted } from './counts';
import { statementText, threatOptions } from './entry';

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');

/** What an entry says, field by field; without those that are empty. */
export function entryLines(entry: NewEntry, printedDate: string): readonly (readonly [string, string])[] {
  const { reported, actor } = entry;
  const lines: (readonly [string, string])[] = [
    ['When', printedDate],
    ['Where the date comes from', entry.dateSource],
    ['Kind', entry.kind === 'event' ? 'background event' : ''],
    ['In a few words', entry.title],
    ['What happened', entry.description],
    ['The exact words', entry.quote],
    ['Your comment', entry.comment],
    ['How', entry.channel === null ? '' : channelText(entry.channel)],
    ['Place', entry.place],
    ['Acts', entry.behaviours.map(actLabel).join(', ')],
    ['How often, as told', entry.attempts === null ? '' : String(entry.attempts)],
    [
      'Who did it',
      actor === null ? '' : [actor.certainty, actor.why].filter((each) => each !== '').join(': '),
    ],
    ['Others', entry.others],
    ['Vehicle', entry.vehicle],
    [
      'Witnesses',
      entry.witnesses.map(({ name, statement }) => `${name}, ${statementText(statement)}`).join('; '),
    ],
    ['Effect', entry.effect],
    ['Changes day to day', entry.changes],
    ['Feared violence', yesNo(entry.fear)],
    ['Threat', threatOptions.find(({ id }) => id === entry.threat)?.label ?? ''],
    ['Children there', yesNo(entry.childrenPresent)],
    ['First time', yesNo(entry.firstTime)],
    ['Done for safety', entry.safetyAction],
    [
      'Speaks to',
      entry.marks.map((mark) => elements.find(({ id }) => id === mark)?.title ?? mark).join(', '),
    ],
    [
      'Reported',
      reported === null
        ? unreportedText(entry)
        : [
            reported.date === null ? 'yes' : printDate(reported.date, null),
            reported.how,
            reported.officer,
            reported.reference,
            reported.crimeNumber,
            reported.response,
          ]
            .filter((each) => each !== '')
            .join(', '),
    ],
    [
      'Exhibits',
      entry.evidenceIds.length === 0 ? '' : counted(entry.evidenceIds.length, 'exhibit', 'exhibits'),
    ],
    ['Messages', entry.messageKeys.length === 0 ? '' : counted(entry.messageKeys.length, 'line', 'lines')],
    [
      'Links',
      entry.links.length === 0
        ? ''
        : counted(entry.links.length, 'person, place or order', 'people, places and orders'),
    ],
  ];
  return lines.filter(([, text]) => text !== '');
}
