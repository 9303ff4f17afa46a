import type { NewCase } from '../../models/case';
import type { NewEntry } from '../../models/chronology';
import type { SavedViewBody, ViewField } from '../../models/saved-view';
import { coverWords } from '../export/cover';
import type { Covering } from '../export/cover';

/** What was chosen for a share: each exhibit with the redacted copy that goes in its place, or null; and how entries are shown. */
export interface SharedChoice {
  readonly exhibits: ReadonlyMap<string, string | null>;
  readonly view: Pick<SavedViewBody, 'fields' | 'covering'> | null;
}

/** What is put where a title may not be shown and a record needs one. */
export const titleNotShown = 'Title not shown';

/** What a case says of itself in a share: nothing of how its client is reached, which is for those who work with them. */
export function sharedCase(body: NewCase, covering: readonly Covering[]): NewCase {
  return {
    ...body,
    alias: coverWords(body.alias, covering),
    safeContact: {
      ...{ rule: '', safeNumbers: '', safeTimes: '', nameToUse: '', codeWord: '', notes: '' },
      ...{ voicemailOk: null, textOk: null, emailOk: null },
    },
  };
}

/** An entry as the view shows it: what it does not show is empty, what it covers is covered. Its date always goes. */
export function sharedEntry(entry: NewEntry, { exhibits, view }: SharedChoice): NewEntry {
  const shown = new Set<ViewField>(view?.fields ?? []);
  const covering = view?.covering ?? [];
  const text = (field: ViewField, value: string): string =>
    shown.has(field) ? coverWords(value, covering) : '';
  const only = <T>(field: ViewField, value: T, otherwise: T): T => (shown.has(field) ? value : otherwise);
  const { unreported, ...said } = entry;
  return {
    ...said,
    title: text('title', entry.title) || titleNotShown,
    description: text('description', entry.description),
    quote: text('quote', entry.quote),
    comment: text('comment', entry.comment),
    dateSource: text('dateSource', entry.dateSource),
    behaviours: only('acts', entry.behaviours, []),
    marks: only('acts', entry.marks, []),
    channel: only('channel', entry.channel, null),
    place: text('place', entry.place),
    links: only('people', entry.links, []),
    actor: only(
      'people',
      entry.actor === null ? null : { ...entry.actor, why: coverWords(entry.actor.why, covering) },
      null,
    ),
    others: text('people', entry.others),
    vehicle: text('vehicle', entry.vehicle),
    witnesses: witnessesOf(entry, shown, covering),
    effect: text('effect', entry.effect),
    changes: text('effect', entry.changes),
    fear: only('fear', entry.fear, null),
    threat: only('fear', entry.threat, null),
    childrenPresent: only('fear', entry.childrenPresent, null),
    firstTime: only('fear', entry.firstTime, null),
    reported: only('reported', coveredReport(entry.reported, covering), null),
    ...(unreported === undefined || !shown.has('reported') ? {} : { unreported }),
    safetyAction: text('safetyAction', entry.safetyAction),
    evidenceIds: only('exhibits', namesOf(entry.evidenceIds, exhibits), []),
    // Rows go with the original that they are read from, and with nothing else.
    messageKeys: only(
      'messages',
      entry.messageKeys.filter(({ itemId }) => exhibits.get(itemId) === null),
      [],
    ),
    attempts: only('messages', entry.attempts, null),
    // No view shows it.
    recordedWhen: null,
  };
}

/** The exhibits that go along, each by the id that it has there: that of its redacted copy where that goes in its place. */
function namesOf(ids: readonly string[], exhibits: SharedChoice['exhibits']): string[] {
  return ids.flatMap((id) => {
    const goesAs = exhibits.get(id);
    return goesAs === undefined ? [] : [goesAs ?? id];
  });
}

function witnessesOf(
  { witnesses }: NewEntry,
  shown: ReadonlySet<ViewField>,
  covering: readonly Covering[],
): NewEntry['witnesses'] {
  const withContact = shown.has('witnessContacts');
  if (!withContact && !shown.has('witnesses')) return [];
  return witnesses.map(({ name, contact, statement }) => ({
    name: coverWords(name, covering),
    contact: withContact ? coverWords(contact, covering) : '',
    statement,
  }));
}

function coveredReport(reported: NewEntry['reported'], covering: readonly Covering[]): NewEntry['reported'] {
  if (reported === null) return null;
  const { date, ...texts } = reported;
  const { reference, response, how, officer, crimeNumber } = texts;
  const cover = (text: string): string => coverWords(text, covering);
  return {
    date,
    ...{ reference: cover(reference), response: cover(response), how: cover(how) },
    ...{ officer: cover(officer), crimeNumber: cover(crimeNumber) },
  };
}

/**
 * A body with words covered in those of its fields that hold what people wrote; fields that are `left` go empty.
 * Fields that are no text stay as they are.
 */
export function withCovered<T extends object>(
  body: T,
  texts: readonly (keyof T & string)[],
  covering: readonly Covering[],
  left: readonly (keyof T & string)[] = [],
): T {
  const changed = Object.fromEntries(
    [...texts, ...left].flatMap((name) => {
      const value = body[name];
      if (typeof value !== 'string') return [];
      return [[name, left.includes(name) ? '' : coverWords(value, covering)]];
    }),
  );
  return { ...body, ...changed };
}
