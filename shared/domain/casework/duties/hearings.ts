import type { CourtKind } from '../../../models/proceedings';
import { certain, daysOf, dueOf, dueSoon, on, say } from './view';
import type { Found, View } from './view';

/** A hearing of one of the proceedings, whose date can be read. */
export interface HearingFact {
  readonly id: string;
  readonly title: string;
  readonly courtKind: CourtKind | null;
  readonly what: string;
  readonly earliest: string;
  readonly latest: string;
  /** Which it is among all of its proceedings. */
  readonly place: number;
  readonly time: string | null;
}

export function hearingsOf({ facts }: View): readonly HearingFact[] {
  return facts.proceedings.flatMap(({ id, title, body }) =>
    body.hearings.flatMap(({ edtf, what, time }, place) => {
      const days = daysOf(edtf);
      return days === null ? [] : [{ id, title, courtKind: body.courtKind, what, place, time, ...days }];
    }),
  );
}

/** Hearings to come, and a restraining order that nobody has asked for before sentence. */
export function courtRules(view: View): readonly Found[] {
  return [...soon(view), ...restrainingOrder(view)];
}

const toCome = ({ today }: View, all: readonly HearingFact[]): readonly HearingFact[] =>
  all.filter(({ latest }) => latest >= today);

/** A hearing is there until its last possible day is over. */
function soon(view: View): readonly Found[] {
  return toCome(view, hearingsOf(view)).flatMap(
    ({ id, title, what, earliest, latest, place, time }): readonly Found[] => {
      const isOneDay = earliest === latest;
      const due = { day: earliest < view.today ? view.today : earliest, isCertain: isOneDay };
      const when = isOneDay
        ? `on ${say(earliest)}${time === null ? '' : ` at ${time}`}`
        : `between ${say(earliest)} and ${say(latest)}`;
      return dueSoon(view, due, {
        rule: 'hearing-soon',
        subject: `${id} ${String(place)}`,
        text: `${what === '' ? 'Hearing' : what}, ${title}, ${when}.`,
        standsOn: on('proceedings', { id, title }),
        record: id,
      });
    },
  );
}

const notCriminal: readonly (CourtKind | null)[] = ['family', 'county-high', 'tribunal'];
const endsInSentence = /\bsentenc|\btrial\b/iu;

/** Days on which a criminal court may sentence: hearings that are called so, and an event that is noted ahead. */
function sentenceDays(view: View): readonly { readonly day: string; readonly isCertain: boolean }[] {
  const hearings = toCome(view, hearingsOf(view)).filter(
    ({ courtKind, what }) => !notCriminal.includes(courtKind) && endsInSentence.test(what),
  );
  const events = view.facts.events.filter(({ body }) => body.what === 'sentence' && body.on >= view.today);
  return [
    ...hearings.map(({ earliest, latest }) => ({ day: earliest, isCertain: earliest === latest })),
    ...events.map(({ body }) => certain(body.on)),
  ];
}

const restraining = new Set(['restraining', 'restraining_acquittal', 'nho_criminal']);

function restrainingOrder(view: View): readonly Found[] {
  const { facts } = view;
  const isAsked =
    facts.requests.some(({ body }) => body.what === 'restraining_order' && body.on !== null) ||
    facts.register.some(
      ({ body }) => restraining.has(body.orderType ?? '') && body.order?.stage !== 'considered',
    );
  if (isAsked) return [];
  const days = sentenceDays(view).filter(({ day }) => {
    const from = dueOf(view, 'restraining-not-asked', day);
    return from !== null && from.day <= view.today;
  });
  const [first] = [...days].sort((one, other) => (one.day < other.day ? -1 : 1));
  if (first === undefined) return [];
  return [
    {
      rule: 'restraining-not-asked',
      subject: first.day,
      text: `Sentence or trial on ${say(first.day)}; no ask for a restraining order is recorded.`,
      due: first,
      standsOn: on('proceedings', ...facts.proceedings),
      record: 'new-police-request',
    },
  ];
}
