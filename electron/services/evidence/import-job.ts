import { newFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { FactCode } from '../../../shared/models/fact-code';
import type { ImportResult } from '../../../shared/models/evidence';
import type { JobControl, VaultContext } from '../../vault/api';
import { rememberTotal } from '../imports/request';
import { createBudget } from './budget';
import { createIdentifier } from './identify-file';
import { countOne, keepResult, noCounts } from './import-results';
import type { ResultPlace } from './import-results';
import type { Prepared } from './prepare';
import { discard, prepareFile } from './prepare';
import type { Source, SourceReader } from './sources';
import { listSources, realSources } from './sources';
import { readWhatCameIn } from './inside/read-jobs';
import { markForReading } from './inside/reading-state';
import { findDuplicate, storeItem } from './store-item';
import { insertFact } from '../items/file-rows';

/** Files read and decoded ahead of the one being recorded: enough to keep disk and lab busy, little memory. */
const ahead = 3;
/** Bytes of files kept in memory at a time to be looked into. */
const memory = 256 * 1024 * 1024;

type Outcome = { readonly prepared: Prepared } | { readonly code: ErrorCode };

/**
 * Takes files in, in their order, each in a transaction of its own. Every file handed in ends with exactly one result;
 * one that fails changes nothing and the next one goes on. Throws `cancelled` after a cancel, with all results given.
 */
export async function runImport(
  context: VaultContext,
  caseId: string,
  paths: readonly string[],
  control: JobControl,
  results: ImportResult[],
  reader: SourceReader = realSources,
): Promise<void> {
  const { signal } = control;
  const sources = await listSources(paths, reader);
  rememberTotal(context, control.id, sources.length);
  let counts = noCounts;
  control.progress({ total: sources.length, done: 0, step: 'reading', counts });

  const budget = createBudget(memory);
  const identifier = createIdentifier(context.readers);
  const isKnown = (sha256: string): boolean => findDuplicate(context, caseId, sha256) !== null;
  const attempt = async (source: Source): Promise<Outcome> => {
    if (source.problem !== null) return { code: source.problem };
    if (signal.aborted) return { code: 'cancelled' };
    try {
      return {
        prepared: await prepareFile({ context, reader, budget, identifier, isKnown }, source, signal),
      };
    } catch (error) {
      return { code: reportError(error).code };
    }
  };
  const started = new Map<number, Promise<Outcome>>();
  const start = (index: number): void => {
    const source = sources[index];
    if (source !== undefined) started.set(index, attempt(source));
  };
  for (let index = 0; index < ahead; index += 1) start(index);

  try {
    for (const [index, source] of sources.entries()) {
      const outcome = await (started.get(index) ?? attempt(source));
      started.delete(index);
      start(index + ahead);
      const path = typeof source.path === 'string' ? source.path : null;
      const place = { jobId: control.id, position: index, caseId, path };
      const result = await record(context, place, source, outcome, signal);
      results.push(result);
      counts = countOne(counts, result.outcome);
      control.progress({ done: index + 1, counts });
      if (result.itemId !== null) context.changed('evidence', caseId);
    }
  } finally {
    identifier.close();
  }
  if (signal.aborted) throw new HoldfastError('cancelled');
  await readWhatCameIn(context, control, results);
}

async function record(
  context: VaultContext,
  place: ResultPlace,
  source: Source,
  outcome: Outcome,
  signal: AbortSignal,
): Promise<ImportResult> {
  if ('code' in outcome) return keepRefusal(context, place, notStored(source, outcome.code));
  const { prepared } = outcome;
  try {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const same = findDuplicate(context, place.caseId, prepared.file.sha256);
    if (same !== null) {
      const result = recordDuplicate(context, place, prepared, same);
      await discard(context.files, prepared).catch(() => undefined);
      return result;
    }
    return context.act(
      ({ itemId, exhibitRef }) => ({
        action: 'evidence.import',
        subject: itemId,
        detail: { exhibit: exhibitRef },
      }),
      () => {
        const result = storeItem(context, place.caseId, prepared);
        markForReading(context, result);
        keepResult(context, place, result);
        return result;
      },
    );
  } catch (error) {
    await discard(context.files, prepared).catch(() => undefined);
    const { code } = reportError(error);
    // No result is kept: after the next unlock the import goes on with this file.
    if (code === 'clock-jumped') throw error;
    return keepRefusal(context, place, notStored(source, code));
  }
}

const handedInAgain = 'file-name.Again' satisfies FactCode;

/** Nothing is stored twice, but that the same content also came under this name is worth knowing, once. */
function recordDuplicate(
  context: VaultContext,
  place: ResultPlace,
  prepared: Prepared,
  same: { readonly id: string; readonly exhibit_ref: string },
): ImportResult {
  const result: ImportResult = {
    fileName: prepared.name,
    outcome: 'duplicate',
    reason: null,
    itemId: same.id,
    exhibitRef: same.exhibit_ref,
    kind: prepared.identity.kind,
    bytes: prepared.file.bytes,
    sha256: prepared.file.sha256,
    inside: false,
    holds: 0,
    isMarked: false,
  };
  const noted = context.db
    .prepare('SELECT 1 FROM facts WHERE item_id = ? AND code = ? AND raw = ?')
    .get(same.id, handedInAgain, prepared.name);
  const detail = { exhibit: same.exhibit_ref };
  context.act({ action: 'evidence.duplicate', subject: same.id, detail }, () => {
    if (noted === undefined) {
      const value = `The same content also came as ${prepared.name}.`;
      const fact = {
        field: 'note',
        source: 'file-name',
        code: handedInAgain,
        raw: prepared.name,
        value,
      } as const;
      insertFact(context, same.id, newFact(fact));
    }
    keepResult(context, place, result);
  });
  return result;
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
    inside: false,
    holds: 0,
    isMarked: false,
  };
}

/** Kept for after a restart; on a full disk the report in memory still has it. */
function keepRefusal(context: VaultContext, place: ResultPlace, result: ImportResult): ImportResult {
  try {
    keepResult(context, place, result);
  } catch {
    // Reported from memory: nothing of the file went in, and its own reason says why.
  }
  return result;
}
