import type { VaultInput } from '../../../shared/contract/vault-methods';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import { asBestDate } from '../../../shared/domain/facts/best-date';
import { newFact } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError } from '../../../shared/errors';
import { clockTimeSchema } from '../../../shared/models/common';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { dateChoiceKind } from '../../../shared/records/date-choice';
import type { ChosenField, DateChoiceRecord } from '../../../shared/records/date-choice';
import type { VaultContext } from '../../vault/api';
import { insertFact } from '../items/file-rows';
import { readItem, readItemFacts } from '../items/item-rows';

/** Files an item under one of its facts or under a date a person types; the reason is kept, the facts all stay. */
export function chooseDate(context: VaultContext, input: VaultInput<'evidence.chooseDate'>): void {
  const { id, choice, reason } = input;
  settle(context, 'evidence.choose-date', readItem(context, id), 'captured', () => ({
    fact: 'factId' in choice ? existing(context, id, choice.factId) : typed(context, id, choice),
    reason,
  }));
}

/** Adds the time of what an item shows, in a person's words. When it was made, and every other fact, stays as it is. */
export function sayShown(context: VaultContext, input: VaultInput<'evidence.sayShown'>): void {
  const { id, edtf, time, saidBy, reason } = input;
  parseEdtf(edtf);
  settle(context, 'evidence.say-shown', readItem(context, id), 'shown', () => {
    const fact = newFact({
      field: 'shown',
      source: 'typed',
      code: 'typed.InWordsOf',
      detail: saidBy,
      raw: time === null ? edtf : `${edtf} ${time}`,
      value: edtf,
      time,
    });
    insertFact(context, id, fact);
    return { fact, reason };
  });
}

/** Keeps what was settled on and why, for good: a later choice is another version. */
function settle(
  context: VaultContext,
  action: string,
  item: EvidenceItem,
  field: ChosenField,
  choose: () => { readonly fact: NewFact; readonly reason: string },
): void {
  // The reason is content: it lies in the version, and the record of acts names only that.
  context.act(
    (choice: string) => ({ action, subject: item.id, detail: { choice } }),
    () => {
      const { fact, reason } = choose();
      const body: DateChoiceRecord = { itemId: item.id, field, date: asBestDate(fact, true), reason };
      return context.records.say(dateChoiceKind.kind, { caseId: item.caseId, body }).id;
    },
  );
  context.changed('evidence', item.caseId);
  context.changed('records', item.caseId);
}

function existing(context: VaultContext, itemId: string, factId: string) {
  const fact = readItemFacts(context, itemId).find(({ id, field }) => id === factId && field === 'captured');
  if (fact === undefined) throw new HoldfastError('not-found');
  return fact;
}

function typed(
  context: VaultContext,
  itemId: string,
  choice: { readonly edtf: string; readonly time: string | null },
) {
  parseEdtf(choice.edtf);
  if (choice.time !== null && !clockTimeSchema.safeParse(choice.time).success)
    throw new HoldfastError('invalid-input');
  const fact = newFact({
    field: 'captured',
    source: 'typed',
    code: 'typed.Advocate',
    raw: choice.time === null ? choice.edtf : `${choice.edtf} ${choice.time}`,
    value: choice.edtf,
    time: choice.time,
  });
  insertFact(context, itemId, fact);
  return fact;
}
