import { createHash } from 'node:crypto';
import type { VaultOutput } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../context';
import { readEntries } from '../chronology/entry-rows';
import { readItems, readOriginal } from '../evidence/item-rows';

/** Everything of a case in a form that two vaults can be compared by; every original is read back and hashed again. */
export async function digestCase(context: VaultContext, caseId: string): Promise<VaultOutput<'case.digest'>> {
  const files: VaultOutput<'case.digest'>['files'] = [];
  for (const item of readItems(context, caseId, 'exhibit')) {
    const hash = createHash('sha256');
    for await (const chunk of context.files.read(readOriginal(context, item.id))) hash.update(chunk);
    files.push({
      name: item.fileName,
      exhibitRef: item.exhibitRef,
      sha256: item.sha256,
      bytes: item.bytes,
      kind: item.kind,
      reread: hash.digest('hex'),
    });
  }
  const entries = readEntries(context, { caseId }).map(
    ({ createdAt: _c, updatedAt: _u, version: _v, ...entry }) => entry,
  );
  return { files, entries, auditHead: context.auditHead(), at: context.now().toISOString() };
}
