import { createHash } from 'node:crypto';
import { formatHlc, parseHlc } from '../../../shared/domain/hlc';
import type { Body, Version } from '../../../shared/domain/records/version';

/**
 * What an older Holdfast kept of a record, as versions. Vaults and packages of then are read by the same rules, and ids are
 * worked out from what both hold alike, so that two offices that had one case before arrive at the same versions.
 */

/** A UUID of version 8 (RFC 9562, 5.8) from what makes a version the one it is. */
export function earlierId(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(['holdfast earlier version', ...parts]))
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

interface Stamped {
  readonly office: string;
  readonly author: string;
  readonly hlc: string;
}

/** The wall time of a clock, or what was noted beside it where that says nothing. */
function momentOf(hlc: string, noted: string): string {
  const { wall } = parseHlc(hlc);
  return wall === 0 ? noted : new Date(wall).toISOString();
}

/** A record of which only the newest state was kept: a case, a person, a place, an order. */
export interface EarlierState extends Stamped {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly body: Body;
  readonly removed: boolean;
  readonly updatedAt: string;
}

/** Its newest state: what it said before, an older Holdfast did not keep. */
export function versionsOfState(state: EarlierState): readonly Version[] {
  const { id, caseId, kind, body, removed, updatedAt, office, author, hlc } = state;
  return [
    {
      id: earlierId(kind, id, hlc),
      recordId: id,
      ...{ caseId, kind, schema: 1, refs: [], parents: [], body, removed, office, author, hlc },
      at: momentOf(hlc, updatedAt),
    },
  ];
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
    readonly refs: readonly string[];
    readonly at: string;
    readonly author: string;
  }[];
}

/** One after the other, as they were numbered, and its removal as one more. */
export function versionsOfEntry(entry: EarlierEntry): readonly Version[] {
  const { id, caseId, office, hlc } = entry;
  const last = entry.versions.at(-1);
  const made: Version[] = [];
  for (const { version, body, refs, at, author } of entry.versions) {
    const isNewest = version === last?.version && !entry.removed;
    made.push({
      id: earlierId('entry', id, version, at, author),
      recordId: id,
      ...{ caseId, kind: 'entry', schema: 1, refs, body, removed: false, office, author, at },
      parents: made.slice(-1).map((before) => before.id),
      // Only the newest kept its clock; the others get that of the wall, in their order.
      hlc: isNewest
        ? hlc
        : formatHlc({ wall: Math.max(0, Date.parse(at) || 0), count: Math.min(version, 9999) }),
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
    at: momentOf(hlc, entry.updatedAt),
  };
  return [...made, removal];
}
