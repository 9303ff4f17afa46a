import type { Fact, FactField, FactSource } from '../../models/evidence';
import type { FactCode } from '../../models/fact-code';
import { defaultRank } from './ranks';

/** A fact before it has an id. */
export type NewFact = Omit<Fact, 'id'>;

/** A fact with the rank of its source unless another is given. */
export function newFact(
  fact: {
    readonly field: FactField;
    readonly source: FactSource;
    readonly code: FactCode;
    readonly raw: string;
  } & Partial<Pick<NewFact, 'detail' | 'value' | 'time' | 'zone' | 'rank'>>,
): NewFact {
  return {
    detail: '',
    value: fact.raw,
    time: null,
    zone: null,
    rank: defaultRank(fact.source),
    ...fact,
  };
}
