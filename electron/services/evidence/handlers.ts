import * as z from 'zod';
import type { VaultHandlers, VaultInput, VaultOutput } from '../../../shared/contract/vault-methods';
import { printDate } from '../../../shared/domain/dates/print';
import { newEntrySchema } from '../../../shared/models/chronology';
import { evidenceKindSchema } from '../../../shared/models/evidence';
import type { EvidenceDetail, EvidenceItem, ImportResult } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { importsHandlers } from '../imports/handlers';
import { forgetImport, rememberImport } from '../imports/request';
import { readSaid } from '../provenance/rows';
import { findInText } from '../items/find-in-text';
import { createLookLog } from '../look-log';
import { chooseDate, sayShown } from './choose-date';
import { runImport } from './import-job';
import { readOldReport } from './import-results';
import { readItem, readItemFacts, readItems } from '../items/item-rows';
import { nameItem } from '../items/name-item';
import { mediaReader } from './media';
import { readMediaRange } from './media-range';
import { readAgain } from './read-again/read-again';

type EvidenceMethods =
  | 'evidence.summary'
  | 'evidence.list'
  | 'evidence.get'
  | 'evidence.update'
  | 'evidence.chooseDate'
  | 'evidence.sayShown'
  | 'evidence.import'
  | 'jobs.importReport'
  | 'media.range'
  | 'media.read'
  | 'imports.interrupted'
  | 'imports.resume'
  | 'imports.forget'
  | 'imports.retry';

const entryRow = z.object({ id: z.string(), body: z.string() });
const entryHead = newEntrySchema.pick({ title: true, edtf: true, time: true });

/** An exhibit with its facts, the entries that cite it, and its place among the others. */
function detailOf(context: VaultContext, id: string): EvidenceDetail {
  const { db } = context;
  const item = readItem(context, id);
  const order = allRows(
    db,
    z.object({ id: z.string() }),
    'SELECT id FROM evidence WHERE case_id = ? ORDER BY sort_date, exhibit_number',
    item.caseId,
  );
  const place = order.findIndex((row) => row.id === id);
  const entries = allRows(
    db,
    entryRow,
    `SELECT n.id, n.body FROM entry_evidence l JOIN entries n ON n.id = l.entry_id
     WHERE l.item_id = ? AND n.removed = 0 ORDER BY n.earliest, n.latest, n.id`,
    id,
  );
  const { date_reason } = oneRow(
    db,
    z.object({ date_reason: z.string().nullable() }),
    'SELECT date_reason FROM evidence WHERE id = ?',
    id,
  );
  return {
    ...item,
    facts: readItemFacts(context, id),
    entries: entries.map((row) => {
      const head = parseJson(entryHead, row.body);
      return { id: row.id, title: head.title, printedDate: printDate(head.edtf, head.time) };
    }),
    dateReason: date_reason,
    previousId: order[place - 1]?.id ?? null,
    nextId: order[place + 1]?.id ?? null,
    position: place + 1,
    total: order.length,
  };
}

/** Those that a filter and a search leave, with what of their text was found. */
function listItems(
  context: VaultContext,
  { caseId, search, filter, kind, sort }: VaultInput<'evidence.list'>,
) {
  const wanted = search.trim().toLocaleLowerCase('en-GB');
  const said = filter === 'no-provenance' ? new Set(readSaid(context, caseId)) : null;
  const inText = findInText(context, caseId, search);
  return readItems(context, caseId, sort)
    .filter(
      (item) =>
        (kind === undefined || item.kind === kind) &&
        (said === null ? passes(item, filter) : !said.has(item.id)) &&
        (inText.has(item.id) || found(item, wanted)),
    )
    .map((item) => ({ ...item, found: inText.get(item.id) ?? null }));
}

/** Evidence: taking it in, listing it, reading what it says about itself, showing it. */
export function evidenceHandlers(context: VaultContext): Pick<VaultHandlers, EvidenceMethods> {
  const { db } = context;
  const looked = createLookLog(context);
  /** Results of this run's imports; those of earlier runs are in the database. */
  const reports = new Map<string, ImportResult[]>();

  function startImport({ caseId, paths }: VaultInput<'evidence.import'>) {
    oneRow(db, z.object({ id: z.string() }), 'SELECT id FROM cases WHERE id = ?', caseId);
    const results: ImportResult[] = [];
    const job = context.jobs.start('import', caseId, async (control) => {
      rememberImport(context, control.id, caseId, paths);
      try {
        await runImport(context, caseId, paths, control, results);
      } finally {
        forgetImport(context, control.id);
      }
      return { resultId: caseId };
    });
    reports.set(job.id, results);
    return job;
  }

  return {
    'evidence.summary': ({ caseId }) => summarise(context, caseId),
    'evidence.list': (input) => listItems(context, input),
    'evidence.get': async ({ id }) => {
      // What cannot be read again now is shown as it is known.
      await readAgain(context, id).catch(() => undefined);
      const found = detailOf(context, id);
      looked('evidence.view', id);
      return found;
    },
    'evidence.update': ({ id, title }) => nameItem(context, 'evidence.update', id, { title }),
    'evidence.chooseDate': (input) => {
      chooseDate(context, input);
      return detailOf(context, input.id);
    },
    'evidence.sayShown': (input) => {
      sayShown(context, input);
      return detailOf(context, input.id);
    },
    'evidence.import': startImport,
    'jobs.importReport': ({ id }) => {
      const results = reports.get(id);
      return results === undefined ? readOldReport(context, id) : { job: context.jobs.get(id), results };
    },
    'media.range': (wanted) => readMediaRange(context, wanted),
    'media.read': mediaReader(context),
    ...importsHandlers(context, startImport),
  };
}

const summaryRow = z.object({ kind: evidenceKindSchema, items: z.int(), conflicts: z.int() });

function summarise({ db }: VaultContext, caseId: string): VaultOutput<'evidence.summary'> {
  const rows = allRows(
    db,
    summaryRow,
    'SELECT kind, count(*) AS items, sum(date_conflict) AS conflicts FROM evidence WHERE case_id = ? GROUP BY kind',
    caseId,
  );
  return {
    items: rows.reduce((sum, { items }) => sum + items, 0),
    conflicts: rows.reduce((sum, { conflicts }) => sum + conflicts, 0),
    kinds: rows.map(({ kind }) => kind),
  };
}

function passes(item: EvidenceItem, filter: VaultInput<'evidence.list'>['filter']): boolean {
  switch (filter) {
    case 'all':
    case 'no-provenance':
      return true;
    case 'conflicts':
      return item.dateConflict;
    case 'undated':
      return item.bestDate === null || item.bestDate.source === 'file-system';
    case 'uncited':
      return item.citedBy === 0;
    case 'no-preview':
      // What has words that can be read is shown by those.
      return item.preview !== 'ready' && item.reading !== 'done';
    case 'edited':
      return item.edited;
  }
}

function found(item: EvidenceItem, wanted: string): boolean {
  if (wanted === '') return true;
  return [item.title, item.fileName, item.exhibitRef, ...item.formerRefs, item.policeRef].some((text) =>
    text.toLocaleLowerCase('en-GB').includes(wanted),
  );
}
