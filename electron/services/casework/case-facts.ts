import * as z from 'zod';
import type { CaseFacts, EntryFact, Recorded } from '../../../shared/domain/casework/duties/facts';
import { endedStatuses } from '../../../shared/domain/casework/caseload/endings';
import { dayIn } from '../../../shared/domain/casework/duties/view';
import { actsOf, flag } from '../../../shared/domain/chronology-row';
import { ukDay } from '../../../shared/domain/dates/standing';
import { newCaseSchema } from '../../../shared/models/case';
import { assessmentKind } from '../../../shared/records/assessment';
import { caseDetailsKind } from '../../../shared/records/case-details';
import { caseEventKind } from '../../../shared/records/case-event';
import { conflictCheckKind } from '../../../shared/records/conflict-check';
import { consentKind } from '../../../shared/records/consent';
import { contactKind } from '../../../shared/records/contact';
import type { RecordKind } from '../../../shared/records/define';
import { informationRequestKind } from '../../../shared/records/information-request';
import { letterKind } from '../../../shared/records/letter';
import { orderBreachKind } from '../../../shared/records/order-breach';
import { planActionKind } from '../../../shared/records/plan-action';
import { policeReportKind } from '../../../shared/records/police-report';
import { policeRequestKind } from '../../../shared/records/police-request';
import { proceedingsKind } from '../../../shared/records/proceedings';
import { putOffKind } from '../../../shared/records/put-off';
import { registerKind } from '../../../shared/records/register';
import { safetyPlanKind } from '../../../shared/records/safety-plan';
import { taskKind } from '../../../shared/records/task';
import { victimStatementKind } from '../../../shared/records/victim-statement';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { readPossibleBreaches } from '../protection/read-possible';

type Db = VaultContext['db'];

/** The kinds of records that rules look at. */
const kinds = [
  caseDetailsKind.kind,
  conflictCheckKind.kind,
  contactKind.kind,
  consentKind.kind,
  taskKind.kind,
  assessmentKind.kind,
  planActionKind.kind,
  safetyPlanKind.kind,
  orderBreachKind.kind,
  policeReportKind.kind,
  policeRequestKind.kind,
  caseEventKind.kind,
  victimStatementKind.kind,
  informationRequestKind.kind,
  putOffKind.kind,
  proceedingsKind.kind,
];

const caseRow = z.object({ id: z.string(), body: z.string(), created_at: z.string() });
const recordRow = z.object({ id: z.string(), case_id: z.string(), kind: z.string(), body: z.string() });
type RecordRow = z.infer<typeof recordRow>;

/**
 * What the rules look at, of a case, or, for null, of every case that somebody works on. Each table is read once over all of
 * them; a record of a newer Holdfast that cannot be read here is left out.
 */
export function readCaseFacts({ db }: Pick<VaultContext, 'db'>, caseId: string | null): readonly CaseFacts[] {
  const cases = readCases(db, caseId);
  const rows = byCase([...readRecords(db, caseId), ...readOrders(db, caseId), ...readLetters(db, caseId)]);
  const all = cases.map((owner) => factsOf(owner, recordsIn(rows.get(owner.caseId) ?? [])));
  const entries = readEntries(db, caseId, all);
  const possible = readPossibleBreaches(
    db,
    all.map(({ caseId: id, register, breaches }) => ({
      caseId: id,
      orders: register.map(({ id: orderId, body }) => ({ ...body, id: orderId })),
      decisions: breaches.map(({ body }) => body),
    })),
  );
  return all.map((facts) => ({
    ...facts,
    entries: entries.get(facts.caseId) ?? [],
    possibleBreaches: possible.get(facts.caseId) ?? [],
  }));
}

type Owner = Pick<CaseFacts, 'caseId' | 'reference' | 'status' | 'safeContact' | 'openedOn'>;

function readCases(db: Db, caseId: string | null): readonly Owner[] {
  const rows =
    caseId === null
      ? allRows(
          db,
          caseRow,
          'SELECT id, body, created_at FROM cases WHERE status NOT IN (SELECT value FROM json_each(?))',
          JSON.stringify(endedStatuses),
        )
      : allRows(db, caseRow, 'SELECT id, body, created_at FROM cases WHERE id = ?', caseId);
  return rows.map(({ id, body, created_at }) => {
    const { reference, status, safeContact } = parseJson(newCaseSchema, body);
    return { caseId: id, reference, status, safeContact, openedOn: ukDay(created_at) };
  });
}

/** In the order in which they were made, so that of two of one day the one that was written last stands. */
function readRecords(db: Db, caseId: string | null): readonly RecordRow[] {
  return allRows(
    db,
    recordRow,
    `SELECT r.id, r.case_id, r.kind, v.body FROM records r JOIN record_versions v ON v.id = r.shown
     WHERE r.kind IN (SELECT value FROM json_each(@kinds)) AND r.removed = 0 AND v.body IS NOT NULL
       ${caseId === null ? 'AND r.case_id IS NOT NULL' : 'AND r.case_id = @caseId'} ORDER BY r.created_at, r.id`,
    { kinds: JSON.stringify(kinds), ...(caseId === null ? {} : { caseId }) },
  );
}

/** People and places of the register are many, and no rule looks at them. */
function readOrders(db: Db, caseId: string | null): readonly RecordRow[] {
  return allRows(
    db,
    recordRow,
    `SELECT id, case_id, 'register' AS kind, json_set(body, '$.kind', kind) AS body FROM register
     WHERE kind = 'order' AND removed = 0 ${caseId === null ? '' : 'AND case_id = @caseId'} ORDER BY created_at, id`,
    caseId === null ? {} : { caseId },
  );
}

/** Of a letter only what it is: its text may be long. */
function readLetters(db: Db, caseId: string | null): readonly RecordRow[] {
  return allRows(
    db,
    recordRow,
    `SELECT r.id, r.case_id, r.kind,
       json_object('sort', json_extract(v.body, '$.sort'), 'title', json_extract(v.body, '$.title')) AS body
     FROM records r JOIN record_versions v ON v.id = r.shown
     WHERE r.kind = 'letter' AND r.removed = 0 AND v.body IS NOT NULL
       ${caseId === null ? 'AND r.case_id IS NOT NULL' : 'AND r.case_id = @caseId'} ORDER BY r.created_at, r.id`,
    caseId === null ? {} : { caseId },
  );
}

function byCase<T extends { readonly case_id: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const before = found.get(row.case_id);
    if (before === undefined) found.set(row.case_id, [row]);
    else before.push(row);
  }
  return found;
}

type Records = <T>(kind: Pick<RecordKind<T>, 'kind' | 'body' | 'title'>) => readonly Recorded<T>[];

/** The records of one case, by their kind. */
function recordsIn(rows: readonly RecordRow[]): Records {
  return (kind) =>
    rows.flatMap((row) => {
      if (row.kind !== kind.kind) return [];
      const read = kind.body.safeParse(JSON.parse(row.body));
      return read.success ? [{ id: row.id, title: kind.title(read.data), body: read.data }] : [];
    });
}

function factsOf(owner: Owner, records: Records): CaseFacts {
  const [details] = records(caseDetailsKind);
  return {
    ...owner,
    details: details?.body ?? null,
    detailsId: details?.id ?? null,
    entries: [],
    register: records(registerKind),
    proceedings: records(proceedingsKind),
    contacts: records(contactKind),
    consents: records(consentKind),
    tasks: records(taskKind),
    conflictChecks: records(conflictCheckKind),
    assessments: records(assessmentKind),
    planActions: records(planActionKind),
    safetyPlans: records(safetyPlanKind),
    breaches: records(orderBreachKind),
    possibleBreaches: [],
    reports: records(policeReportKind),
    requests: records(policeRequestKind),
    events: records(caseEventKind),
    statements: records(victimStatementKind),
    informationRequests: records(informationRequestKind),
    letters: records(letterKind),
    putOffs: records(putOffKind),
  };
}

const entryRow = z.object({
  entry_id: z.string(),
  case_id: z.string(),
  earliest: z.string(),
  latest: z.string(),
  acts: z.int(),
  channel: z.string().nullable(),
  flags: z.int(),
});

/** Entries by their narrow rows. Titles are read later, of those alone that a line names. */
function readEntries(
  db: Db,
  caseId: string | null,
  all: readonly CaseFacts[],
): ReadonlyMap<string, readonly EntryFact[]> {
  const escalating = readEscalating(db, all);
  const rows = allRows(
    db,
    entryRow,
    `SELECT entry_id, case_id, earliest, latest, acts, channel, flags FROM entry_rows
     ${caseId === null ? '' : 'WHERE case_id = @caseId'} ORDER BY case_id, earliest, latest, entry_id`,
    caseId === null ? {} : { caseId },
  );
  const facts = [...byCase(rows)].map(
    ([id, each]) => [id, each.map((row) => entryOf(row, escalating))] as const,
  );
  return new Map(facts);
}

function entryOf(row: z.infer<typeof entryRow>, escalating: ReadonlySet<string>): EntryFact {
  return {
    id: row.entry_id,
    title: '',
    kind: (row.flags & flag.event) === 0 ? 'incident' : 'event',
    earliest: dayIn(row.earliest),
    latest: dayIn(row.latest),
    behaviours: [...actsOf(row.acts)],
    channel: row.channel,
    escalates: escalating.has(row.entry_id),
  };
}

/** Entries with a threat, or with conduct of a new sort, that may be later than the assessment that stands in their case. */
function readEscalating(db: Db, all: readonly CaseFacts[]): ReadonlySet<string> {
  const since = all.flatMap(({ caseId, assessments }) => {
    const day = assessments
      .map(({ body }) => body.on)
      .sort()
      .at(-1);
    return day === undefined ? [] : [[caseId, day] as const];
  });
  const rows = allRows(
    db,
    z.object({ id: z.string() }),
    `SELECT e.id FROM json_each(?) a JOIN entry_rows r ON r.case_id = a.key AND r.latest > a.value
     JOIN entries e ON e.id = r.entry_id
     WHERE json_extract(e.body, '$.threat') IS NOT NULL OR json_extract(e.body, '$.firstTime') = 1`,
    JSON.stringify(Object.fromEntries(since)),
  );
  return new Set(rows.map(({ id }) => id));
}
