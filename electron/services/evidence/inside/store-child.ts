import { newFact } from '../../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import { HoldfastError, reportError } from '../../../../shared/errors';
import type { ErrorCode } from '../../../../shared/errors';
import type { FactCode } from '../../../../shared/models/fact-code';
import type { ImportResult } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import { headSize } from '../../../../shared/models/identity';
import type { Identifier } from '../identify-file';
import { keepResult } from '../import-results';
import { discard, describeStored } from '../prepare';
import type { Prepared } from '../prepare';
import { findDuplicate, storeItem } from '../store-item';
import { fitFact } from '../../../readers/kit/fit-fact';
import { markForReading } from './reading-state';
import type { ReaderChild } from '../../../readers/kit/reader';
import { insertFact } from '../../items/file-rows';

/** Pictures and PDFs up to this size are looked into. */
const lookedInto = 100 * 1024 * 1024;

export interface InsideChild extends ReaderChild {
  readonly caseId: string;
  /** The import it is reported in. */
  readonly jobId?: string;
  readonly parentId: string;
  readonly parentRef: string;
  /** What it is reported as: its place behind the names of what it came in. */
  readonly reportedAs: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly identifier: Identifier;
  readonly signal: AbortSignal;
}

/**
 * Makes something that was inside an item an item of its own. Content that breaks, and a disk that is full, are results;
 * only a cancel and a jump of the clock are thrown. A copy of what the case has is not stored twice: the item it is a copy of is noted to have come
 * here too.
 */
export async function storeFromInside(context: VaultContext, child: InsideChild): Promise<ImportResult> {
  let prepared: Prepared | null = null;
  try {
    prepared = await prepare(context, child);
    return record(context, child, prepared);
  } catch (error) {
    if (prepared !== null) await discard(context.files, prepared).catch(() => undefined);
    const { code } = reportError(error);
    if (code === 'cancelled' || code === 'clock-jumped') throw error;
    return refused(context, child, code);
  }
}

/** Reports something inside that did not become an item. */
export function refused(
  context: VaultContext,
  child: Pick<InsideChild, 'caseId' | 'jobId' | 'reportedAs'>,
  code: ErrorCode,
): ImportResult {
  const result: ImportResult = {
    fileName: child.reportedAs,
    outcome: 'failed',
    reason: code,
    itemId: null,
    exhibitRef: null,
    kind: null,
    bytes: null,
    sha256: null,
    inside: true,
    holds: 0,
    isMarked: false,
  };
  report(context, child, result);
  return result;
}

function report(
  context: VaultContext,
  { caseId, jobId }: Pick<InsideChild, 'caseId' | 'jobId'>,
  result: ImportResult,
): void {
  if (jobId === undefined) return;
  const next = context.db.prepare(
    'SELECT coalesce(max(position), -1) + 1 FROM import_results WHERE job_id = ?',
  );
  const position = next.pluck().get(jobId) as number;
  keepResult(context, { jobId, position, caseId, path: null }, result);
}

async function prepare(context: VaultContext, child: InsideChild): Promise<Prepared> {
  const { files } = context;
  const seen = { parts: [] as Buffer[], length: 0 };
  async function* reading(): AsyncGenerator<Uint8Array> {
    for await (const piece of child.content) {
      seen.length += piece.length;
      if (seen.length <= lookedInto) seen.parts.push(Buffer.from(piece));
      // Too large to be looked into: the beginning is enough to tell what it is.
      else seen.parts.splice(1);
      yield piece;
    }
  }
  const file = await files.write(reading(), { signal: child.signal });
  try {
    const large = seen.length > lookedInto;
    const bytes = Buffer.concat(seen.parts);
    const { identifier } = child;
    const byHead = await identifier.byHead(bytes.subarray(0, headSize), child.signal);
    const { identity, failed } = await identifier.fully(files, file, byHead, child.signal);
    const isLooked = identity.kind === 'image' || identity.kind === 'pdf';
    const described = await describeStored(
      { context, isKnown: (sha256) => findDuplicate(context, child.caseId, sha256) !== null },
      { name: child.name },
      // The disk says nothing of it; what the archive says comes below.
      {
        file,
        identity,
        unknown: failed,
        bytes: large || !isLooked ? null : bytes,
        tooLarge: large && isLooked,
        modified: new Date(0),
      },
      child.signal,
    );
    return { ...described, facts: [...described.facts, ...archiveFacts(child, described.facts)] };
  } catch (error) {
    await files.remove(file.id);
    throw error;
  }
}

/** The time in an archive is that of the file's last change where it was packed: a claim for want of a better one. */
function archiveFacts({ modified, written }: ReaderChild, others: readonly NewFact[]): readonly NewFact[] {
  const facts: NewFact[] = [];
  if (modified !== null) {
    const at = {
      source: 'archive',
      code: 'archive.FileDate',
      raw: modified,
      value: modified.slice(0, 10),
      time: modified.slice(11, 19),
      zone: modified.endsWith('Z') ? 'Z' : null,
    } as const;
    facts.push(newFact({ ...at, field: 'modified' }));
    const known = others.some(({ field }) => field === 'captured');
    if (!known) facts.push(newFact({ ...at, field: 'captured' }));
  }
  if (written !== undefined) {
    const value = `The archive writes its path as ${written}. It was never used as a path.`;
    facts.push(newFact({ field: 'note', source: 'archive', code: 'archive.Path', raw: written, value }));
  }
  return facts.flatMap((fact) => fitFact(fact) ?? []);
}

function record(context: VaultContext, child: InsideChild, prepared: Prepared): ImportResult {
  const named = { ...prepared, name: child.name };
  const same = findDuplicate(context, child.caseId, prepared.file.sha256);
  if (same !== null) {
    const result = recordCopy(context, child, named, same);
    void discard(context.files, prepared).catch(() => undefined);
    return result;
  }
  return context.act(
    ({ itemId, exhibitRef }) => ({
      action: 'evidence.import',
      subject: itemId,
      detail: { exhibit: exhibitRef, from: child.parentRef },
    }),
    () => {
      const stored = storeItem(context, child.caseId, named);
      if (stored.itemId === null) throw new HoldfastError('internal');
      context.db
        .prepare('UPDATE evidence SET parent_id = ?, parent_place = ? WHERE id = ?')
        .run(child.parentId, child.place, stored.itemId);
      markForReading(context, stored);
      const result = { ...stored, fileName: child.reportedAs, inside: true };
      report(context, child, result);
      return result;
    },
  );
}

const cameToo = 'archive.CameToo' satisfies FactCode;

function recordCopy(
  context: VaultContext,
  child: InsideChild,
  prepared: Prepared,
  same: { readonly id: string; readonly exhibit_ref: string },
): ImportResult {
  const result: ImportResult = {
    fileName: child.reportedAs,
    outcome: 'duplicate',
    reason: null,
    itemId: same.id,
    exhibitRef: same.exhibit_ref,
    kind: prepared.identity.kind,
    bytes: prepared.file.bytes,
    sha256: prepared.file.sha256,
    inside: true,
    holds: 0,
    isMarked: false,
  };
  const raw = `${child.parentRef} › ${child.place}`;
  const noted = context.db
    .prepare('SELECT 1 FROM facts WHERE item_id = ? AND code = ? AND raw = ?')
    .get(same.id, cameToo, raw);
  const detail = { exhibit: same.exhibit_ref, from: child.parentRef };
  context.act({ action: 'evidence.duplicate', subject: same.id, detail }, () => {
    if (noted === undefined) {
      const value = `The same content also came in ${child.parentRef}, as ${child.place}.`;
      const fact = fitFact(newFact({ field: 'note', source: 'archive', code: cameToo, raw, value }));
      if (fact !== null) insertFact(context, same.id, fact);
    }
    report(context, child, result);
  });
  return result;
}
