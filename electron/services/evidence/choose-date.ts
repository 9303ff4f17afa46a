import type { VaultInput } from '../../../shared/contract/vault-methods';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import { asBestDate } from '../../../shared/domain/facts/best-date';
import { newFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError } from '../../../shared/errors';
import { clockTimeSchema } from '../../../shared/models/common';
import type { BestDate } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import type { Stamp } from '../../vault/records/stamp';
import { changeOne } from '../../vault/rows/rows';
import { readItem, readItemFacts } from '../items/item-rows';
import { sortDate } from './store-item';
import { insertFact } from '../items/file-rows';

/** Files an item under one of its facts or under a date a person types; the reason is kept, the facts all stay. */
export function chooseDate(context: VaultContext, input: VaultInput<'evidence.chooseDate'>): void {
  const { id, choice, reason } = input;
  const item = readItem(context, id);
  // The reason is content: it lies with the item, and the record of acts names only its row.
  const choiceId = context.newId();
  context.act({ action: 'evidence.choose-date', subject: id, detail: { choice: choiceId } }, () => {
    const fact = 'factId' in choice ? existing(context, id, choice.factId) : typed(context, id, choice);
    const best = asBestDate(fact, true);
    const stamp = context.stamp();
    changeOne(
      context.db,
      `UPDATE evidence SET best_date = @best, sort_date = @sort, date_conflict = 0, date_reason = @reason,
         author = @author, hlc = @hlc WHERE id = @id`,
      { id, best: JSON.stringify(best), sort: sortDate(best), reason, ...stamp },
    );
    keepChoice(context, { id: choiceId, itemId: id, field: 'captured', best, reason, stamp });
  });
  context.changed('evidence', item.caseId);
}

/** Keeps what was settled on and why, for good: a later choice stands beside it. */
function keepChoice(
  { db, now }: VaultContext,
  choice: {
    readonly id: string;
    readonly itemId: string;
    readonly field: 'captured' | 'shown';
    readonly best: BestDate;
    readonly reason: string;
    readonly stamp: Stamp;
  },
): void {
  const { id, itemId, field, best, reason, stamp } = choice;
  db.prepare(
    `INSERT INTO date_choices (id, item_id, field, date, reason, at, office, author, hlc)
     VALUES (@id, @itemId, @field, @date, @reason, @at, @office, @author, @hlc)`,
  ).run({ id, itemId, field, date: JSON.stringify(best), reason, at: now().toISOString(), ...stamp });
}

/** Adds the time of what an item shows, in a person's words. When it was made, and every other fact, stays as it is. */
export function sayShown(context: VaultContext, input: VaultInput<'evidence.sayShown'>): void {
  const { id, edtf, time, saidBy, reason } = input;
  parseEdtf(edtf);
  const item = readItem(context, id);
  const choiceId = context.newId();
  context.act({ action: 'evidence.say-shown', subject: id, detail: { choice: choiceId } }, () => {
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
    const best = asBestDate(fact, true);
    const stamp = context.stamp();
    keepChoice(context, { id: choiceId, itemId: id, field: 'shown', best, reason, stamp });
  });
  context.changed('evidence', item.caseId);
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
