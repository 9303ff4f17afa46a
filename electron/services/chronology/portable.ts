import * as z from 'zod';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { HoldfastError } from '../../../shared/errors';
import type { Entry, EntryLink, NewEntry } from '../../../shared/models/chronology';
import type { MessageKey } from '../../../shared/models/message';
import { registerBodySchema } from '../../../shared/models/register';
import type { PortableEntry, PortableRegister } from '../../../shared/models/portable';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { addToRegister, listRegister } from './register';
import { createEntries } from './write-entry';

const itemRow = z.object({ id: z.string(), exhibit_ref: z.string(), sha256: z.string() });

function itemsOf({ db }: VaultContext, caseId: string) {
  return allRows(
    db,
    itemRow,
    'SELECT e.id, e.exhibit_ref, f.sha256 FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.case_id = ? ORDER BY e.exhibit_number',
    caseId,
  );
}

/** Gives entries of a case the names by which another vault finds what they are linked to. */
export function portableMaker(context: VaultContext, caseId: string): (entry: Entry) => PortableEntry {
  const items = new Map(itemsOf(context, caseId).map((item) => [item.id, item] as const));
  const exhibitOf = (id: string): { ref: string; sha256: string } => {
    const item = items.get(id);
    if (item === undefined) throw new HoldfastError('not-found');
    return { ref: item.exhibit_ref, sha256: item.sha256 };
  };
  return ({
    evidenceIds,
    messageKeys,
    links: _links,
    named,
    id: _id,
    caseId: _caseId,
    printedDate: _printed,
    earliest: _earliest,
    latest: _latest,
    approximate: _approximate,
    exhibits: _exhibits,
    messageCount: _count,
    messageText: _text,
    createdAt: _created,
    updatedAt: _updated,
    version: _version,
    ...content
  }) => ({
    ...content,
    exhibits: evidenceIds.map(exhibitOf),
    messages: messageKeys.map(({ itemId, position }) => ({ ...exhibitOf(itemId), position })),
    links: named.map(({ kind, name, role }) => ({ kind, name, role })),
  });
}

export function portableRegister(context: VaultContext, caseId: string): PortableRegister[] {
  return listRegister(context, caseId).map((item) => ({
    ...registerBodySchema.parse(item),
    kind: item.kind,
  }));
}

export interface TakenIn {
  readonly ids: readonly string[];
  /** References of exhibits, and of exports of messages, that the case does not have: what was linked to them is not. */
  readonly missing: readonly string[];
}

type Register = (kind: string, name: string) => string | undefined;

/** The people, places and orders of a case by kind and name; those that it does not have yet are added. */
function completeRegister(
  context: VaultContext,
  caseId: string,
  entries: readonly PortableEntry[],
  register: readonly PortableRegister[],
): Register {
  const keyOf = (kind: string, name: string): string => `${kind} ${name}`;
  const known = new Map(listRegister(context, caseId).map(({ kind, name, id }) => [keyOf(kind, name), id]));
  const bodies = new Map(register.map((each) => [keyOf(each.kind, each.name), each]));
  for (const { kind, name } of [...entries.flatMap(({ links }) => links), ...register]) {
    const key = keyOf(kind, name);
    if (known.has(key)) continue;
    const body = registerBodySchema.parse(bodies.get(key) ?? { name });
    known.set(key, addToRegister(context, caseId, kind, body).id);
  }
  return (kind, name) => known.get(keyOf(kind, name));
}

/** Finds exhibits and messages of a case by what a portable entry calls them, and notes those that it does not have. */
function finderOf(context: VaultContext, caseId: string) {
  const bySum = new Map<string, z.infer<typeof itemRow>[]>();
  for (const item of itemsOf(context, caseId))
    bySum.set(item.sha256, [...(bySum.get(item.sha256) ?? []), item]);
  const hasRow = context.db.prepare('SELECT 1 FROM messages WHERE item_id = ? AND position = ?').pluck();
  const missing = new Set<string>();
  const exhibit = ({ ref, sha256 }: PortableEntry['exhibits'][number]): string | null => {
    const same = bySum.get(sha256) ?? [];
    // Of two exhibits with the same bytes either shows the same.
    const found = same.find((item) => item.exhibit_ref === ref) ?? same[0];
    if (found === undefined) missing.add(ref);
    return found?.id ?? null;
  };
  const message = (wanted: PortableEntry['messages'][number]): readonly MessageKey[] => {
    const itemId = exhibit(wanted);
    if (itemId === null) return [];
    if (hasRow.get(itemId, wanted.position) !== undefined) return [{ itemId, position: wanted.position }];
    missing.add(wanted.ref);
    return [];
  };
  return { exhibit, message, missing };
}

/**
 * Makes entries of a case from portable ones. Exhibits are found by their fingerprint, people, places and orders by kind and
 * name; those the case does not have yet are added. Nothing is made, and nobody added, when an entry cannot be stored. Throws
 * `invalid-input`.
 */
export function takeInPortable(
  context: VaultContext,
  caseId: string,
  entries: readonly PortableEntry[],
  register: readonly PortableRegister[],
): TakenIn {
  for (const { edtf, time } of entries) dateBounds(edtf, time);
  const find = finderOf(context, caseId);
  const ids = context.whole(() => {
    const named = completeRegister(context, caseId, entries, register);
    const made = entries.map(({ exhibits, messages, links, ...content }): NewEntry => {
      const linked: EntryLink[] = links.flatMap(({ kind, name, role }) => {
        const id = named(kind, name);
        return id === undefined ? [] : [{ id, role }];
      });
      const evidenceIds = [...new Set(exhibits.flatMap((exhibit) => find.exhibit(exhibit) ?? []))];
      return { ...content, evidenceIds, messageKeys: messages.flatMap(find.message), links: linked };
    });
    return createEntries(context, caseId, made);
  });
  return { ids, missing: [...find.missing].sort() };
}
