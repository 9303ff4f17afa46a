import { conductText, contactConducts, inPerson } from './conduct';
import type { Conduct } from './conduct';
import { inHours } from './hours';
import { isByBound } from './pair';
import type { Covered, Pair } from './pair';
import { placeIn } from './places';
import type { EntryReading } from './read-entry';
import type { TermReading } from './read-term';

/** What tells of no place by itself: what was said, or done to somebody, wherever it was. */
const notThere = new Set<Conduct>(['violence', 'speak']);

export function byBeingThere(pair: Pair): Covered | null {
  const { rule, reading, entry } = pair;
  const there = [...inPerson, 'watch' as const].find(
    (each) => reading.conducts.has(each) && !notThere.has(each),
  );
  if (!rule.forbids.has('presence')) return null;
  if (reading.flags.isZoneAlert && isByBound(pair))
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
  if (!isByBound(pair) && pair.who.is !== 'bound') return null;
  const place = placeOf(pair);
  return place === null
    ? null
    : { what: 'at that place', how: place.how, doubts: ['whether the person was there'] };
}

/** Going up to the person, or near, wherever that was. */
function byNearness({ rule, reading }: Pair): Covered | null {
  if (!rule.isNearPerson || !rule.forbids.has('presence')) return null;
  const close: readonly Conduct[] = ['speak', 'follow', 'visit', 'loiter', 'violence'];
  const found = close.find((each) => reading.conducts.has(each));
  if (found !== undefined) return { what: conductText(found), how: 'forbids going near', doubts: [] };
  const isBesideHer =
    reading.flags.isBeside ||
    (rule.names !== 'client' && rule.named.some((name) => reading.words.includes(name.toLowerCase())));
  const isNamed = rule.named.length > 0 && reading.flags.isWith;
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
  const named = rule.places.find((place) => placeIn(reading.where, place, isNear));
  if (named !== undefined) return { how: `keeps away from ${named.shown}`, doubts: [] };
  const sort = [...rule.sorts].find((each) => reading.sorts.has(each));
  return sort === undefined ? null : { how: `keeps away from that sort of place (${sort})`, doubts: [] };
}
const nameOfPlace = (name: string | undefined): string => name?.trim() ?? 'that place';
