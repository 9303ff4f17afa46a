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

/** A remark about what stands in a place of the file. */
export function noteAt(place: Pick<NewFact, 'source' | 'code' | 'detail' | 'raw'>, value: string): NewFact {
  const { source, code, detail, raw } = place;
  return newFact({ field: 'note', source, code, detail, raw, value });
}
