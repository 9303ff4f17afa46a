import { printDate } from '../../dates/print';
import type { OrderDetails, OrderTerm } from '../../../models/register';
import type { OrderBreach } from '../../../records/order-breach';
import { coveredBy } from './covered';
import { daysOf, forceOf, inForceThen } from './in-force';
import type { Days, OrderFacts } from './in-force';
import type { Pair, Rule } from './pair';
import { readingsOf, termAsOfHer, voiceOf } from './pronouns';
import { readEntry } from './read-entry';
import type { EntryFacts, EntryReading } from './read-entry';
import { readTerm } from './read-term';
import type { TermPerson, TermReading } from './read-term';
import { tellerOf } from './told';
import type { Names, Teller } from './told';
import { whoDid } from './who';
import type { PersonFacts, Who } from './who';

/** A place of the register. */
export interface PlaceFacts {
  readonly id: string;
  readonly name: string;
  readonly notes: string;
}

/** An entry that may be against a term, offered to a person. It says what it rests on, and is no finding. */
export interface PossibleBreach {
  readonly entryId: string;
  readonly orderId: string;
  readonly termId: string;
  /** Which term it is, counted from one. */
  readonly term: number;
  /** Nothing about it is in doubt but what a person decides anyway. */
  readonly isCertain: boolean;
  /** Why it is offered, in one line, and what is not certain about it. */
  readonly why: string;
  readonly doubts: readonly string[];
}

/** What entries of a case are read against. */
export interface CaseFacts {
  readonly orders: readonly OrderFacts[];
  readonly people: readonly PersonFacts[];
  readonly places: readonly PlaceFacts[];
}

export interface BreachFacts extends CaseFacts {
  readonly entries: readonly EntryFacts[];
  /** What a person has decided about an entry and a term, or an order as a whole: not offered again. */
  readonly decisions: readonly Pick<OrderBreach, 'entryId' | 'orderId' | 'termId'>[];
}

/** Entries that may be against a term in force then, each with why. A person decides. */
export function possibleBreaches(facts: BreachFacts): readonly PossibleBreach[] {
  const against = breachesOf(facts);
  return undecided(facts.entries.flatMap(against), facts.decisions);
}

/** Without what a person has decided: about a term, or about the order as a whole. */
export function undecided(
  all: readonly PossibleBreach[],
  decisions: BreachFacts['decisions'],
): readonly PossibleBreach[] {
  const key = (...parts: readonly (string | null)[]): string => parts.join(' ');
  const decided = new Set(
    decisions.map(({ entryId, orderId, termId }) => key(entryId, orderId, termId ?? '')),
  );
  if (decided.size === 0) return all;
  return all.filter(
    ({ entryId, orderId, termId }) =>
      !decided.has(key(entryId, orderId, termId)) && !decided.has(key(entryId, orderId, '')),
  );
}

/** Reads the terms of a case once, and says of each entry what it may be against, whatever was decided. */
export function breachesOf(facts: CaseFacts): (entry: EntryFacts) => readonly PossibleBreach[] {
  const placeName = new Map(facts.places.map(({ id, name, notes }) => [id, `${name} ${notes}`]));
  const rules = facts.orders.flatMap((order) => rulesOf(facts, order, placeName));
  if (rules.length === 0) return () => [];
  const { people } = facts;
  const teller = tellerOf(namesOf(facts));
  return (entry) => {
    const when = entry.kind === 'incident' ? daysOf(entry.edtf) : null;
    if (when === null) return [];
    const read = new Reading(entry, { people, placeName, teller });
    return rules.flatMap((rule) => against(rule, read, when));
  };
}

function rulesOf(
  facts: CaseFacts,
  order: OrderFacts,
  placeName: ReadonlyMap<string, string>,
): readonly Rule[] {
  const { order: details } = order;
  if (details === undefined) return [];
  const named = peopleOf(facts, order);
  return details.terms.flatMap((term, at) => {
    const force = forceOf(order, term);
    if (force === null) return [];
    const rule = withLinked(readTerm({ ...term, text: termAsOfHer(term.text) }, named), term, placeName);
    return [{ order, details, term, number: at + 1, rule, voice: voiceOf(term.text), force }];
  });
}

/** By what names the two are called, over all orders: the client is nobody else's bound person. */
function namesOf({ people, orders }: CaseFacts): Names {
  const binds = new Set(orders.flatMap(({ order }) => order?.bindsIds ?? []));
  const bound = people.filter(({ id, role }) => (binds.size > 0 ? binds.has(id) : role === 'perpetrator'));
  const client = people.filter(({ id, role }) => role === 'client' && !binds.has(id));
  const kin = people.filter(({ id, role }) => role === 'family' && !binds.has(id));
  const named = (all: CaseFacts['people']): readonly string[] => all.map(({ name }) => name);
  return { client: named(client), bound: named(bound), kin: named(kin) };
}

/** The people of the register, as a term of this order may name them: whom it binds protects nobody from themselves. */
function peopleOf({ people }: CaseFacts, { order }: OrderFacts): readonly TermPerson[] {
  const protectsIds = order?.protectsIds ?? [];
  return people
    .filter(({ id }) => order?.bindsIds.includes(id) !== true)
    .map(({ id, name, role }) => ({ name, isProtected: role === 'client' || protectsIds.includes(id) }));
}

/** A term with places of the register needs no others, and is about what they are called. */
function withLinked(
  reading: TermReading,
  { placeIds }: OrderTerm,
  placeName: ReadonlyMap<string, string>,
): TermReading {
  if (placeIds.length === 0) return reading;
  const linked = placeIds
    .flatMap((id) => placeName.get(id) ?? [])
    .map((name) => readTerm({ text: '', acts: [], placeText: name.trim(), placeIds: [] }, []));
  return {
    ...reading,
    isUnnamedPlace: false,
    places: [...reading.places, ...linked.flatMap(({ places }) => places)],
    sorts: new Set([...reading.sorts, ...linked.flatMap(({ sorts }) => [...sorts])]),
  };
}

interface Context {
  readonly people: readonly PersonFacts[];
  readonly placeName: ReadonlyMap<string, string>;
  readonly teller: Teller;
}

/** One way in which an entry may be read, with what was read. */
interface Way {
  readonly entry: EntryFacts;
  readonly reading: EntryReading;
  /** Who did it, by order. */
  readonly who: Map<string, Who>;
}

/** An entry, read once in each way that a term may want it. */
class Reading {
  private readonly read = new Map<string, Way>();
  private readonly ways = new Map<string, readonly Way[]>();
  private readonly linked: readonly string[];
  private readonly actorIds: readonly string[];

  constructor(
    readonly entry: EntryFacts,
    readonly context: Context,
  ) {
    this.linked = entry.links.flatMap(({ id }) => context.placeName.get(id) ?? []);
    this.actorIds = entry.links
      .filter(({ role }) => role === 'actor' || role === 'proxy')
      .map(({ id }) => id);
  }

  /** The ways in which it may be read under a term. */
  waysFor({ voice, details }: Rule): readonly Way[] {
    const mayBeBound =
      this.actorIds.length === 0 || this.actorIds.some((id) => details.bindsIds.includes(id));
    const key = mayBeBound ? voice : `${voice}, by others`;
    const known = this.ways.get(key);
    if (known !== undefined) return known;
    const ways = readingsOf(this.entry, voice, mayBeBound).map((as) => this.of(as));
    this.ways.set(key, ways);
    return ways;
  }

  private of(entry: EntryFacts): Way {
    const { title, description, others } = entry;
    const key = `${title}\n${description}\n${others}`;
    const reading = (): EntryReading => readEntry(entry, this.linked, this.context.teller);
    const found = this.read.get(key) ?? { entry, reading: reading(), who: new Map<string, Who>() };
    this.read.set(key, found);
    return found;
  }
}

/** What an entry may be against under one term. */
function against(rule: Rule, read: Reading, when: Days): readonly PossibleBreach[] {
  const force = inForceThen(when, rule.force);
  if (force === null) return [];
  const { people, placeName } = read.context;
  const { order, details } = rule;
  for (const [at, { entry, reading, who: by }] of read.waysFor(rule).entries()) {
    const who = by.get(order.id) ?? whoDid(entry, reading, details, people);
    by.set(order.id, who);
    const found = offer(pairOf(rule, { entry, reading, who, isTurned: at > 0, people, placeName }), force);
    if (found !== null) return [found];
    // Whose doing it is does not hang on who is called what.
    if (reading.subject === 'other') break;
  }
  return [];
}

/** Written out, because this is made for each term and entry. */
function pairOf(rule: Rule, read: Omit<Pair, keyof Rule>): Pair {
  return {
    order: rule.order,
    details: rule.details,
    term: rule.term,
    number: rule.number,
    rule: rule.rule,
    voice: rule.voice,
    force: rule.force,
    entry: read.entry,
    reading: read.reading,
    who: read.who,
    isTurned: read.isTurned,
    people: read.people,
    placeName: read.placeName,
  };
}

function offer(
  pair: Pair,
  force: { readonly doubts: readonly string[]; readonly since: string | null },
): PossibleBreach | null {
  const covered = coveredBy(pair);
  if (covered === null) return null;
  const { order, details, term, number, entry, who } = pair;
  const doubts = [...force.doubts, ...doubtsOf(who, details), ...covered.doubts];
  const since = force.since === null ? '' : `, after the order of ${printDate(force.since, null)}`;
  const why = `${begun(printDate(entry.edtf, entry.time))}${since}; ${byWhom(who)}; ${covered.what}: term ${number} ${covered.how}.`;
  return {
    entryId: entry.id,
    orderId: order.id,
    termId: term.id,
    term: number,
    isCertain: doubts.length === 0,
    why,
    doubts,
  };
}

function byWhom({ is, name }: Who): string {
  const called = name === '' ? 'the person it binds' : name;
  if (is === 'bound') return `by ${called}, whom it binds`;
  if (is === 'through') return 'through somebody else';
  return is === 'unknown' ? 'by somebody unknown' : 'who did it is not recorded';
}

function doubtsOf({ is, isCertain }: Who, { bindsIds }: OrderDetails): readonly string[] {
  const doubts: string[] = [];
  if (is === 'unknown') doubts.push('who did it is not known');
  else if (is === 'not_recorded') doubts.push('who did it is not recorded');
  else if (!isCertain) doubts.push('who did it is not certain');
  if (bindsIds.length === 0) doubts.push('whom it binds is not recorded');
  return doubts;
}

/** `On 3 Oct 2026`; a date that has a word before it already, `between 3 and 13 Oct 2026`, begins with that. */
function begun(printed: string): string {
  return /^\d/u.test(printed) ? `On ${printed}` : `${printed.slice(0, 1).toUpperCase()}${printed.slice(1)}`;
}
