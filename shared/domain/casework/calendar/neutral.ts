import type { CalendarItem } from '../../../models/caseload';
import { byDay } from './by-day';
import type { IcsEvent } from './ics';

/** Somebody has to be somewhere. */
const meetings: readonly CalendarItem['sort'][] = ['hearing', 'appointment'];
const appointment = 'Holdfast: appointment';
/** How long an appointment is taken to be: no record says. */
const appointmentMinutes = 60;

/**
 * What of the calendar may stand on a phone or in an office's shared calendar: on which days something is due and how much, and when
 * somebody has an appointment. No reference, no name, no word of any case. `newUid` gives a new random id each time.
 */
export function neutralEvents(items: readonly CalendarItem[], newUid: () => string): readonly IcsEvent[] {
  return byDay(items).flatMap(({ day, items: all }): IcsEvent[] => {
    const meets = all.filter(({ sort }) => meetings.includes(sort));
    const due = all.length - meets.length;
    return [
      ...meets.map(({ time }): IcsEvent => ({
        ...{ uid: newUid(), day, time, minutes: appointmentMinutes, summary: appointment },
      })),
      ...(due === 0
        ? []
        : [
            {
              ...{ uid: newUid(), day, time: null, minutes: 0 },
              summary: `Holdfast: ${due} ${due === 1 ? 'thing' : 'things'} due`,
            },
          ]),
    ];
  });
}
