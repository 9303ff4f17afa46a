import type { NewFact } from './new-fact';

/** Fields whose value is a sentence of ours about what was found: another wording of it is no other fact. */
const inOurWords: readonly NewFact['field'][] = ['note', 'edited'];

/** Equal for two facts that say the same of the same place, however it was worded when they were read. */
export function factKey({ field, source, code, detail, raw, value }: NewFact): string {
  return JSON.stringify([field, source, code, detail, raw, inOurWords.includes(field) ? null : value]);
}
