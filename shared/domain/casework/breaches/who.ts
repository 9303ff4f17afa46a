import type { OrderDetails, PersonDetails } from '../../../models/register';
import type { EntryFacts, EntryReading } from './read-entry';
import { plainText } from './words';

/** A person of the register, as far as the matching needs one. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly role: PersonDetails['role'];
}

/** By whom it was: the person that is bound, somebody for them, somebody unknown or not recorded, or somebody else. */
export interface Who {
  readonly is: 'bound' | 'through' | 'unknown' | 'not_recorded' | 'else';
  readonly name: string;
  readonly isCertain: boolean;
}

/** Roles of those whose contact is no act of the person complained of. */
const ownSide = new Set(['client', 'officer', 'professional', 'family', 'witness', 'child']);

/** By whom an entry says that it was, seen from those whom an order binds. */
export function whoDid(
  entry: EntryFacts,
  reading: EntryReading,
  { bindsIds, protectsIds }: Pick<OrderDetails, 'bindsIds' | 'protectsIds'>,
  people: readonly PersonFacts[],
): Who {
  const bound =
    bindsIds.length > 0 ? bindsIds : people.filter(({ role }) => role === 'perpetrator').map(({ id }) => id);
  const nameOf = (id: string): string => people.find((each) => each.id === id)?.name ?? '';
  const linked = (role: string): readonly string[] =>
    entry.links.filter((each) => each.role === role).map(({ id }) => id);
  const actors = linked('actor');
  const did = actors.find((id) => bound.includes(id));
  if (did !== undefined)
    return ofBound(
      entry,
      reading,
      nameOf(did),
      linked('proxy').some((id) => !bound.includes(id)),
    );
  const proxies = linked('proxy');
  if (proxies.length > 0 && !proxies.every((id) => protectsIds.includes(id))) {
    return { is: 'through', name: nameOf(proxies[0] ?? ''), isCertain: true };
  }
  if (actors.length > 0) return byAnother(entry, reading, actors, people);
  return notLinked(entry, reading, bound, people);
}

function ofBound(entry: EntryFacts, reading: EntryReading, name: string, hasProxy: boolean): Who {
  if (entry.actor?.certainty === 'unknown') return { is: 'unknown', name, isCertain: false };
  const is = hasProxy || (reading.isThrough && entry.others !== '') ? 'through' : 'bound';
  return { is, name, isCertain: entry.actor?.certainty !== 'suspected' };
}

/** Somebody else did it: only where it is told that they did it for the person who is bound. */
function byAnother(
  entry: EntryFacts,
  { words, isThrough }: EntryReading,
  actors: readonly string[],
  people: readonly PersonFacts[],
): Who {
  const by = people.find(({ id }) => actors.includes(id));
  const isFor =
    entry.channel === 'third_party' ||
    (isThrough &&
      /\b(?:on his behalf|for him|from him|he (?:had )?(?:asked|told|sent|got)|asked (?:him|her|them) to|his (?:mother|mum|father|dad|brother|sister|friend|mate|cousin|girlfriend|partner)|pass(?:ed)? on|message)\b/u.test(
        words,
      ));
  const isOwn = by !== undefined && by.role !== null && ownSide.has(by.role);
  return { is: isFor && !isOwn ? 'through' : 'else', name: by?.name ?? '', isCertain: false };
}

/** Nobody is linked: what the words, and the answer about who it was, say. */
function notLinked(
  entry: EntryFacts,
  reading: EntryReading,
  bound: readonly string[],
  people: readonly PersonFacts[],
): Who {
  const { words } = reading;
  const named = people.filter(({ name }) => isNamed(words, name));
  const isNamedBound = named.some(({ id }) => bound.includes(id));
  if (reading.subject === 'other') return { is: 'else', name: '', isCertain: false };
  if (reading.isUnknown) return { is: 'unknown', name: '', isCertain: false };
  if (reading.subject === 'her') return { is: 'else', name: '', isCertain: false };
  if (!isNamedBound && isHeadedByOther(entry, people, bound))
    return { is: 'else', name: '', isCertain: false };
  const isFar =
    reading.isThrough && (entry.others !== '' || entry.channel === 'third_party' || !isNamedBound);
  const name = people.find(({ id }) => bound.includes(id))?.name ?? '';
  if (isFar) return { is: 'through', name, isCertain: false };
  return {
    is: isNamedBound ? 'bound' : 'not_recorded',
    name,
    isCertain: isNamedBound && entry.actor?.certainty !== 'suspected',
  };
}

function isNamed(words: string, name: string): boolean {
  const plain = plainText(name);
  const [first = plain] = plain.split(' ');
  return [plain, first].some(
    (each) =>
      each.length > 2 &&
      ` ${words.replace(/[^\p{L}\p{N}' -]/gu, ' ')} `.replaceAll("'s ", ' ').includes(` ${each} `),
  );
}

/** The title begins with somebody of the register who is not bound: it is their doing. */
function isHeadedByOther(
  entry: EntryFacts,
  people: readonly PersonFacts[],
  bound: readonly string[],
): boolean {
  const head = plainText(entry.title);
  return people.some(({ id, name }) => !bound.includes(id) && isSubject(head, plainText(name)));
}

function isSubject(head: string, name: string): boolean {
  const [first = name] = name.split(' ');
  const start = [name, first].find((each) => head.startsWith(`${each} `));
  return (
    start !== undefined &&
    !/^ (?:(?:was|is|were)(?! (?:seen|spotted|observed|noticed|sighted|caught|outside|in|at|there|near))|saw|found|received|got|noticed|reports?|reported|says|said|has been|had|heard|felt|discovered|believes|woke|spotted|returned|came home|looked|opened|left work|recognised|filmed|followed by)\b/u.test(
      head.slice(start.length),
    )
  );
}
