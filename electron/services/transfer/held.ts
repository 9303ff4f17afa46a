import * as z from 'zod';
import { changesSince, versionHeldBy, versionsHeld } from '../../../shared/domain/merge/changes';
import { HoldfastError } from '../../../shared/errors';
import { idSchema } from '../../../shared/models/common';
import { caseKind } from '../../../shared/records/case';
import { producerKind } from '../../../shared/records/producer';
import type { VaultContext } from '../../vault/api';
import { oneRow, parseJson } from '../../vault/rows/rows';
import type { Records } from './records';

/** What another office has of a case by a package, as ids; of exports that were read, as they were then. */
const heldSchema = z.strictObject({
  versions: z.array(idSchema).readonly(),
  /** Versions of which it has the stub alone: they may still be filled. */
  stubs: z.array(idSchema).readonly().default([]),
  items: z.array(idSchema).readonly(),
  redactions: z.array(idSchema).readonly(),
  sources: z.array(z.string()).readonly(),
});
export type Held = z.infer<typeof heldSchema>;

type Source = Records['messageSources'][number];

/** An export as it was read: read anew, it is another. */
function sourceKey({ itemId, at, rows }: Pick<Source, 'itemId' | 'at' | 'rows'>): string {
  return `${itemId} ${at} ${rows}`;
}

/** What a package of these records holds, with what the one held that it is counted from. */
export function heldBy(records: Records, since: Held | null): Held {
  const all = (before: readonly string[] | undefined, now: readonly string[]): readonly string[] => [
    ...new Set([...(before ?? []), ...now]),
  ];
  return {
    ...versionsHeld(records.versions, since),
    items: all(
      since?.items,
      records.items.map(({ id }) => id),
    ),
    redactions: all(
      since?.redactions,
      records.redactions.map(({ id }) => id),
    ),
    sources: all(since?.sources, records.messageSources.map(sourceKey)),
  };
}

/**
 * Of all that a case has what is not in `held`. The case itself and its producers go along whole, because a package says nothing
 * without them; what is there already changes nothing.
 */
export function notHeld(all: Records, held: Held): Records {
  const [isVersionHeld, items] = [versionHeldBy(held), new Set(held.items)];
  const [redactions, sources] = [new Set(held.redactions), new Set(held.sources)];
  const always: readonly string[] = [caseKind.kind, producerKind.kind];
  return {
    ...all,
    versions: [
      ...changesSince(all.versions, (version) => !always.includes(version.kind) && isVersionHeld(version)),
    ],
    items: all.items.filter(({ id }) => !items.has(id)),
    readings: all.readings.filter(({ itemId }) => !items.has(itemId)),
    messageSources: all.messageSources.filter((source) => !sources.has(sourceKey(source))),
    redactions: all.redactions.filter(({ id }) => !redactions.has(id)),
  };
}

/** As it is kept: of a package of changes what it added alone, or each would keep the ids of the whole case again. */
const storedSchema = heldSchema.extend({ since: idSchema.nullable().default(null) });

/** Keeps what a package held, which is counted from another or not (null). Must run inside the act that wrote it. */
export function keepHeld(
  { db }: Pick<VaultContext, 'db'>,
  packageId: string,
  caseId: string,
  held: Held,
  since: string | null,
): void {
  const before = since === null ? null : readHeld({ db }, since, caseId);
  db.prepare('INSERT INTO package_contents (package_id, case_id, held) VALUES (?, ?, ?)').run(
    packageId,
    caseId,
    JSON.stringify({ ...(before === null ? held : withoutHeld(held, before)), since }),
  );
}

function withoutHeld(held: Held, before: Held): Held {
  const added = (all: readonly string[], known: readonly string[]): readonly string[] => {
    const there = new Set(known);
    return all.filter((id) => !there.has(id));
  };
  return {
    versions: added(held.versions, before.versions),
    stubs: added(held.stubs, before.stubs),
    items: added(held.items, before.items),
    redactions: added(held.redactions, before.redactions),
    sources: added(held.sources, before.sources),
  };
}

/**
 * What a package of this case held, with those that it is counted from. Throws `not-found` for one of another case, and for one that
 * does not say.
 */
export function readHeld({ db }: Pick<VaultContext, 'db'>, packageId: string, caseId: string): Held {
  const kept: Held[] = [];
  for (let id: string | null = packageId; id !== null;) {
    const { since, ...held } = storedOf(db, id, caseId);
    kept.push(held);
    id = since;
  }
  return {
    versions: kept.flatMap(({ versions }) => versions),
    stubs: kept.flatMap(({ stubs }) => stubs),
    items: kept.flatMap(({ items }) => items),
    redactions: kept.flatMap(({ redactions }) => redactions),
    sources: kept.flatMap(({ sources }) => sources),
  };
}

function storedOf(db: VaultContext['db'], packageId: string, caseId: string): z.infer<typeof storedSchema> {
  const row = oneRow(
    db,
    z.object({ case_id: z.string(), held: z.string() }),
    'SELECT case_id, held FROM package_contents WHERE package_id = ?',
    packageId,
  );
  if (row.case_id !== caseId) throw new HoldfastError('not-found');
  return parseJson(storedSchema, row.held);
}
