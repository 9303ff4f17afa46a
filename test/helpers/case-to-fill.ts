import { randomBytes } from 'node:crypto';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../electron/services/chronology/handlers';
import type { OpenVault } from '../../electron/vault/open-vault';
import { nothingMore } from '../../shared/domain/entry-content';
import { addItem, filledCase } from './filled-vault';

/** A case that is to be filled in every table. */
export interface CaseToFill {
  readonly caseId: string;
  /** An archive, and a file that came in it. */
  readonly item: string;
  readonly other: string;
  readonly entryId: string;
}

/**
 * A case with two exhibits of these sizes in bytes, and an entry that stands on the first of them, or on both.
 */
export async function caseToFill(
  vault: OpenVault,
  { bytes, citesBoth = false }: { readonly bytes: readonly [number, number]; readonly citesBoth?: boolean },
): Promise<CaseToFill> {
  const { context } = vault;
  const { id: caseId } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'ALL-1' });
  const item = await addItem(vault, caseId, 1, randomBytes(bytes[0]), 'archive.zip');
  const other = await addItem(vault, caseId, 2, randomBytes(bytes[1]), 'child.txt');
  const { id: entryId } = await chronologyHandlers(context)['chronology.create']({
    caseId,
    ...nothingMore,
    ...{ edtf: '2026-11-03', time: null, title: 'Entry', behaviours: ['a'] },
    evidenceIds: citesBoth ? [other, item] : [item],
  });
  return { caseId, item, other, entryId };
}
