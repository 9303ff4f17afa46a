import { newFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { ImportResult } from '../../../shared/models/evidence';
import type { Job } from '../../../shared/models/job';
import type { JobControl, VaultContext } from '../context';
import type { Prepared } from './prepare';
import { discard, prepareFile } from './prepare';
import type { Source } from './sources';
import { listSources } from './sources';
import { findDuplicate, insertFact, storeItem } from './store-item';

/** Files read and decoded ahead of the one being recorded: enough to keep disk and lab busy, little memory. */
const ahead = 3;

type Outcome = { readonly prepared: Prepared } | { readonly code: ErrorCode };

/**
 * Takes files in, in their order, each in a transaction of its own. Every file handed in ends with exactly one result;
 * one that fails changes nothing and the next one goes on.
 */
export async function runImport(
  context: VaultContext,
  caseId: string,
  paths: readonly string[],
  control: JobControl,
  results: ImportResult[],
): Promise<void> {
  const sources = await listSources(paths);
  control.progress({ total: sources.length, done: 0, step: 'reading', counts: countResults(results) });

  const started: Promise<Outcome>[] = [];
  const start = (index: number): void => {
    const source = sources[index];
    if (source !== undefined) started[index] = attempt(context, source, control.signal);
  };
  for (let index = 0; index < ahead; index += 1) start(index);

  for (const [index, source] of sources.entries()) {
    const outcome = await (started[index] ?? attempt(context, source, control.signal));
    // Frees the memory of what has been dealt with.
    started[index] = Promise.resolve({ code: 'internal' });
    start(index + ahead);
    const result = await record(context, caseId, source, outcome, control.signal);
    results.push(result);
    keepResult(context, control.id, index, caseId, result);
    control.progress({ done: index + 1, counts: countResults(results) });
    if (result.itemId !== null) context.changed('evidence', caseId);
  }
  if (control.signal.aborted) throw new HoldfastError('cancelled');
}

async function attempt(context: VaultContext, source: Source, signal: AbortSignal): Promise<Outcome> {
  if (source.problem !== null) return { code: source.problem };
  if (signal.aborted) return { code: 'cancelled' };
  try {
    return { prepared: await prepareFile(context, source, signal) };
  } catch (error) {
    return { code: reportError(error).code };
  }
}

async function record(
  context: VaultContext,
  caseId: string,
  source: Source,
  outcome: Outcome,
  signal: AbortSignal,
): Promise<ImportResult> {
  if ('code' in outcome) return notStored(source, outcome.code);
  const { prepared } = outcome;
  try {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const same = findDuplicate(context, caseId, prepared.file.sha256);
    if (same === null) {
      return context.act(
        (result) => ({
          action: 'evidence.import',
          subject: result.itemId,
          detail: { exhibit: result.exhibitRef },
        }),
        () => storeItem(context, caseId, prepared),
      );
    }
    await discard(context.files, prepared);
    return recordDuplicate(context, prepared, same);
  } catch (error) {
    await discard(context.files, prepared).catch(() => undefined);
    return notStored(source, reportError(error).code);
  }
}

/** Nothing is stored twice, but that the same content also came under this name is worth knowing. */
function recordDuplicate(
  context: VaultContext,
  prepared: Prepared,
  same: { readonly id: string; readonly exhibit_ref: string },
): ImportResult {
  context.act({ action: 'evidence.duplicate', subject: same.id }, () => {
    insertFact(
      context,
      same.id,
      newFact({
        field: 'note',
        source: 'file-name',
        label: 'Handed in again',
        raw: prepared.name.slice(-2000),
        value: `The same content also came as ${prepared.name.slice(-1900)}.`,
      }),
    );
  });
  return {
    fileName: prepared.name,
    outcome: 'duplicate',
    reason: null,
    itemId: same.id,
    exhibitRef: same.exhibit_ref,
    kind: prepared.identity.kind,
    bytes: prepared.file.bytes,
    sha256: prepared.file.sha256,
  };
}

function notStored(source: Source, code: ErrorCode): ImportResult {
  return {
    fileName: source.name,
    outcome: code === 'cancelled' ? 'cancelled' : 'failed',
    reason: code,
    itemId: null,
    exhibitRef: null,
    kind: null,
    bytes: null,
    sha256: null,
  };
}

/** Kept for after a restart; on a full disk the report in memory still has it. */
function keepResult(
  context: VaultContext,
  jobId: string,
  position: number,
  caseId: string,
  result: ImportResult,
): void {
  try {
    context.db
      .prepare('INSERT INTO import_results (job_id, position, case_id, result) VALUES (?, ?, ?, ?)')
      .run(jobId, position, caseId, JSON.stringify(result));
  } catch {
    // Reported from memory; the file itself is safe or was refused with its own reason.
  }
}

export function countResults(results: readonly ImportResult[]): NonNullable<Job['counts']> {
  const of = (outcome: ImportResult['outcome']): number =>
    results.filter((each) => each.outcome === outcome).length;
  return {
    stored: of('stored'),
    noPreview: of('stored-no-preview'),
    duplicate: of('duplicate'),
    failed: of('failed'),
    cancelled: of('cancelled'),
  };
}
