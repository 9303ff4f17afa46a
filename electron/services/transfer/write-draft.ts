import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import type { PackageLock } from '../../../shared/models/transfer';
import type { JobControl, VaultContext } from '../../vault/api';
import { newDraftName } from '../../vault/durable';
import { realFs } from '../../vault/fs-layer';
import type { FsLayer } from '../../vault/fs-layer';
import { fitsHead } from '../age/open';
import { newHead, sealAge, sealedBytes } from '../age/seal';
import { ageLockOf } from '../seal/lock';
import { draftPaths, partPaths } from '../seal/parts';
import { sha256 } from '../seal/sha256';
import { isResumable, refuseTooSmall, writeParts } from '../seal/write-parts';
import type { Sealed, SealedTarget } from '../seal/write-parts';
import type { PackageContent, PackageTar } from './package-tar';
import { forgetDraft, keepDraft, readDraft, removeParts } from './transfer-drafts';
import type { Stamp, TransferDraft } from './transfer-drafts';

interface Where {
  readonly caseId: string;
  readonly path: string;
  readonly lock: PackageLock;
  readonly partBytes: number;
}

/** What is written, and as what. */
export interface DraftPlan {
  readonly content: PackageContent;
  readonly draft: TransferDraft;
  /** Whether it goes on behind what an earlier try has left. */
  readonly goesOn: boolean;
}

/**
 * A new package, or the one that was being written to this very path when the stick went away: only if the case has not changed
 * since, down to the last byte of what its manifest says, may the key of that file be used again.
 */
export async function planDraft(
  context: VaultContext,
  { caseId, path, lock, partBytes }: Where,
  fresh: Stamp,
  contentWith: (stamp: Stamp) => PackageContent,
): Promise<DraftPlan> {
  const earlier = readDraft(context, caseId);
  if (earlier?.path === path && earlier.partBytes === partBytes) {
    const content = contentWith(earlier.stamp);
    const isSame = sha256(content.manifestBytes) === earlier.manifestSha256;
    if (isSame && (await fitsHead(earlier.head, ageLockOf(lock))))
      return { content, draft: earlier, goesOn: true };
  }
  if (earlier !== null) await removeParts(earlier.first);
  const content = contentWith(fresh);
  const draft: TransferDraft = {
    ...{ stamp: fresh, path, partBytes },
    first: join(dirname(path), newDraftName()),
    manifestSha256: sha256(content.manifestBytes),
    head: await newHead(ageLockOf(lock)),
  };
  return { content, draft, goesOn: false };
}

/**
 * Writes a package as `writeParts` does. Where the stick went away or was full, what is on it stays and so does what is needed to go
 * on; after anything else nothing is left. Throws `stick-too-small` before the first byte, `target-exists` where parts are there.
 */
export async function writeDraft(
  context: VaultContext,
  caseId: string,
  { draft, goesOn }: DraftPlan,
  tar: PackageTar,
  {
    layer = realFs,
    ...writing
  }: {
    readonly layer: FsLayer | undefined;
    readonly signal: AbortSignal;
    readonly control: Pick<JobControl, 'progress'>;
    readonly verified: () => void;
  },
): Promise<Sealed> {
  const bytes = sealedBytes(draft.head, tar.bytes);
  const paths = partPaths(draft.path, bytes, draft.partBytes);
  const target: SealedTarget = {
    ...{ paths, bytes, partBytes: draft.partBytes },
    drafts: draftPaths(draft.first, paths.length),
  };
  if (!goesOn) await refuseParts(paths);
  await refuseTooSmall(target);
  keepDraft(context, caseId, draft);
  try {
    return await writeParts(sealAge(draft.head, tar.read()), target, {
      ...{ signal: writing.signal, layer, verified: writing.verified },
      verifying: () => {
        writing.control.progress({ step: 'verifying' });
      },
    });
  } catch (error) {
    if (!isResumable(error)) {
      await removeParts(draft.first);
      forgetDraft(context, caseId);
    }
    throw error;
  }
}

/** Somebody was asked whether to replace the file of that name, and not about its parts. */
async function refuseParts(paths: readonly string[]): Promise<void> {
  if (paths.length === 1) return;
  for (const path of paths)
    if ((await stat(path).catch(() => null)) !== null) throw new HoldfastError('target-exists');
}
