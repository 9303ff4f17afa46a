import type { Covered, Pair } from './pair';
import { areAboutOne } from './topics';

/** Whom a term protects, and whom the entry says it reached. */
export function whoIsMeant(
  { rule, reading, entry, term, details, people }: Pair,
  covered: Covered | null,
): Covered | null {
  if (covered === null) return null;
  const linked = entry.links.filter(({ role }) => role !== 'actor' && role !== 'proxy').map(({ id }) => id);
  if (term.personIds.some((id) => linked.includes(id))) return covered;
  const meant = people.filter(({ id }) => term.personIds.includes(id));
  const { protectsIds } = details;
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
  if (rule.names === 'some' && meant.length === 0)
    return covered.isContact !== true || areAboutOne(rule.topics, reading.topics) ? covered : null;
  if (isOnlyOthers) return isSame || covered.isThere === true ? covered : null;
  if (!isReachingOther || isSame || covered.isContact !== true) return covered;
  // Somebody else than the term names was reached: only a term that covers what is indirect can mean that.
  return rule.isIndirect && !reading.reached.has('witnesses')
    ? { ...covered, doubts: [...covered.doubts, 'it reached somebody else than the term names'] }
    : null;
}
