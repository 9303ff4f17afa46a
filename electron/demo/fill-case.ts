import type { ImportResult } from '../../shared/models/evidence';
import type { VaultProcess } from '../main/vault-process';
import type { SampleCase, SampleIds } from './sample-case';

/** Writes people, places, orders, entries and the casework of a sample case whose files are in. Gives the number of entries. */
export async function fillCase(
  vault: VaultProcess,
  caseId: string,
  sample: SampleCase,
  results: readonly ImportResult[],
): Promise<number> {
  const ids: SampleIds = new Map();
  for (const { key, kind, body } of sample.register)
    ids.set(key, (await vault.call('register.create', { caseId, kind, ...body(ids) })).id);
  const entries = sample.entries(results, ids);
  for (const entry of entries) {
    const { id } = await vault.call('chronology.create', { ...entry, caseId });
    ids.set(`entry:${entry.title}`, id);
  }
  for (const { key, kind, body } of sample.records) {
    const { id } = await vault.call('records.create', { caseId, kind, body: body(ids) });
    if (key !== null) ids.set(key, id);
  }
  return entries.length;
}
