import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readMoreCases, readSampleCase } from '../../../electron/demo/sample-case';
import type { SampleCase, SampleIds } from '../../../electron/demo/sample-case';
import { kindOf } from '../../../shared/records/all';

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample-case');

/** Ids as a vault would give them, for all that the sample names. */
function idsOf({ register, entries, records }: SampleCase): SampleIds {
  const ids: SampleIds = new Map();
  const next = (): string => `01900000-0000-7000-8000-${String(ids.size).padStart(12, '0')}`;
  for (const { key } of register) ids.set(key, next());
  for (const { title } of entries([], ids)) ids.set(`entry:${title}`, next());
  for (const { key } of records) if (key !== null) ids.set(key, next());
  return ids;
}

it('every record of the sample cases is one that its kind reads, and all that it names is there', () => {
  const all = [readSampleCase(folder), ...readMoreCases(folder)];
  expect(all).toHaveLength(3);
  for (const sample of all) {
    const ids = idsOf(sample);
    for (const { kind, body } of sample.records) {
      const written = body(ids);
      expect(kindOf(kind)?.isBody(written), `${kind} ${JSON.stringify(written)}`).toBe(true);
      expect(JSON.stringify(written)).not.toContain('"@');
    }
    for (const { body } of sample.register) expect(JSON.stringify(body(ids).order ?? {})).not.toContain('"@');
  }
});

it('a record that names an entry which the sample has not is no sample', () => {
  const sample = readSampleCase(folder);
  const report = sample.records.find(({ kind }) => kind === 'police-report');
  expect(() => report?.body(new Map())).toThrow('@entry:');
});
