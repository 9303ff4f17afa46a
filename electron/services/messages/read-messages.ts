import { HoldfastError } from '../../../shared/errors';
import type { Job } from '../../../shared/models/job';
import type { MessageAnswers, MessageSource } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { startReading } from '../evidence/inside/read-jobs';
import { changeOne } from '../../vault/rows/rows';
import { readBody, readSource, writeBody } from './source-rows';

/** Reads an export anew with what a person has answered, which stays on record. */
export function answerExport(
  context: VaultContext,
  itemId: string,
  answers: Partial<MessageAnswers>,
  keep: () => void = () => undefined,
): Job {
  const source = readSource(context, itemId);
  const detail = {
    exhibit: source.exhibitRef,
    order: answers.order ?? null,
    columns: answers.mapping === undefined ? 0 : 1,
  };
  context.act({ action: 'messages.answer', subject: itemId, detail }, () => {
    const body = readBody(context, itemId);
    writeBody(context, itemId, 'waiting', { ...body, answers: { ...body.answers, ...answers } });
    wait(context, itemId);
    keep();
  });
  return begin(context, source);
}

/** Reads an export (again) as it is. */
export function readMessages(context: VaultContext, itemId: string): Job {
  const source = readSource(context, itemId);
  const detail = { exhibit: source.exhibitRef };
  context.act({ action: 'messages.read-again', subject: itemId, detail }, () => {
    wait(context, itemId);
  });
  return begin(context, source);
}

function wait({ db }: VaultContext, itemId: string): void {
  changeOne(db, "UPDATE evidence SET reading = 'waiting', reading_reason = NULL WHERE id = ?", itemId);
  // Asked for by a person: tries that failed before do not count.
  db.prepare('UPDATE readings SET tries = 0 WHERE item_id = ?').run(itemId);
}

function begin(
  context: VaultContext,
  { itemId, caseId }: { readonly itemId: string; readonly caseId: string },
): Job {
  context.changed('messages', caseId);
  return startReading(context, caseId, [itemId], 'messages');
}

/** Says which sender is whoever's phone it was. Throws `invalid-input` when nobody of that name wrote in it. */
export function chooseOwner(context: VaultContext, itemId: string, owner: string | null): MessageSource {
  const { caseId, exhibitRef, state } = readSource(context, itemId);
  if (owner !== null) {
    const wrote = context.db
      .prepare(
        "SELECT 1 FROM messages WHERE item_id = ? AND sender = ? AND kind IN ('message', 'call') LIMIT 1",
      )
      .get(itemId, owner);
    if (owner === '' || wrote === undefined) throw new HoldfastError('invalid-input');
  }
  const detail = { exhibit: exhibitRef, chosen: owner !== null };
  context.act({ action: 'messages.owner', subject: itemId, detail }, () => {
    writeBody(context, itemId, state, { ...readBody(context, itemId), owner });
  });
  context.changed('messages', caseId);
  const { caseId: _case, ...source } = readSource(context, itemId);
  return source;
}
