import * as z from 'zod';
import { formatHlc, parseHlc } from '../../../shared/domain/hlc';
import type { Body, Version } from '../../../shared/domain/records/version';
import { stubOf } from '../../../shared/domain/records/version';
import { kindOf } from '../../../shared/records/all';
import { uuidOf } from './uuid-of';

/**
 * What an older Holdfast kept of a record, as versions. Vaults and packages of then are read by the same rules. Ids, and all
 * that stands under one, are worked out from what both hold alike and what later work in one of the offices leaves as it is:
 * two offices that had one case before arrive at the same versions, also where one of them went on.
 */

/** An id made of what makes a version the one it is. */
export function earlierId(...parts: readonly (string | number)[]): string {
  return uuidOf(JSON.stringify(['holdfast earlier version', ...parts]));
}

export interface Stamped {
  readonly office: string;
  readonly author: string;
  readonly hlc: string;
}

/** The wall time of a clock, or what was noted beside it where that says nothing. */
export function momentOf(hlc: string, noted: string): string {
  const { wall } = parseHlc(hlc);
  return wall === 0 ? noted : new Date(wall).toISOString();
}

/**
 * A body with the fields that its kind has by now: vaults keep what was written as it was, while packages of then came
 * through the sender's schema. What cannot be read stays as it is.
 */
export function filledUp(kind: string, body: Body): Body {
  try {
    return kindOf(kind)?.read(body) ?? body;
  } catch {
    return body;
  }
}

/** What a body names, where it can be read. */
function refsOf(kind: string, body: Body): readonly string[] {
  const known = kindOf(kind);
  return known?.isBody(body) === true ? known.refs(body) : [];
}

/** Ids of exhibits and of people, places and orders that an entry names, also where it cannot be read as a whole. */
function refsOfEntry(body: Body): readonly string[] {
  const list = z.array(z.string()).catch([]);
  const items = z.array(z.object({ itemId: z.string() })).catch([]);
  const links = z.array(z.object({ id: z.string() })).catch([]);
  return [
    ...new Set([
      ...list.parse(body.evidenceIds),
      ...items.parse(body.messageKeys).map(({ itemId }) => itemId),
      ...links.parse(body.links).map(({ id }) => id),
    ]),
  ];
}

/** A record of which only the newest state was kept: a case, a person, a place, an order. */
export interface EarlierState extends Stamped {
  readonly id: string;
  /** Null for a record of the office itself. */
  readonly caseId: string | null;
  readonly kind: string;
  readonly body: Body;
  readonly removed: boolean;
  readonly createdAt: string;
  /** When this state was written; null for a case, whose row moved with everything that was done in it. */
  readonly writtenAt: string | null;
}

/** The two clocks of a case were read one after the other when it was made, in milliseconds. */
const mostBetweenClocks = 1000;

/**
 * Its newest state. Where that is the first one, it has the id of what was made; else of that nothing is left but its moment,
 * and it is a stub that the state of an office which has not changed it since fills.
 */
export function versionsOfState(state: EarlierState): readonly Version[] {
  const { id, caseId, kind, removed, createdAt, writtenAt, office, author, hlc } = state;
  const at = writtenAt ?? momentOf(hlc, createdAt);
  const isChanged =
    writtenAt === null
      ? Math.abs(Date.parse(at) - Date.parse(createdAt)) > mostBetweenClocks
      : writtenAt !== createdAt;
  const first = earlierId(kind, id, 'made', createdAt);
  const body = filledUp(kind, state.body);
  const version: Version = {
    // Bringing a person back with an entry left the clock as it was.
    id: isChanged ? earlierId(kind, id, hlc, ...(removed ? ['removed'] : [])) : first,
    recordId: id,
    ...{ caseId, kind, schema: 1, refs: refsOf(kind, body), body, removed, office, author, hlc },
    parents: isChanged ? [first] : [],
    at: isChanged ? at : createdAt,
  };
  return isChanged ? [stubOf({ ...version, id: first, parents: [] }), version] : [version];
}

/** An entry with the versions that were kept of it. */
export interface EarlierEntry extends Stamped {
  readonly id: string;
  readonly caseId: string;
  readonly removed: boolean;
  readonly updatedAt: string;
  readonly versions: readonly {
    readonly version: number;
    readonly body: Body;
    readonly at: string;
    readonly author: string;
  }[];
}

/**
 * One after the other, as they were numbered, and its removal as one more. Only the newest kept its clock, and lost it with
 * the next change: each gets that of the wall, in their order.
 */
export function versionsOfEntry(entry: EarlierEntry): readonly Version[] {
  const { id, caseId, office, hlc } = entry;
  const made: Version[] = [];
  for (const { version, at, author, ...written } of entry.versions) {
    const body = filledUp('entry', written.body);
    made.push({
      id: earlierId('entry', id, version, at, author),
      recordId: id,
      ...{ caseId, kind: 'entry', schema: 1, refs: refsOfEntry(body), body, removed: false },
      ...{ office, author, at },
      parents: made.slice(-1).map((before) => before.id),
      hlc: formatHlc({ wall: Math.max(0, Date.parse(at) || 0), count: Math.min(version, 9999) }),
    });
  }
  const newest = made.at(-1);
  if (!entry.removed || newest === undefined) return made;
  const removal: Version = {
    ...newest,
    id: earlierId('entry', id, 'removed', hlc),
    parents: [newest.id],
    removed: true,
    author: entry.author,
    hlc,
    at: entry.updatedAt,
  };
  return [...made, removal];
}
