import type { NewFact } from '../../shared/domain/facts/new-fact';
import { factSchema } from '../../shared/models/evidence';
import { Buffer } from './node';

const withoutId = factSchema.omit({ id: true });

/** Cuts what a file says to the lengths a fact may have; what still is no fact (an impossible date) is dropped. */
export function fitting(fact: NewFact): readonly NewFact[] {
  // By way of bytes, so that half a character at the cut (or from a damaged name) does not stay one.
  const cut = (text: string, length: number): string =>
    Buffer.from(text.slice(0, length), 'utf8').toString('utf8');
  const parsed = withoutId.safeParse({
    ...fact,
    detail: cut(fact.detail, 200),
    raw: cut(fact.raw, 2000),
    value: cut(fact.value, 2000),
  });
  return parsed.success ? [parsed.data] : [];
}
