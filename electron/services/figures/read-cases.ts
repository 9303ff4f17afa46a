import * as z from 'zod';
import { ukDay } from '../../../shared/domain/dates/standing';
import type { FiguresCase, FiguresEntry } from '../../../shared/domain/figures/units';
import { newEntrySchema } from '../../../shared/models/chronology';
import { assessmentKind } from '../../../shared/records/assessment';
import { caseDetailsKind, caseDetailsSchema } from '../../../shared/records/case-details';
import { caseEventKind } from '../../../shared/records/case-event';
import type { RecordKind } from '../../../shared/records/define';
import { planActionKind } from '../../../shared/records/plan-action';
import { policeReportKind } from '../../../shared/records/police-report';
import { registerKind } from '../../../shared/records/register';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

const caseRow = z.object({ id: z.string(), created_at: z.string() });
const bodyRow = z.object({ case_id: z.string(), body: z.string() });
const entryRow = bodyRow.extend({ id: z.string(), earliest: z.string(), latest: z.string() });
const entryBody = newEntrySchema.pick({ kind: true, reported: true, unreported: true });

type ByCase<T> = (caseId: string) => readonly T[];

function byCase<T>(rows: readonly { readonly caseId: string; readonly value: T }[]): ByCase<T> {
  const groups = new Map<string, T[]>();
  for (const { caseId, value } of rows) {
    const group = groups.get(caseId);
    if (group === undefined) groups.set(caseId, [value]);
    else group.push(value);
  }
  return (caseId) => groups.get(caseId) ?? [];
}

/** What is shown of every record of a kind, in all cases at once. Bodies of a newer Holdfast are left out. */
function shownOf<T extends object>({ db }: Pick<VaultContext, 'db'>, kind: RecordKind<T>): ByCase<T> {
  const rows = allRows(
    db,
    bodyRow,
    `SELECT r.case_id, v.body FROM records r JOIN record_versions v ON v.id = r.shown
     WHERE r.kind = ? AND r.removed = 0 AND r.case_id IS NOT NULL AND v.body IS NOT NULL ORDER BY r.created_at, r.id`,
    kind.kind,
  );
  return byCase(
    rows.flatMap(({ case_id: caseId, body }) => {
      const read = kind.body.safeParse(JSON.parse(body));
      return read.success ? [{ caseId, value: read.data }] : [];
    }),
  );
}

function entriesOf({ db }: Pick<VaultContext, 'db'>): ByCase<FiguresEntry> {
  const rows = allRows(
    db,
    entryRow,
    'SELECT id, case_id, body, earliest, latest FROM entries WHERE removed = 0',
  );
  return byCase(
    rows.map(({ id, case_id: caseId, body, earliest, latest }) => ({
      caseId,
      value: { id, earliest, latest, ...parseJson(entryBody, body) },
    })),
  );
}

/** What figures are counted from: every case, with nothing of it that could be printed but codes, days and the force. */
export function readFiguresCases(context: Pick<VaultContext, 'db'>): readonly FiguresCase[] {
  const [details, reports, events] = [
    shownOf(context, caseDetailsKind),
    shownOf(context, policeReportKind),
    shownOf(context, caseEventKind),
  ];
  const [assessments, actions, register] = [
    shownOf(context, assessmentKind),
    shownOf(context, planActionKind),
    shownOf(context, registerKind),
  ];
  const entries = entriesOf(context);
  return allRows(context.db, caseRow, 'SELECT id, created_at FROM cases ORDER BY id').map(
    ({ id, created_at: createdAt }) => ({
      createdOn: ukDay(new Date(createdAt)),
      details: details(id)[0] ?? caseDetailsSchema.parse({}),
      entries: entries(id),
      reports: reports(id),
      events: events(id),
      assessments: assessments(id),
      actions: actions(id),
      orders: register(id).filter(({ kind }) => kind === 'order'),
    }),
  );
}
