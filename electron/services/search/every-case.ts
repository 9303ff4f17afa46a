import * as z from 'zod';
import { wantedWords } from '../../../shared/domain/text/searchable';
import { foldWord, indexQuery, wordsOf } from '../../../shared/domain/text/search';
import type { CaseFound, CaseHit, EveryCaseResult } from '../../../shared/models/search';
import { kindOf } from '../../../shared/records/all';
import { bodySchema } from '../../../shared/records/json';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

/** Cases that are listed at once; who wants the others types more. */
const mostCases = 50;

const foundRow = z.object({ case_id: z.string(), id: z.string(), count: z.int() });
const recordRow = foundRow.extend({ kind: z.string(), body: z.string() });

type Found = CaseHit & { readonly caseId: string };

const noRecord = { record: null, itemId: null, position: null } as const;

function entries({ db }: Db, query: string): readonly Found[] {
  return allRows(
    db,
    foundRow,
    `SELECT f.case_id, (SELECT entry_id FROM entry_rows WHERE id = f.first) AS id, f.count FROM (
       SELECT r.case_id, min(r.id) AS first, count(*) AS count FROM entry_index i CROSS JOIN entry_rows r ON r.id = i.rowid
       WHERE entry_index MATCH ? GROUP BY r.case_id) f`,
    query,
  ).map(({ case_id: caseId, id, count }) => ({ kind: 'entry', ...noRecord, caseId, id, count }));
}

/** Exhibits by the text in them. */
function texts({ db }: Db, query: string): readonly Found[] {
  return allRows(
    db,
    foundRow,
    `SELECT e.case_id, min(e.id) AS id, count(DISTINCT e.id) AS count
     FROM text_index i CROSS JOIN text_pages p ON p.id = i.rowid JOIN evidence e ON e.id = p.item_id
     WHERE text_index MATCH ? GROUP BY e.case_id`,
    query,
  ).map(({ case_id: caseId, id, count }) => ({ kind: 'exhibit', ...noRecord, caseId, id, count }));
}

/** Records of every kind; of each kind the first one of a case, and how many there are. */
function records({ db }: Db, query: string): readonly Found[] {
  return allRows(
    db,
    recordRow,
    `SELECT f.case_id, f.kind, f.id, f.count, v.body FROM (
       SELECT r.case_id, r.kind, r.id, r.shown, count(*) OVER (PARTITION BY r.case_id, r.kind) AS count,
         row_number() OVER (PARTITION BY r.case_id, r.kind ORDER BY r.created_at, r.id) AS place
       FROM record_index x CROSS JOIN records r ON r.number = x.rowid WHERE record_index MATCH ? AND r.case_id IS NOT NULL
     ) f JOIN record_versions v ON v.id = f.shown WHERE f.place = 1 ORDER BY f.kind`,
    query,
  ).map(({ case_id: caseId, kind, id, count, body }) => ({
    ...{ kind: 'record', record: kind, position: null, caseId, id, count },
    itemId: aboutItem(kind, body),
  }));
}

function aboutItem(name: string, text: string): string | null {
  const kind = kindOf(name);
  const body = parseJson(bodySchema, text);
  if (kind?.about == null || !kind.isBody(body)) return null;
  return kind.about(body)[0] ?? null;
}

/** Places in one export; see everything.ts. */
const span = 2n ** 32n;

/** The exports that hold what was typed: each is asked for its first row alone, because counting a million rows would take too long. */
function messages({ db }: Db, query: string): readonly Found[] {
  const first = db
    .prepare('SELECT rowid FROM message_index WHERE message_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT 1')
    .pluck();
  const exports = allRows(
    db,
    z.object({ number: z.int(), item_id: z.string(), case_id: z.string() }),
    `SELECT n.number, n.item_id, e.case_id FROM message_numbers n JOIN evidence e ON e.id = n.item_id ORDER BY n.number`,
  );
  const found = new Map<string, Found>();
  for (const { number, item_id: id, case_id: caseId } of exports) {
    const from = BigInt(number) * span;
    const row = z
      .number()
      .optional()
      .parse(first.get(query, from, from + span - 1n));
    if (row === undefined) continue;
    const before = found.get(caseId);
    const position = row - Number(from);
    if (before !== undefined) found.set(caseId, { ...before, count: before.count + 1 });
    else
      found.set(caseId, {
        ...{ kind: 'message', record: null, itemId: null, caseId, id, position, count: 1 },
      });
  }
  return [...found.values()];
}

const caseRow = z.object({ id: z.string(), reference: z.string(), alias: z.string() });

/** Whether every word that was typed begins a word of what the case is called. */
function isCalled({ reference, alias }: z.infer<typeof caseRow>, typed: string): boolean {
  const words = wordsOf(`${reference} ${alias}`);
  const wanted = wordsOf(foldWord(typed));
  return wanted.length > 0 && wanted.every((word) => words.some((each) => each.startsWith(word)));
}

/**
 * In which cases what was typed stands, and in what of them. It lists references, kinds and numbers, and nothing of what is written
 * there: whoever looks for one client must not have the words of another on the screen.
 */
export function searchEveryCase(context: Db, typed: string): EveryCaseResult {
  const wanted = wantedWords(typed);
  const notLookedFor = wanted.kind === 'unreadable' ? [...wanted.parts] : [];
  const query = indexQuery(typed);
  if (query === null) return { cases: [], more: 0, notLookedFor };
  const hits = new Map<string, CaseHit[]>();
  for (const read of [entries, texts, records, messages])
    for (const { caseId, ...hit } of read(context, query))
      hits.set(caseId, [...(hits.get(caseId) ?? []), hit]);
  const cases = allRows(
    context.db,
    caseRow,
    'SELECT id, reference, alias FROM cases WHERE id IN (SELECT value FROM json_each(?)) ORDER BY reference, id',
    JSON.stringify([...hits.keys()]),
  );
  const first = cases.filter((each) => isCalled(each, typed));
  const sorted = [...first, ...cases.filter((each) => !first.includes(each))];
  return {
    cases: sorted.slice(0, mostCases).map(({ id, reference, alias }): CaseFound => ({
      caseId: id,
      reference,
      alias,
      hits: hits.get(id) ?? [],
    })),
    more: Math.max(0, sorted.length - mostCases),
    notLookedFor,
  };
}
