import { printDate } from '../../dates/print';
import type { OrderTerm } from '../../../models/register';
import type { OrderBreach } from '../../../records/order-breach';
import { conductText, contactConducts, inPerson } from './conduct';
import type { Conduct } from './conduct';
import { inForceThen } from './in-force';
import type { OrderFacts } from './in-force';
import { placeIn } from './places';
import { readingsOf, termAsOfHer } from './pronouns';
import { readEntry } from './read-entry';
import type { EntryFacts, EntryReading } from './read-entry';
import { readTerm } from './read-term';
import type { TermPerson, TermReading } from './read-term';
import { tellerOf } from './told';
import type { Names } from './told';
import { tellsForbidden, tellsOnline, tellsTheSame, tellsUndone } from './topics';
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

export interface BreachFacts {
  readonly orders: readonly OrderFacts[];
  readonly entries: readonly EntryFacts[];
  readonly people: readonly PersonFacts[];
  readonly places: readonly PlaceFacts[];
  /** What a person has decided about an entry and a term, or an order as a whole: not offered again. */
  readonly decisions: readonly Pick<OrderBreach, 'entryId' | 'orderId' | 'termId'>[];
}

/** Entries that may be against a term in force then, each with why. A person decides. */
export function possibleBreaches(facts: BreachFacts): readonly PossibleBreach[] {
  const decided = new Set(
    facts.decisions.map(({ entryId, orderId, termId }) => `${entryId} ${orderId} ${termId ?? ''}`),
  );
  const placeName = new Map(facts.places.map(({ id, name, notes }) => [id, `${name} ${notes}`]));
  const terms = facts.orders.flatMap((order) =>
    (order.order?.terms ?? []).map((term, at) => ({
      order,
      term,
      number: at + 1,
      reading: withLinked(readTerm({ ...term, text: termAsOfHer(term.text) }, peopleOf(facts, order)), term),
    })),
  );
  if (terms.length === 0) return [];
  const teller = tellerOf(namesOf(facts));
  return facts.entries
    .filter(({ kind }) => kind === 'incident')
    .flatMap((entry) => {
      // An entry is read once in each way, and only where something was in force that day.
      const read = new Map<string, EntryReading>();
      const linked = entry.links.flatMap(({ id }) => placeName.get(id) ?? []);
      const reading = (as: EntryFacts): EntryReading => {
        const key = `${as.title}\n${as.description}\n${as.others}`;
        const found = read.get(key) ?? readEntry(as, linked, teller);
        read.set(key, found);
        return found;
      };
      return terms.flatMap(({ order, term, number, reading: rule }) => {
        const isDecided =
          decided.has(`${entry.id} ${order.id} ${term.id}`) || decided.has(`${entry.id} ${order.id} `);
        if (isDecided || inForceThen(entry.edtf, order, term) === null) return [];
        const { bindsIds = [] } = order.order ?? {};
        const actors = entry.links.filter(({ role }) => role === 'actor' || role === 'proxy');
        const mayBeBound = actors.length === 0 || actors.some(({ id }) => bindsIds.includes(id));
        for (const [at, as] of readingsOf(entry, term.text, mayBeBound).entries()) {
          const found = matchOne({
            order,
            term,
            number,
            rule,
            entry: as,
            reading: reading(as),
            isTurned: at > 0,
            facts,
            placeName,
          });
          if (found.length > 0) return found;
          // Whose doing it is does not hang on who is called what.
          if (reading(as).subject === 'other') break;
        }
        return [];
      });
    });
}

/** By what names the two are called, over all orders: the client is nobody else's bound person. */
function namesOf({ people, orders }: BreachFacts): Names {
  const binds = new Set(orders.flatMap(({ order }) => order?.bindsIds ?? []));
  const bound = people.filter(({ id, role }) => (binds.size > 0 ? binds.has(id) : role === 'perpetrator'));
  const client = people.filter(({ id, role }) => role === 'client' && !binds.has(id));
  const kin = people.filter(({ id, role }) => role === 'family' && !binds.has(id));
  const named = (all: BreachFacts['people']): readonly string[] => all.map(({ name }) => name);
  return { client: named(client), bound: named(bound), kin: named(kin) };
}

/** The people of the register, as a term of this order may name them: whom it binds protects nobody from themselves. */
function peopleOf({ people }: BreachFacts, { order }: OrderFacts): readonly TermPerson[] {
  const protectsIds = order?.protectsIds ?? [];
  return people
    .filter(({ id }) => order?.bindsIds.includes(id) !== true)
    .map(({ id, name, role }) => ({ name, isProtected: role === 'client' || protectsIds.includes(id) }));
}

/** A term with places of the register needs no others. */
function withLinked(reading: TermReading, { placeIds }: OrderTerm): TermReading {
  return placeIds.length > 0 ? { ...reading, isUnnamedPlace: false } : reading;
}

interface Pair {
  readonly order: OrderFacts;
  readonly term: OrderTerm;
  readonly number: number;
  readonly rule: TermReading;
  readonly entry: EntryFacts;
  readonly reading: EntryReading;
  /** Its words were turned, because they may be about others than a woman and a man. */
  readonly isTurned: boolean;
  readonly facts: BreachFacts;
  readonly placeName: ReadonlyMap<string, string>;
}

/** What of an entry a term covers, and what is not certain about that. */
interface Covered {
  readonly what: string;
  readonly how: string;
  readonly doubts: readonly string[];
  /** By being where the term keeps away from, whoever was there. */
  readonly isThere?: boolean;
  /** By contact, which is with somebody. */
  readonly isContact?: boolean;
}

function matchOne(pair: Pair): readonly PossibleBreach[] {
  const { order, term, number, entry, reading, facts } = pair;
  const force = inForceThen(entry.edtf, order, term);
  if (force === null || order.order === undefined) return [];
  const who = whoDid(entry, reading, order.order, facts.people);
  const covered = coveredBy(pair, who);
  if (covered === null) return [];
  const doubts = [...force.doubts, ...doubtsOf(who, order), ...covered.doubts];
  const since = force.since === null ? '' : `, after the order of ${printDate(force.since, null)}`;
  const why = `${begun(printDate(entry.edtf, entry.time))}${since}; ${byWhom(who)}; ${covered.what}: term ${number} ${covered.how}.`;
  return [
    {
      entryId: entry.id,
      orderId: order.id,
      termId: term.id,
      term: number,
      isCertain: doubts.length === 0,
      why,
      doubts,
    },
  ];
}

function byWhom({ is, name }: Who): string {
  const called = name === '' ? 'the person it binds' : name;
  if (is === 'bound') return `by ${called}, whom it binds`;
  if (is === 'through') return 'through somebody else';
  return is === 'unknown' ? 'by somebody unknown' : 'who did it is not recorded';
}

function doubtsOf({ is, isCertain }: Who, { order }: OrderFacts): readonly string[] {
  const doubts: string[] = [];
  if (is === 'unknown') doubts.push('who did it is not known');
  else if (is === 'not_recorded') doubts.push('who did it is not recorded');
  else if (!isCertain) doubts.push('who did it is not certain');
  if (order?.bindsIds.length === 0) doubts.push('whom it binds is not recorded');
  return doubts;
}

function coveredBy(pair: Pair, who: Who): Covered | null {
  const { rule, reading } = pair;
  if (who.is === 'else') return null;
  if (isAllowed(rule, reading)) return null;
  const isHis = who.is === 'bound' || who.is === 'not_recorded';
  if (isHis && isUndone(pair))
    return { what: 'something asked for that is told as not done', how: 'asks for it', doubts: [] };
  if (rule.isCurfew) return curfew(pair);
  if (who.is === 'through')
    return throughOthers(pair) ?? whoIsMeant(pair, byOtherConduct(pair)) ?? byTopic(pair, who);
  if (reading.isThrough && who.is !== 'unknown' && rule.isInstructing) return throughOthers(pair);
  if (who.is === 'unknown' && !isLikeStalking(rule, reading)) return null;
  const found =
    whoIsMeant(pair, byConduct(pair)) ?? byTopic(pair, who) ?? whoIsMeant(pair, towardsHer(pair, who));
  return found === null && reading.isThrough && who.is !== 'unknown' ? throughOthers(pair) : found;
}

/** What the term asks for is told as not done. */
function isUndone(pair: Pair): boolean {
  const { rule, reading } = pair;
  const isFailed = [...rule.duties].some((duty) => reading.failed.has(duty)) && isSameTopic(pair);
  return isFailed || tellsUndone(rule.rule, reading.told);
}

/** What is asked for: before whom, or with what. Where both say so and it is not the same, the one is not about the other. */
const topics = [
  /\b(?:police station|sign(?:ed|ing)?(?: on)?|report(?:ing|ed)?)\b/u,
  /\b(?:court|hearing)\b/u,
  /\b(?:probation|offender manager|supervis\p{L}+)\b/u,
  /\b(?:programme|course|sessions?|treatment|counselling|group)\b/u,
];
function isSameTopic({ term, reading }: Pair): boolean {
  const asked = topics.filter((each) => each.test(term.text.toLowerCase()));
  const told = topics.filter((each) => each.test(reading.words));
  return asked.length === 0 || told.length === 0 || asked.some((each) => told.includes(each));
}

/** What a term allows: by lawyers, about the children, at court, to fetch belongings. */
function isAllowed({ allows, means }: TermReading, reading: EntryReading): boolean {
  // A lawyer's letter, and what a court or an agency does, is no contact by the person.
  if (reading.isOfficial) return true;
  if (allows.has('children') && reading.isAboutChildren && !reading.conducts.has('threat')) return true;
  if (means.some((each) => reading.told.includes(each)) && !reading.conducts.has('threat')) return true;
  if (allows.has('belongings') && reading.isAboutBelongings) return true;
  if (allows.has('solicitor') && /\b(?:solicitors?|lawyers?)\b/u.test(reading.told)) return true;
  return allows.has('court') && /\b(?:court|hearing)\b/u.test(reading.words);
}

/** By nobody knows whom: only what people who stalk do, under a term that is wide enough. */
function isLikeStalking(rule: TermReading, reading: EntryReading): boolean {
  if (rule.isIndirect && touchesContact(reading)) return true;
  const hidden: readonly Conduct[] = ['property', 'enter', 'track', 'access', 'watch', 'account', 'publish'];
  return rule.isHarassing && (touchesContact(reading) || hidden.some((each) => reading.conducts.has(each)));
}

const touchesContact = ({ conducts }: EntryReading): boolean =>
  contactConducts.some((each) => conducts.has(each));

function throughOthers({ rule, reading, number, ...pair }: Pair): Covered | null {
  const isContactTerm = contactConducts.every((each) => rule.forbids.has(each));
  const isMessage =
    touchesContact(reading) ||
    pair.entry.channel === 'third_party' ||
    /\b(?:tell|told|say|said|pass|message|speak|give|gave|ask)\b/u.test(reading.words);
  const isSought = (isContactTerm && !rule.isDirectOnly) || rule.isHarassing;
  const covers = rule.isInstructing || (isSought && isMessage);
  if (!covers) return null;
  const how = rule.isInstructing ? 'forbids getting others to act' : 'forbids contact through others';
  return whoIsMeant(
    { rule, reading, number, ...pair },
    {
      what: 'contact through somebody else',
      how,
      doubts:
        rule.isIndirect || rule.isInstructing
          ? []
          : ['the term does not say whether it covers contact through others'],
    },
  );
}

/** At home. */
const isIn = /^(?:he (?:was )?)?(?:in (?:bed|when)|at home|home\b|indoors|present|answered)/u;
/** Not at home, wherever it was. */
const isAway =
  /^(?:he (?:was |is |has been |has )?)?(?:out|left|away|not (?:in|home|at home|there)|in (?:town|the pub)|at (?:the|a)|on (?:the|a) (?!phone)|driving|walking|cycling|drinking|clubbing|shopping|seen|spotted)\b/u;
/** In the hours in which the person had to be at home. */
function curfew({ rule: { hours }, reading, entry }: Pair): Covered | null {
  const isOut = isAway.test(reading.told) || inPerson.some((each) => reading.conducts.has(each));
  if (isIn.test(reading.told)) return null;
  const isSaid = reading.failed.has('tag') || reading.failed.has('reside');
  const within = hours === null ? null : inHours(entry, hours);
  if (!isSaid && !(isOut && within === true)) return null;
  return { what: 'away from home in those hours', how: 'asks the person to be at home then', doubts: [] };
}

/** Whether it happened in these hours; null where the time is not known. */
function inHours(
  { time, title, description }: EntryFacts,
  { from, to }: { readonly from: string; readonly to: string },
): boolean | null {
  const clocks =
    time === null
      ? timesIn(`${title} ${description}`)
      : [time.from.slice(0, 5), ...(time.to === null ? [] : [time.to.slice(0, 5)])];
  if (clocks.length === 0) return null;
  return clocks.some((clock) => (from <= to ? clock >= from && clock <= to : clock >= from || clock <= to));
}

/** Times of the clock in words: `at 11.30pm`, `about 02:15`. */
function timesIn(text: string): readonly string[] {
  return [
    ...text
      .toLowerCase()
      .matchAll(/\b(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)\b|\b([01]\d|2[0-3]):([0-5]\d)\b|\b(midnight)\b/gu),
  ].map(([, hour, minutes = '00', half, long, rest = '00', midnight]) => {
    if (midnight !== undefined) return '00:00';
    if (long !== undefined) return `${long}:${rest}`;
    return `${String((Number(hour) % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:${minutes}`;
  });
}

/** What an entry tells that a term forbids. */
function byConduct(pair: Pair): Covered | null {
  return byContact(pair) ?? byBeingThere(pair) ?? byOtherConduct(pair) ?? byHarassing(pair);
}

function byContact({ rule, reading }: Pair): Covered | null {
  const isGoing = rule.forbids.has('presence');
  const found = contactConducts.find((each) => {
    if (!reading.conducts.has(each) || !rule.forbids.has(each)) return false;
    // "Come to" stands for contact only where a term forbids contact; where it is about a place, the place decides.
    return (
      !(each === 'visit' && !rule.forbids.has('call')) &&
      !(each === 'speak' && isGoing && !rule.forbids.has('call') && !rule.isNearPerson)
    );
  });
  if (found === undefined) return null;
  const isOnlyVisit = contactConducts
    .filter((each) => reading.conducts.has(each))
    .every((each) => each === 'visit');
  return {
    what: conductText(found),
    how: 'forbids contact',
    isContact: true,
    doubts: isOnlyVisit ? ['whether coming there was contact'] : [],
  };
}

/** The tag says so. */
const isZoneAlert =
  /\b(?:exclusion|restricted|buffer) (?:zone|area)\b|\bzone (?:alert|entered|breach|violation)/u;
/** What tells of no place by itself: what was said, or done to somebody, wherever it was. */
const notThere = new Set<Conduct>(['violence', 'speak']);

function byBeingThere(pair: Pair): Covered | null {
  const { rule, reading, entry } = pair;
  const there = [...inPerson, 'watch' as const].find(
    (each) => reading.conducts.has(each) && !notThere.has(each),
  );
  if (!rule.forbids.has('presence')) return null;
  if (isZoneAlert.test(reading.told) && isByBound(pair))
    return { what: 'an alert of the zone', how: 'forbids being there', doubts: [], isThere: true };
  if (there === undefined) return byNearness(pair) ?? byPlaceAlone(pair);
  if (rule.hours !== null && inHours(entry, rule.hours) === false) return null;
  if (isTooFar(rule, reading)) return null;
  const place = placeOf(pair);
  if (place !== null)
    return { what: conductText(there), how: place.how, doubts: place.doubts, isThere: true };
  const near = byNearness(pair);
  if (near !== null) return near;
  if (rule.isUnnamedPlace && rule.places.length === 0)
    return {
      what: conductText(there),
      how: 'forbids being at a place',
      doubts: ['which place the term means could not be read'],
    };
  return null;
}

/** The place is the one of the term and nothing says that it was from afar: whether the person was there is for somebody to say. */
function byPlaceAlone(pair: Pair): Covered | null {
  const { reading } = pair;
  const isFromAfar = [...contactConducts, 'publish' as const, 'access' as const, 'track' as const].some(
    (each) => reading.conducts.has(each),
  );
  if (isFromAfar || reading.isThrough || isTooFar(pair.rule, reading)) return null;
  if (!isByBound(pair)) return null;
  const place = placeOf(pair);
  return place === null
    ? null
    : { what: 'at that place', how: place.how, doubts: ['whether the person was there'] };
}

/** Somebody said that it was the person whom the order binds. */
function isByBound({ entry, order }: Pair): boolean {
  return entry.links.some(({ id, role }) => role === 'actor' && order.order?.bindsIds.includes(id) === true);
}

const isWith = /\b(?:with|beside|next to|alongside|opposite) /u;
/** Going up to the person, or near, wherever that was. */
function byNearness({ rule, reading }: Pair): Covered | null {
  if (!rule.isNearPerson || !rule.forbids.has('presence')) return null;
  const close: readonly Conduct[] = ['speak', 'follow', 'visit', 'loiter', 'violence'];
  const found = close.find((each) => reading.conducts.has(each));
  if (found !== undefined) return { what: conductText(found), how: 'forbids going near', doubts: [] };
  const isBesideHer =
    /\b(?:her|she|client|same|near|nearby|behind|aisles?)\b/u.test(reading.told) ||
    (rule.names !== 'client' && rule.named.some((name) => reading.words.includes(name.toLowerCase())));
  const isNamed = rule.named.length > 0 && isWith.test(reading.told);
  if (!(reading.conducts.has('presence') || isNamed) || !isBesideHer) return null;
  if (rule.metres === null && !isNamed) return null;
  return {
    what: conductText('presence'),
    how: 'forbids going near',
    doubts: ['how near it was is not recorded'],
  };
}

/** Where a term names no distance, who is farther off than this was not there. */
const farOff = 250;

/** The account says that it was farther off than the term asks. */
function isTooFar({ metres }: TermReading, reading: EntryReading): boolean {
  return reading.metres.length > 0 && Math.min(...reading.metres) > (metres ?? farOff);
}

function placeOf({
  rule,
  reading,
  entry,
  term,
  placeName,
}: Pair): { readonly how: string; readonly doubts: readonly string[] } | null {
  const linked = term.placeIds.find((id) => entry.links.some((each) => each.id === id));
  if (linked !== undefined)
    return { how: `keeps away from ${nameOfPlace(placeName.get(linked))}`, doubts: [] };
  const isNear = rule.metres !== null;
  const ofRegister = term.placeIds
    .flatMap((id) => placeName.get(id) ?? [])
    .map((name) => readTerm({ text: '', acts: [], placeText: name.trim(), placeIds: [] }, []));
  const places = [...rule.places, ...ofRegister.flatMap((each) => each.places)];
  const named = places.find((place) => placeIn(reading.where, place, isNear));
  if (named !== undefined) return { how: `keeps away from ${named.shown}`, doubts: [] };
  const sorts = [...rule.sorts, ...ofRegister.flatMap((each) => [...each.sorts])];
  const sort = sorts.find((each) => reading.sorts.has(each));
  return sort === undefined ? null : { how: `keeps away from that sort of place (${sort})`, doubts: [] };
}
const nameOfPlace = (name: string | undefined): string => name?.trim() ?? 'that place';

/** Following, watching, publishing, threats, damage, devices. */
function byOtherConduct({ rule, reading, entry, term }: Pair): Covered | null {
  const kinds: readonly Conduct[] = [
    'follow',
    'watch',
    'track',
    'access',
    'publish',
    'account',
    'threat',
    'violence',
    'property',
    'loiter',
  ];
  const found = kinds.find(
    (each) =>
      rule.forbids.has(each) &&
      reading.conducts.has(each) &&
      !(each === 'loiter' && rule.forbids.has('presence') && (hasPlace(rule) || term.placeIds.length > 0)),
  );
  if (found !== undefined) return { what: conductText(found), how: 'forbids it', doubts: [] };
  const words = `${entry.title} ${entry.description}`.toLowerCase();
  const isForTracking = rule.things.has('tracker');
  const thing = [...rule.things]
    .filter((each) => !(isForTracking && each === 'device'))
    .find((each) => thingIn[each]?.test(words) === true);
  if (rule.forbids.has('possess') && thing !== undefined && reading.conducts.has('possess'))
    return { what: 'having something', how: 'forbids having it', doubts: [] };
  return null;
}
const hasPlace = ({ places, sorts, isUnnamedPlace }: TermReading): boolean =>
  places.length > 0 || sorts.size > 0 || isUnnamedPlace;
const thingIn: Readonly<Record<string, RegExp>> = {
  phone: /phone|handset|mobile|\bsim\b/u,
  device: /device|laptop|computer|tablet|phone/u,
  weapon: /weapon|knife|knives|machete|bat\b|hammer|crowbar|gun|rifle|blade|axe|shotgun|crossbow|firearm/u,
  tracker: /track|airtag|camera|drone|gps|listening|recording|binoculars/u,
  keys: /key/u,
};

/** By him, as far as anybody has said. */
function isHisDoing(who: Who, { subject }: EntryReading): boolean {
  return who.is === 'bound' || (who.is !== 'unknown' && who.is !== 'else' && subject === 'him');
}

/** Things and doings that a term forbids by name. */
function byTopic({ rule, reading, isTurned }: Pair, who: Who): Covered | null {
  if (!rule.isForbidding || isTurned) return null;
  const isHis = isHisDoing(who, reading);
  const isAboutHer = contactConducts.every((each) => rule.forbids.has(each)) && rule.names !== 'others';
  if (!isAboutHer && tellsForbidden(rule.rule, reading.told, isHis))
    return { what: 'something that it names', how: 'forbids it', doubts: [] };
  if (isAboutHer) return null;
  if (tellsOnline(rule.rule, reading.told, isHis))
    return { what: 'use of what it names online', how: 'forbids it', doubts: [] };
  const known: readonly Conduct[] = ['presence', 'call', 'publish', 'property', 'access'];
  const isOwn = known.every((each) => !rule.forbids.has(each));
  return isOwn && isHis && !rule.isInstructing && tellsTheSame(rule.ban, reading.told)
    ? { what: 'something that it names', how: 'forbids it', doubts: ['whether it is what the term means'] }
    : null;
}

/** What is read as something that a term of contact does not cover. */
const notContact: readonly Conduct[] = [
  'presence',
  'loiter',
  'follow',
  'watch',
  'track',
  'access',
  'publish',
  'account',
];
const isOfHer = /\b(?:her|hers|she)\b/u;
const isOfficeTalk =
  /\b(?:judge|court|hearing|trial|police|officers?|probation|solicitors?|lawyers?|barrister|counsel|charged|arrested|bailed|remanded|sentenced|interview(?:ed)?|cps|statement)\b/u;
const tellsOthers =
  /^(?:he )?(?:told|tells|asked|informed|said to|spoke to|showed|complained to|chatted to) (?!her\b)/u;

/**
 * An act of his towards her that is read as nothing else: contact "by any means whatsoever" and harassment are wide, and whether it was
 * that is for somebody to say.
 */
function towardsHer({ rule, reading, isTurned }: Pair, who: Who): Covered | null {
  if (isTurned) return null;
  const isContact = contactConducts.every((each) => rule.forbids.has(each)) && !rule.isDirectOnly;
  if ((!isContact && !rule.isHarassing) || rule.names === 'others') return null;
  if (!isHisDoing(who, reading) || reading.subject === 'other' || reading.failed.size > 0) return null;
  if (!isOfHer.test(reading.told) || isOfficeTalk.test(reading.told)) return null;
  const isOther = notContact.some((each) => reading.conducts.has(each)) || tellsOthers.test(reading.told);
  if (!rule.isHarassing && isOther) return null;
  return {
    what: 'an act towards the person',
    how: rule.isHarassing ? 'forbids harassing' : 'forbids contact of any kind',
    isContact: true,
    doubts: [rule.isHarassing ? 'whether this was harassment' : 'whether this was contact'],
  };
}

/** Past, and nobody need say past whom. */
const isPassing =
  /\b(?:drove|drives|driving|walk(?:ed|s|ing)|cycl(?:ed|es|ing)|rode) (?:slowly )?(?:past|by)\b(?! (?:his|the (?:court|police)))/u;
/** A term about harassing as such covers whatever troubles the person. */
function byHarassing({ rule, reading }: Pair): Covered | null {
  if (!rule.isHarassing) return null;
  const adverse: readonly Conduct[] = [
    ...contactConducts,
    'loiter',
    'follow',
    'watch',
    'track',
    'access',
    'publish',
    'account',
    'threat',
    'violence',
    'property',
    'enter',
    'presence',
  ];
  const isHers =
    isPassing.test(reading.told) ||
    ['home', 'work', 'school', 'gym', 'kin'].some((each) => reading.sorts.has(each));
  const isAtCourt = /\b(?:court|hearing|trial)\b/u.test(reading.told) && !isOfHer.test(reading.told);
  const found = adverse.find(
    (each) =>
      reading.conducts.has(each) &&
      (each !== 'presence' || isHers) &&
      !(isAtCourt && (each === 'loiter' || each === 'visit')),
  );
  return found === undefined ? null : { what: conductText(found), how: 'forbids harassing', doubts: [] };
}

/** Whom a term protects, and whom the entry says it reached. */
function whoIsMeant(
  { rule, reading, entry, term, order, facts }: Pair,
  covered: Covered | null,
): Covered | null {
  if (covered === null) return null;
  const linked = entry.links.filter(({ role }) => role !== 'actor' && role !== 'proxy').map(({ id }) => id);
  if (term.personIds.some((id) => linked.includes(id))) return covered;
  const meant = facts.people.filter(({ id }) => term.personIds.includes(id));
  const protectsIds = order.order?.protectsIds ?? [];
  const isOnlyOthers =
    meant.length > 0
      ? meant.every(({ id, role }) => role !== 'client' && !protectsIds.includes(id))
      : rule.names === 'others';
  const isReachingOther = reading.reached.size > 0;
  const isSame =
    [...rule.others].some((each) => reading.reached.has(each)) ||
    (isOnlyOthers && [...rule.others].some((each) => reading.mentions.has(each))) ||
    (rule.others.has('kin') && reading.sorts.has('kin')) ||
    [...meant.map(({ name }) => name), ...rule.named].some((name) =>
      reading.words.includes((name.split(' ')[0] ?? name).toLowerCase()),
    );
  if (isOnlyOthers) return isSame || covered.isThere === true ? covered : null;
  if (!isReachingOther || isSame || covered.isContact !== true) return covered;
  // Somebody else than the term names was reached: only a term that covers what is indirect can mean that.
  return rule.isIndirect && !reading.reached.has('witnesses')
    ? { ...covered, doubts: [...covered.doubts, 'it reached somebody else than the term names'] }
    : null;
}

/** `On 3 Oct 2026`; a date that has a word before it already, `between 3 and 13 Oct 2026`, begins with that. */
function begun(printed: string): string {
  return /^\d/u.test(printed) ? `On ${printed}` : `${printed.slice(0, 1).toUpperCase()}${printed.slice(1)}`;
}
