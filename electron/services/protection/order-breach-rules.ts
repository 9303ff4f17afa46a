import type { NewEntry } from '../../../shared/models/chronology';
import { entryContent } from '../../../shared/domain/entry-content';
import { HoldfastError } from '../../../shared/errors';
import type { OrderBreach } from '../../../shared/records/order-breach';
import { orderBreachKind } from '../../../shared/records/order-breach';
import type { VaultContext } from '../../vault/api';
import { touchEntries } from '../chronology/revision';
import { readEntry } from '../chronology/write-entry';
import { readBodies } from '../records/read-records';
import type { RecordRules } from '../records/rules';

/** The entry of a decision, or null where it is gone. */
function entryOf(context: VaultContext, id: string) {
  try {
    return readEntry(context, id);
  } catch {
    return null;
  }
}

/**
 * A breach counts as an act too: the entry keeps what it says, and is linked to the order as a possible breach, by the same act in
 * which a person decided. A decision that it is none, and taking the last one out, takes that link away.
 */
function linkEntry(context: VaultContext, { entryId, orderId }: OrderBreach): void {
  const entry = entryOf(context, entryId);
  if (entry === null) return;
  const isBreach = readBodies(context, entry.caseId, orderBreachKind).some(
    (each) => each.entryId === entryId && each.orderId === orderId && each.answer === 'breach',
  );
  const content: NewEntry = entryContent(entry);
  const others = content.links.filter(({ id, role }) => !(id === orderId && role === 'breach'));
  const isLinked = others.length < content.links.length;
  if (isBreach === isLinked) return;
  context.records.change(entryId, {
    ...content,
    links: isBreach ? [...others, { id: orderId, role: 'breach' }] : others,
  });
}

/** What a person decided about an entry and a term names an entry and an order of this case. */
export const orderBreachRules: RecordRules = {
  kind: orderBreachKind.kind,
  area: 'chronology',
  admit: (context, caseId, body, when) => {
    const { entryId, orderId } = orderBreachKind.body.parse(body);
    const owner = context.db.prepare("SELECT case_id FROM register WHERE id = ? AND kind = 'order'").pluck();
    const isHere = entryOf(context, entryId)?.caseId === caseId && owner.get(orderId) === caseId;
    if (when === 'now' && !isHere) throw new HoldfastError('not-found');
    return body;
  },
  within: (context, _id, _before, after) => {
    linkEntry(context, orderBreachKind.body.parse(after));
  },
  without: (context, _id, before) => {
    linkEntry(context, orderBreachKind.body.parse(before));
  },
  after: touchEntries,
};
