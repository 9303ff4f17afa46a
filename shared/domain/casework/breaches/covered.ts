import { byBeingThere } from './being-there';
import { conductText, contactConducts, otherConducts } from './conduct';
import type { Conduct } from './conduct';
import { curfew } from './hours';
import { isHisDoing } from './pair';
import type { Covered, Pair } from './pair';
import type { EntryReading } from './read-entry';
import type { TermReading } from './read-term';
import { tellsForbidden, tellsOnline, tellsTheSame, tellsUndone } from './topics';
import { whoIsMeant } from './who-is-meant';

/** What of an entry a term covers; null where it does not. */
export function coveredBy(pair: Pair): Covered | null {
  const { rule, reading, who } = pair;
  if (who.is === 'else') return null;
  if (isAllowed(rule, reading)) return null;
  const isHis = who.is === 'bound' || who.is === 'not_recorded';
  if (isHis && isUndone(pair))
    return { what: 'something asked for that is told as not done', how: 'asks for it', doubts: [] };
  if (rule.isCurfew) return curfew(pair);
  if (who.is === 'through')
    return throughOthers(pair) ?? whoIsMeant(pair, byOtherConduct(pair)) ?? byTopic(pair);
  if (reading.isThrough && who.is !== 'unknown' && rule.isInstructing) return throughOthers(pair);
  if (who.is === 'unknown' && !isLikeStalking(rule, reading)) return null;
  const found = whoIsMeant(pair, byConduct(pair)) ?? byTopic(pair) ?? whoIsMeant(pair, towardsHer(pair));
  return found === null && reading.isThrough && who.is !== 'unknown' ? throughOthers(pair) : found;
}

/** What the term asks for is told as not done. */
function isUndone(pair: Pair): boolean {
  const { rule, reading } = pair;
  const isFailed = [...rule.duties].some((duty) => reading.failed.has(duty)) && isSameTopic(pair);
  return isFailed || tellsUndone(rule.topics, reading.topics);
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
  if (allows.has('solicitor') && reading.flags.isSolicitor) return true;
  return allows.has('court') && reading.flags.isAtCourt;
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
    touchesContact(reading) || pair.entry.channel === 'third_party' || reading.flags.isMessage;
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

/** Following, watching, publishing, threats, damage, devices. */
function byOtherConduct({ rule, reading, entry, term }: Pair): Covered | null {
  const kinds: readonly Conduct[] = [...otherConducts, 'loiter'];
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

/** Things and doings that a term forbids by name. */
function byTopic(pair: Pair): Covered | null {
  const { rule, reading, isTurned } = pair;
  if (!rule.isForbidding || isTurned || !isHisDoing(pair)) return null;
  const isAboutHer =
    contactConducts.every((each) => rule.forbids.has(each)) &&
    rule.names !== 'others' &&
    rule.names !== 'some';
  if (isAboutHer) return null;
  if ([...rule.topics.aboutAllowed].some((word) => reading.told.includes(word))) return null;
  if (tellsForbidden(rule.topics, reading.topics))
    return { what: 'something that it names', how: 'forbids it', doubts: [] };
  if (tellsOnline(rule.topics, reading.topics))
    return { what: 'use of what it names online', how: 'forbids it', doubts: [] };
  const known: readonly Conduct[] = ['call', 'publish', 'property', 'access'];
  const isPlace = rule.forbids.has('presence') && (rule.places.length > 0 || rule.sorts.size > 0);
  const isOwn = !isPlace && (rule.names === 'some' || known.every((each) => !rule.forbids.has(each)));
  return isOwn && !rule.isInstructing && tellsTheSame(rule.topics, reading.topics)
    ? { what: 'something that it names', how: 'forbids it', doubts: ['whether it is what the term means'] }
    : null;
}

/** A term about harassing as such covers whatever troubles the person. */
function byHarassing({ rule, reading }: Pair): Covered | null {
  if (!rule.isHarassing) return null;
  const adverse: readonly Conduct[] = [...contactConducts, 'loiter', ...otherConducts, 'enter', 'presence'];
  const isHers =
    reading.flags.isPassing ||
    ['home', 'work', 'school', 'gym', 'kin'].some((each) => reading.sorts.has(each));
  const isAtCourt = reading.flags.isAtCourt && !reading.flags.isOfHer;
  const found = adverse.find(
    (each) =>
      reading.conducts.has(each) &&
      (each !== 'presence' || isHers) &&
      !(isAtCourt && (each === 'loiter' || each === 'visit')),
  );
  return found === undefined ? null : { what: conductText(found), how: 'forbids harassing', doubts: [] };
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

/**
 * An act of his towards her that is read as nothing else: contact "by any means whatsoever" and harassment are wide, and whether it was
 * that is for somebody to say.
 */
function towardsHer(pair: Pair): Covered | null {
  const { rule, reading, isTurned } = pair;
  if (isTurned) return null;
  const isContact = contactConducts.every((each) => rule.forbids.has(each)) && !rule.isDirectOnly;
  if ((!isContact && !rule.isHarassing) || rule.names === 'others' || rule.names === 'some') return null;
  if (!isHisDoing(pair) || reading.subject === 'other' || reading.failed.size > 0) return null;
  if (!reading.flags.isOfHer || reading.flags.isOfficeTalk) return null;
  const isOther = notContact.some((each) => reading.conducts.has(each)) || reading.flags.isTellingOthers;
  if (!rule.isHarassing && isOther) return null;
  return {
    what: 'an act towards the person',
    how: rule.isHarassing ? 'forbids harassing' : 'forbids contact of any kind',
    isContact: true,
    doubts: [rule.isHarassing ? 'whether this was harassment' : 'whether this was contact'],
  };
}
