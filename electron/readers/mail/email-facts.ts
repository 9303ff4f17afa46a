import { factName } from '../../../shared/domain/facts/fact-names';
import { newFact } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import type { FactCode } from '../../../shared/models/fact-code';
import type { Moment } from '../../formats/date-text';
import { readZone } from '../../formats/date-text';

/** Addresses of one header that become facts of their own; of a longer list the number is said. */
const mostPeople = 40;

export interface Person {
  readonly name: string;
  readonly address: string;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Zones by name, as old programs write them (RFC 5322, 4.3). */
const zones: Readonly<Record<string, string>> = {
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  Z: 'Z',
  BST: '+01:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/** The date of a header with the zone it was written in (RFC 5322, 3.3), or null. */
export function readMailDate(text: string): Moment | null {
  const match =
    /^\s*(?:[A-Za-z]{3,9},?\s*)?(\d{1,2})\s+([A-Za-z]{3})[A-Za-z]*\.?\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Za-z]{1,3})?/u.exec(
      text,
    );
  if (match === null) return null;
  const [, day = '', name = '', year = '', hour = '', minute = '', second = '00', zone] = match;
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const two = (part: string | number): string => String(part).padStart(2, '0');
  return {
    value: `${year}-${two(month)}-${two(day)}`,
    time: `${two(hour)}:${minute}:${second}`,
    // "-0000" says that the time is UTC and where the sender was is not known.
    zone:
      zone === undefined
        ? null
        : zone === '-0000'
          ? 'Z'
          : (readZone(zone) ?? zones[zone.toUpperCase()] ?? null),
  };
}

export function dateFact(code: FactCode, raw: string): NewFact | null {
  const moment = readMailDate(raw);
  return moment === null ? null : newFact({ field: 'captured', source: 'email', code, raw, ...moment });
}

export function peopleFacts(code: FactCode, people: readonly Person[]): readonly NewFact[] {
  const facts = people.slice(0, mostPeople).map(({ name, address }) => {
    const value = name === '' || name === address ? address : `${name} <${address}>`;
    return newFact({ field: 'person', source: 'email', code, raw: value });
  });
  const more = people.length - facts.length;
  if (more <= 0) return facts;
  const value = `${factName({ code, detail: '' })}: ${String(more)} more addresses, not listed here.`;
  return [...facts, newFact({ field: 'note', source: 'email', code, raw: '', value })];
}

export function subjectFact(subject: string): readonly NewFact[] {
  return subject.trim() === ''
    ? []
    : [newFact({ field: 'subject', source: 'email', code: 'mail.Subject', raw: subject.trim() })];
}

/** What the headers say of the way an e-mail took. Everything below the first line of a server can be written by the sender. */
export function wayFacts(
  headers: readonly { readonly key: string; readonly value: string }[],
): readonly NewFact[] {
  const of = (name: string): readonly string[] =>
    headers.filter(({ key }) => key === name).map(({ value }) => value.trim());
  const facts: NewFact[] = [];
  const received = of('received');
  const [last] = received;
  if (last !== undefined) {
    const arrived = last.slice(last.lastIndexOf(';') + 1).trim();
    const times = received.length === 1 ? 'one server' : `${String(received.length)} servers`;
    const value = `Passed through ${times}. The last one wrote: ${arrived}`;
    facts.push(newFact({ field: 'note', source: 'email', code: 'mail.Received', raw: last, value }));
  }
  const [id] = of('message-id');
  if (id !== undefined && id !== '') {
    facts.push(
      newFact({ field: 'note', source: 'email', code: 'mail.MessageId', raw: id, value: `Message-ID ${id}` }),
    );
  }
  const program = of('x-mailer')[0] ?? of('user-agent')[0];
  if (program !== undefined && program !== '') {
    facts.push(newFact({ field: 'software', source: 'email', code: 'mail.Program', raw: program }));
  }
  if (last === undefined) {
    const value =
      'No server has written into its headers. This is usual for a sent or draft copy; what was received has them.';
    facts.push(newFact({ field: 'note', source: 'email', code: 'mail.Received', raw: '', value }));
  }
  return facts;
}
