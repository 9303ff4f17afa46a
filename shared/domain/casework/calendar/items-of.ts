import * as z from 'zod';
import type { CalendarItem, CalendarSort } from '../../../models/caseload';
import { proceedingsBodySchema } from '../../../models/proceedings';
import { assessmentKind } from '../../../records/assessment';
import { caseEventKind } from '../../../records/case-event';
import { consentKind } from '../../../records/consent';
import { planActionKind } from '../../../records/plan-action';
import { policeRequestKind } from '../../../records/police-request';
import { proceedingsTitle } from '../../../records/proceedings';
import { registerKind } from '../../../records/register';
import { taskKind } from '../../../records/task';
import { dateBounds } from '../../dates/bounds';
import { printDate } from '../../dates/print';

/** A record as the calendar reads it. */
export interface CalendarRecord {
  readonly id: string;
  readonly caseId: string;
  readonly body: unknown;
}

/** What a record puts on a day; the case is added by whoever knows it. */
export type Placed = Omit<CalendarItem, 'caseReference' | 'caseAlias'>;

const exactDay = /^\d{4}-\d{2}-\d{2}$/u;

/** On which day something of an uncertain date is listed: the first one possible, with the date in words beside it. */
function placeOf(edtf: string): Pick<Placed, 'day' | 'about'> | null {
  if (exactDay.test(edtf)) return { day: edtf, about: null };
  try {
    return { day: dateBounds(edtf, null).earliest.slice(0, 10), about: printDate(edtf, null) };
  } catch {
    return null;
  }
}

/** The last day possible: what ends is listed where it has ended at the latest. */
function endOf(edtf: string): Pick<Placed, 'day' | 'about'> | null {
  if (exactDay.test(edtf)) return { day: edtf, about: null };
  try {
    return { day: dateBounds(edtf, null).latest.slice(0, 10), about: printDate(edtf, null) };
  } catch {
    return null;
  }
}

interface Said {
  readonly sort: CalendarSort;
  readonly place: Pick<Placed, 'day' | 'about'> | null;
  readonly time?: string | null;
  readonly text: string;
}

type Read = (body: unknown) => readonly Said[];

const on = (day: string | null): Said['place'] => (day === null ? null : { day, about: null });

/** One thing of a record, or none where its body is of a newer Holdfast. */
function reader<T>(schema: z.ZodType<T>, say: (body: T) => readonly Said[]): Read {
  return (body) => {
    const read = schema.safeParse(body);
    return read.success ? say(read.data) : [];
  };
}

const clock = (time: string | null): string | null => time?.slice(0, 5) ?? null;

/** An order or bail: when it, and each term with an end of its own, ends, and when somebody has to answer to bail. */
const ofOrder = reader(registerKind.body, ({ kind, name, until, order }) => {
  if (kind !== 'order' || order?.stage === 'refused' || order?.stage === 'ended') return [];
  return [
    { sort: 'order_ends', place: until === null ? null : endOf(until), text: name },
    { sort: 'bail_return', place: on(order?.returnOn ?? null), text: name },
    ...(order?.terms ?? []).map((term): Said => ({
      sort: 'term_ends',
      place: on(term.until),
      text: `${name}: ${term.text}`,
    })),
  ];
});

const ofProceedings = reader(proceedingsBodySchema, (body) =>
  body.hearings.map(({ edtf, time, what }): Said => ({
    sort: 'hearing',
    place: edtf === null ? null : placeOf(edtf),
    time: clock(time),
    text: what === '' ? proceedingsTitle(body) : `${proceedingsTitle(body)}: ${what}`,
  })),
);

const ofTask = reader(taskKind.body, ({ title, sort, due, time, doneOn }) =>
  doneOn === null ? [{ sort, place: on(due), time: clock(time), text: title }] : [],
);

/** Hearings and what follows them, which the police or the court may have said long before. */
const eventSorts: Readonly<Partial<Record<string, CalendarSort>>> = {
  hearing: 'hearing',
  plea: 'hearing',
  sentence: 'hearing',
  release: 'release',
};
const ofEvent = reader(caseEventKind.body, (body) => {
  const sort = eventSorts[body.what];
  return sort === undefined
    ? []
    : [{ sort, place: on(body.on), time: clock(body.time), text: caseEventKind.title(body) }];
});

const ofAction = reader(planActionKind.body, (body) =>
  body.doneOn === null
    ? [{ sort: 'plan_action', place: on(body.due), text: planActionKind.title(body) }]
    : [],
);

const ofConsent = reader(consentKind.body, (body) => [
  { sort: 'consent_ends', place: on(body.until), text: consentKind.title(body) },
]);

/** A recording that nobody has yet, and the day on which it is written over. */
const ofRequest = reader(policeRequestKind.body, (body) =>
  body.doneOn === null
    ? [{ sort: 'recording_deleted', place: on(body.deletedOn), text: policeRequestKind.title(body) }]
    : [],
);

const ofAssessment = reader(assessmentKind.body, (body) => [
  { sort: 'review', place: on(body.reviewOn), text: assessmentKind.title(body) },
]);

interface Kind {
  readonly read: Read;
  readonly room: CalendarItem['room'];
  /** Where only the newest record of a case counts: by which day it is the newest. */
  readonly newestBy?: z.ZodType<string>;
}

/** Every kind with a day in it. Each is asked for once over the whole caseload. */
export const calendarKinds: Readonly<Record<string, Kind>> = {
  proceedings: { read: ofProceedings, room: 'proceedings' },
  'case-event': { read: ofEvent, room: 'response' },
  'police-request': { read: ofRequest, room: 'response' },
  register: { read: ofOrder, room: 'protection' },
  // A later assessment says anew when risk is looked at again.
  assessment: {
    read: ofAssessment,
    room: 'risk',
    newestBy: z.object({ on: z.string() }).transform(({ on: day }) => day),
  },
  'plan-action': { read: ofAction, room: 'risk' },
  task: { read: ofTask, room: 'contacts' },
  consent: { read: ofConsent, room: 'contacts' },
};

/** The newest record of each case; of two of one day, the one that was written later. */
function newestOf(records: readonly CalendarRecord[], dayIn: z.ZodType<string>): readonly CalendarRecord[] {
  const newest = new Map<string, { readonly day: string; readonly record: CalendarRecord }>();
  for (const record of records) {
    const day = dayIn.safeParse(record.body);
    const before = newest.get(record.caseId);
    if (day.success && (before === undefined || day.data >= before.day))
      newest.set(record.caseId, { day: day.data, record });
  }
  return [...newest.values()].map(({ record }) => record);
}

/** What the records of a kind put on the days from one to another, both of them included. */
export function itemsOf(
  kind: string,
  records: readonly CalendarRecord[],
  { from, until }: { readonly from: string; readonly until: string },
): readonly Placed[] {
  const known = calendarKinds[kind];
  if (known === undefined) return [];
  const { read, room, newestBy } = known;
  return (newestBy === undefined ? records : newestOf(records, newestBy)).flatMap(({ id, caseId, body }) =>
    read(body).flatMap(({ place, time = null, sort, text }): Placed[] =>
      place === null || place.day < from || place.day > until
        ? []
        : [{ id, caseId, sort, ...place, time: place.about === null ? time : null, text, room, record: id }],
    ),
  );
}
