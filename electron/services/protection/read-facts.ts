import type { z } from 'zod';
import { possibleBreaches } from '../../../shared/domain/casework/breaches/possible-breaches';
import type { PossibleBreach } from '../../../shared/domain/casework/breaches/possible-breaches';
import type { Entry } from '../../../shared/models/chronology';
import { everyEntry } from '../../../shared/models/entry-filter';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import type { RegisterItem } from '../../../shared/models/register';
import type { RecordKind } from '../../../shared/records/define';
import { orderBreachKind } from '../../../shared/records/order-breach';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { addDays } from '../../../shared/domain/casework/working-days';
import type { VaultContext } from '../../vault/api';
import { listRegister } from '../chronology/register';
import { viewEntries } from '../chronology/view-entries';
import { listRecords } from '../records/read-records';

interface Of<T> {
  readonly id: string;
  readonly body: T;
}

/** The records of a kind in a case; what a newer Holdfast wrote otherwise is left out. */
export function bodiesOf<T extends object>(
  context: VaultContext,
  caseId: string,
  kind: Pick<RecordKind<T>, 'kind'> & { readonly body: z.ZodType<T> },
): readonly Of<T>[] {
  return listRecords(context, caseId, kind.kind).flatMap(({ id, body }) => {
    const read = kind.body.safeParse(body);
    return read.success ? [{ id, body: read.data }] : [];
  });
}

/** Entries that may have happened on or after a day. */
function incidentsSince(context: VaultContext, caseId: string, from: string | null): readonly Entry[] {
  const filter: EntryFilter = { ...everyEntry, kind: 'incident', from };
  return [...viewEntries(context, caseId, { filter, order: 'newest' })];
}

/** The first day on which one of the orders can have been in force; null where one of them does not say. */
function firstDay(orders: readonly RegisterItem[]): string | null {
  const days = orders.map(({ from, order }) => from ?? order?.madeOn ?? order?.servedOn ?? null);
  if (days.some((each) => each === null)) return null;
  const first = days.map((each) => dateBounds(each ?? '', null).earliest.slice(0, 10)).toSorted()[0];
  // What is only about right may be off either way.
  return first === undefined || first.startsWith('0000') ? null : addDays(first, -14);
}

/** Entries of a case that may be against a term, the newest first. */
export function readPossible(
  context: VaultContext,
  caseId: string,
): readonly (PossibleBreach & { readonly title: string })[] {
  const register = listRegister(context, caseId);
  const orders = register.filter(({ kind, order }) => kind === 'order' && (order?.terms.length ?? 0) > 0);
  if (orders.length === 0) return [];
  const entries = incidentsSince(context, caseId, firstDay(orders));
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  return possibleBreaches({
    orders: orders.map(({ id, name, from, until, order }) => ({ id, name, from, until, order })),
    entries,
    people: register
      .filter(({ kind }) => kind === 'person')
      .map(({ id, name, person }) => ({ id, name, role: person?.role ?? null })),
    places: register
      .filter(({ kind }) => kind === 'place')
      .map(({ id, name, notes }) => ({ id, name, notes })),
    decisions: bodiesOf(context, caseId, orderBreachKind).map(({ body }) => body),
  }).map((each) => ({ ...each, title: titles.get(each.entryId) ?? '' }));
}
