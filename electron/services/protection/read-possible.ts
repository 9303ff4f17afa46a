import * as z from 'zod';
import { breachesOf, undecided } from '../../../shared/domain/casework/breaches/possible-breaches';
import type { BreachFacts, PossibleBreach } from '../../../shared/domain/casework/breaches/possible-breaches';
import { daysOf } from '../../../shared/domain/casework/duties/view';
import { addDays } from '../../../shared/domain/casework/working-days';
import { linkRoles } from '../../../shared/models/chronology';
import type { EntryLink } from '../../../shared/models/chronology';
import { registerBodySchema } from '../../../shared/models/register';
import { orderBreachKind } from '../../../shared/records/order-breach';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { bodySchema } from '../chronology/entry-rows';
import { listRegister } from '../chronology/register';
import { readBodies } from '../records/read-records';

type Db = VaultContext['db'];

/** A case with its orders, and what was decided about entries beside them. */
export interface CaseOrders {
  readonly caseId: string;
  readonly orders: BreachFacts['orders'];
  readonly decisions: BreachFacts['decisions'];
}

/** A date that is only about right may be off either way by so many days. */
const margin = 14;

/** The cases that have an order with terms, and since when: nothing before that can be a breach. */
function withTerms(all: readonly CaseOrders[]): ReadonlyMap<string, string> {
  return new Map(
    all.flatMap(({ caseId, orders }) => {
      const days = orders
        .filter(({ order }) => (order?.terms.length ?? 0) > 0)
        .map(({ from, order }) => daysOf(from)?.earliest ?? order?.madeOn ?? order?.servedOn ?? '0000');
      const [first] = days.sort();
      if (first === undefined) return [];
      return [[caseId, first.startsWith('0000') ? '0000' : addDays(first, -margin)] as const];
    }),
  );
}

/**
 * Entries that may be against a term and that nobody has decided on, by case, the oldest first. Read are only entries that may be later
 * than the first order of their case.
 */
export function readPossibleBreaches(
  db: Db,
  all: readonly CaseOrders[],
): ReadonlyMap<string, readonly PossibleBreach[]> {
  const since = withTerms(all);
  if (since.size === 0) return new Map();
  const entries = readVersions(db, since);
  const named = readNamed(db, since);
  const of = ({ caseId, orders, decisions }: CaseOrders): readonly PossibleBreach[] => {
    const { people = [], places = [] } = named.get(caseId) ?? {};
    return undecided(readOnce(db, caseId, { orders, people, places }, entries.get(caseId) ?? []), decisions);
  };
  return new Map(
    all.filter(({ caseId }) => since.has(caseId)).map((each) => [each.caseId, of(each)] as const),
  );
}

/** What entries of a case were found to be against, by the entry, and what they were read against. */
interface Known {
  readonly facts: string;
  readonly found: ReadonlyMap<
    string,
    { readonly version: string; readonly found: readonly PossibleBreach[] }
  >;
}
const known = new WeakMap<object, Map<string, Known>>();

/**
 * Reads the entries of a case against its terms. What was found for a version of an entry stands until the orders, the people or the
 * places of the case change: only entries that are new since then are read.
 */
function readOnce(
  db: Db,
  caseId: string,
  caseFacts: Parameters<typeof breachesOf>[0],
  versions: readonly EntryVersion[],
): readonly PossibleBreach[] {
  const cases = known.get(db) ?? new Map<string, Known>();
  known.set(db, cases);
  const facts = JSON.stringify(caseFacts);
  const before = cases.get(caseId);
  const stands = before?.facts === facts ? before.found : new Map<string, never>();
  const missing = versions.filter(({ id, version }) => stands.get(id)?.version !== version);
  const bodies = readBodiesOf(db, missing);
  const against = missing.length === 0 ? () => [] : breachesOf(caseFacts);
  const found = new Map(
    versions.map(({ id, version, links }) => {
      const body = bodies.get(id);
      const one = body === undefined ? (stands.get(id)?.found ?? []) : against({ ...body, id, links });
      return [id, { version, found: one }] as const;
    }),
  );
  cases.set(caseId, { facts, found });
  return [...found.values()].flatMap((each) => each.found);
}

/** Those of one case, the newest first. */
export function readPossible(context: VaultContext, caseId: string): readonly PossibleBreach[] {
  const orders = listRegister(context, caseId).filter(({ kind }) => kind === 'order');
  const decisions = readBodies(context, caseId, orderBreachKind);
  const all = readPossibleBreaches(context.db, [{ caseId, orders, decisions }]).get(caseId) ?? [];
  const place = new Map(all.map(({ entryId }, at) => [entryId, at]));
  return [...all].sort((a, b) => (place.get(b.entryId) ?? 0) - (place.get(a.entryId) ?? 0));
}

const asJson = (since: ReadonlyMap<string, string>): string => JSON.stringify(Object.fromEntries(since));

/** An entry as it stands, without what it says. */
interface EntryVersion {
  readonly id: string;
  /** Another for each version of it, and for what it is linked to. */
  readonly version: string;
  readonly links: readonly EntryLink[];
}

const versionRow = z.object({ id: z.string(), case_id: z.string(), shown: z.string() });
const linkRow = z.object({ entry_id: z.string(), id: z.string(), role: z.enum(linkRoles) });
const bodyRow = z.object({ id: z.string(), body: z.string() });

/** The wanted entries, in the order of the chronology; an entry's links stand in a table of their own. */
function readVersions(
  db: Db,
  since: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly EntryVersion[]> {
  const wanted = 'json_each(?) a JOIN entry_rows r ON r.case_id = a.key AND r.latest >= a.value';
  const links = new Map<string, EntryLink[]>();
  const linkSql = `SELECT l.entry_id, l.register_id AS id, l.role FROM ${wanted} JOIN entry_register l ON l.entry_id = r.entry_id`;
  for (const { entry_id, id, role } of allRows(db, linkRow, linkSql, asJson(since))) {
    const before = links.get(entry_id);
    if (before === undefined) links.set(entry_id, [{ id, role }]);
    else before.push({ id, role });
  }
  const found = new Map<string, EntryVersion[]>();
  const sql = `SELECT e.id, r.case_id, e.shown FROM ${wanted} JOIN records e ON e.id = r.entry_id
    WHERE e.shown IS NOT NULL ORDER BY r.earliest, r.latest, e.id`;
  for (const { id, case_id, shown } of allRows(db, versionRow, sql, asJson(since))) {
    const linked = links.get(id) ?? [];
    const named = linked.map((each) => `${each.id} ${each.role}`);
    const entry = { id, version: [shown, ...named].join(' '), links: linked };
    const before = found.get(case_id);
    if (before === undefined) found.set(case_id, [entry]);
    else before.push(entry);
  }
  return found;
}

type Body = z.infer<typeof bodySchema>;

/** What these entries say. */
function readBodiesOf(db: Db, entries: readonly EntryVersion[]): ReadonlyMap<string, Body> {
  if (entries.length === 0) return new Map();
  const sql = 'SELECT e.id, e.body FROM json_each(?) a JOIN entries e ON e.id = a.value';
  const rows = allRows(db, bodyRow, sql, JSON.stringify(entries.map(({ id }) => id)));
  return new Map(rows.map(({ id, body }) => [id, parseJson(bodySchema, body)]));
}

type Named = Pick<BreachFacts, 'people' | 'places'>;
const namedRow = z.object({
  id: z.string(),
  case_id: z.string(),
  kind: z.enum(['person', 'place']),
  body: z.string(),
});

/** People and places of these cases. */
function readNamed(db: Db, since: ReadonlyMap<string, string>): ReadonlyMap<string, Named> {
  const sql = `SELECT g.id, g.case_id, g.kind, g.body FROM json_each(?) a JOIN register g ON g.case_id = a.key
    WHERE g.kind IN ('person', 'place') AND g.removed = 0 ORDER BY g.created_at, g.id`;
  const found = new Map<string, Named>();
  for (const { id, case_id, kind, body } of allRows(db, namedRow, sql, asJson(since))) {
    const { name, notes, person } = parseJson(registerBodySchema, body);
    const { people, places } = found.get(case_id) ?? { people: [], places: [] };
    found.set(
      case_id,
      kind === 'person'
        ? { people: [...people, { id, name, role: person?.role ?? null }], places }
        : { people, places: [...places, { id, name, notes }] },
    );
  }
  return found;
}
