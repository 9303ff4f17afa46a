import type { Version } from '../../../shared/domain/records/version';
import type { ItemStanding } from '../../../shared/models/package-comparison';
import type { PackageDecisions } from '../../../shared/models/package-decisions';
import { kindOf } from '../../../shared/records/all';
import type { VaultContext } from '../../vault/api';
import type { Records } from './records';
import type { RecordItem } from './records/items';

type Db = Pick<VaultContext, 'db'>;

/** What of a package goes in, by what is here and what a person decided. */
export interface JoinPlan {
  /** The case is not here yet. */
  readonly isNewCase: boolean;
  /** Exhibits that come in, and those that are here already. */
  readonly newItems: readonly RecordItem[];
  readonly itemsHere: readonly RecordItem[];
  /** Exhibits that stay out, with all that is about them alone; those of them that a person leaves out now. */
  readonly heldBack: ReadonlySet<string>;
  readonly leftOutNow: readonly string[];
  /** Left out before and taken now. */
  readonly takenAfterAll: readonly string[];
  /** Versions, without those of records about what stays out. */
  readonly versions: readonly Version[];
  readonly decline: ReadonlySet<string>;
  readonly accept: ReadonlySet<string>;
}

/** Plans how a package is joined with what is here; nothing is written. */
export function planJoin(context: Db, records: Records, decisions: PackageDecisions): JoinPlan {
  const { db } = context;
  const isNewCase = db.prepare('SELECT 1 FROM cases WHERE id = ?').get(records.caseId) === undefined;
  const standing = standingOfItems(context, records);
  // Who takes a case in that was erased here was told so, and takes all of it.
  const after = new Set(isNewCase ? standing.keys() : decisions.takeAfterAll.items);
  const leave = new Set(decisions.leaveOut.items);
  const of = (wanted: (id: string, stands: ItemStanding) => boolean): readonly RecordItem[] =>
    records.items.filter(({ id }) => wanted(id, standing.get(id) ?? 'new'));
  const isTaken = (id: string, stands: ItemStanding): boolean =>
    !leave.has(id) && (stands === 'new' || after.has(id));

  const copies = ownCopies(context, records);
  const newItems = of((id, stands) => stands !== 'here' && isTaken(id, stands));
  const leftOutNow = of((id, stands) => stands === 'new' && leave.has(id));
  const coming = new Set(newItems.map(({ id }) => id));
  const heldBack = new Set([...keptOut(context), ...leftOutNow.map(({ id }) => id)]);
  for (const id of coming) heldBack.delete(id);
  const back = new Set([...coming].filter((id) => standing.get(id) !== 'new'));
  return {
    ...{ isNewCase, newItems, heldBack },
    itemsHere: of((id, stands) => stands === 'here' && !copies.has(id)),
    leftOutNow: leftOutNow.map(({ id }) => id),
    takenAfterAll: [...back],
    versions: withoutAbout(records.versions, heldBack),
    ...recordDecisions(context, records, decisions, { isNewCase, back }),
  };
}

/** How each exhibit of a package stands. */
export function standingOfItems({ db }: Db, { items }: Records): ReadonlyMap<string, ItemStanding> {
  const find = db
    .prepare(
      `SELECT CASE WHEN EXISTS (SELECT 1 FROM evidence WHERE id = @id UNION ALL SELECT 1 FROM redactions WHERE id = @id) THEN 'here'
         WHEN EXISTS (SELECT 1 FROM item_tombstones WHERE id = @id) THEN 'erased-here'
         WHEN EXISTS (SELECT 1 FROM item_declined WHERE item_id = @id) THEN 'left-out-before' ELSE 'new' END`,
    )
    .pluck();
  return new Map(items.map(({ id }) => [id, find.get({ id }) as ItemStanding]));
}

/** Redacted copies of ours that were shared as exhibits of their own and come back: the original is here, with that copy. */
function ownCopies({ db }: Db, { items }: Records): ReadonlySet<string> {
  const find = db.prepare(
    'SELECT 1 FROM redactions WHERE id = @id AND NOT EXISTS (SELECT 1 FROM evidence WHERE id = @id)',
  );
  return new Set(items.flatMap(({ id }) => (find.get({ id }) === undefined ? [] : [id])));
}

/** Exhibits that stay out by what was done here before, whichever package names them. */
function keptOut({ db }: Db): readonly string[] {
  return db
    .prepare('SELECT id FROM item_tombstones UNION SELECT item_id FROM item_declined')
    .pluck()
    .all() as string[];
}

/** Whether a record is about an exhibit, and says nothing without it. */
export function isAbout({ kind: name, body, refs }: Version, items: ReadonlySet<string>): boolean {
  const kind = kindOf(name);
  if (kind === undefined || kind.about === null || body === null) return false;
  // What cannot be read is about the exhibits that it names.
  const about = kind.isBody(body) ? kind.about(body) : refs;
  return about.some((id) => items.has(id));
}

/** Ids of the records of which some version is about one of these exhibits. */
export function recordsAbout(versions: readonly Version[], items: ReadonlySet<string>): ReadonlySet<string> {
  if (items.size === 0) return new Set();
  return new Set(versions.filter((version) => isAbout(version, items)).map(({ recordId }) => recordId));
}

function withoutAbout(versions: readonly Version[], items: ReadonlySet<string>): readonly Version[] {
  const gone = recordsAbout(versions, items);
  return gone.size === 0 ? versions : versions.filter(({ recordId }) => !gone.has(recordId));
}

/** Exhibits and their series name a producer, and all hangs on the case: neither is left out while they come. */
const bearing: readonly string[] = ['case', 'producer'];

function recordDecisions(
  { db }: Db,
  { versions }: Records,
  { leaveOut, takeAfterAll }: PackageDecisions,
  { isNewCase, back }: { readonly isNewCase: boolean; readonly back: ReadonlySet<string> },
): Pick<JoinPlan, 'decline' | 'accept'> {
  const kinds = new Map(versions.map(({ recordId, kind }) => [recordId, kind]));
  const isBearing = (id: string): boolean =>
    kinds.get(id) === 'producer' || (isNewCase && bearing.includes(kinds.get(id) ?? ''));
  const decline = new Set(leaveOut.records.filter((id) => !isBearing(id)));
  const accept = new Set(takeAfterAll.records);
  // What was said of an exhibit was erased with it, and comes back with it.
  for (const id of recordsAbout(versions, back)) if (!decline.has(id)) accept.add(id);
  if (isNewCase) for (const id of erasedAmong({ db }, versions)) accept.add(id);
  return { decline, accept };
}

/** Ids of records and versions that were erased here. */
export function erasedAmong({ db }: Db, versions: readonly Version[]): ReadonlySet<string> {
  const ids = versions.flatMap(({ id, recordId }) => [id, recordId]);
  const found = db
    .prepare('SELECT t.id FROM json_each(?) j JOIN record_tombstones t ON t.id = j.value')
    .pluck()
    .all(JSON.stringify(ids)) as string[];
  return new Set(found);
}
