import type { Fact, FactField, FactSource } from '../../models/evidence';
import { defaultRank } from './ranks';

/** A fact before it has an id. */
export type NewFact = Omit<Fact, 'id'>;

/** A fact with the rank of its source unless another is given. */
export function newFact(
  fact: {
    readonly field: FactField;
    readonly source: FactSource;
    readonly label: string;
    readonly raw: string;
  } & Partial<Pick<NewFact, 'value' | 'time' | 'zone' | 'rank'>>,
): NewFact {
  return {
    value: fact.raw,
    time: null,
    zone: null,
    rank: defaultRank(fact.source),
    ...fact,
  };
}
