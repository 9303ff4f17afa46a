import { createHash } from 'node:crypto';
import type { VaultOutput } from '../../../shared/contract/vault-methods';
import { compareIds } from '../../../shared/domain/records/version';
import type { VaultContext } from '../../vault/api';
import { readEntries } from '../chronology/entry-rows';
import { readFile, readItems, readOriginal } from '../items/item-rows';
import { allRows } from '../../vault/rows/rows';
import * as z from 'zod';
import { readRecords } from './records';
import { bytesOf } from './row-files/spool';
import { readMessages } from './row-files/read-rows';

type Digest = VaultOutput<'case.digest'>;

/** Everything of a case in a form that two vaults can be compared by; every original is read back and hashed again. */
export async function digestCase(context: VaultContext, caseId: string): Promise<Digest> {
  const files: Digest['files'] = [];
  for (const item of readItems(context, caseId, 'exhibit')) {
    files.push({
      name: item.fileName,
      exhibitRef: item.exhibitRef,
      sha256: item.sha256,
      bytes: item.bytes,
      kind: item.kind,
      reread: await hashOf(context.files.read(readOriginal(context, item.id))),
    });
  }
  const entries = readEntries(context, { caseId }).map(
    ({ createdAt: _c, updatedAt: _u, version: _v, ...entry }) => entry,
  );
  return {
    files,
    entries,
    parts: await digestParts(context, caseId),
    auditHead: context.auditHead(),
    at: context.now().toISOString(),
  };
}

/** All that travels in a package, part by part, as one fingerprint each. */
async function digestParts(context: VaultContext, caseId: string): Promise<Digest['parts']> {
  const { caseId: _same, series, ...others } = readRecords(context, caseId);
  // In the order in which they came here, which is another one in each office.
  const lists = { series: [...series].sort((a, b) => compareIds(a.id, b.id)), ...others };
  const streams: readonly (readonly [string, () => Iterable<readonly unknown[]>])[] = [
    ...lists.messageSources.map(
      ({ itemId }) => [`messages of ${itemId}`, () => readMessages(context, itemId)] as const,
    ),
  ];
  const parts = [
    { name: 'redacted files', ...(await digestRows([await rereadRedactions(context, caseId)])) },
  ];
  for (const [name, rows] of Object.entries(lists)) parts.push({ name, ...(await digestRows([rows])) });
  for (const [name, portions] of streams) parts.push({ name, ...(await digestRows(portions())) });
  return parts;
}

async function digestRows(portions: Iterable<readonly unknown[]>): Promise<{ rows: number; sha256: string }> {
  let rows = 0;
  function* counted(): Generator<readonly unknown[]> {
    for (const portion of portions) {
      rows += portion.length;
      yield portion;
    }
  }
  const sha256 = await hashOf(bytesOf(counted()));
  return { rows, sha256 };
}

async function rereadRedactions(context: VaultContext, caseId: string): Promise<readonly string[]> {
  const found = allRows(
    context.db,
    z.object({ file_id: z.string() }),
    `SELECT r.file_id FROM redactions r JOIN evidence e ON e.id = r.item_id WHERE e.case_id = ? ORDER BY r.id`,
    caseId,
  );
  const hashes: string[] = [];
  for (const { file_id: id } of found) hashes.push(await hashOf(context.files.read(readFile(context, id))));
  return hashes;
}

async function hashOf(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of source) hash.update(chunk);
  return hash.digest('hex');
}
