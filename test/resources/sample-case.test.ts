import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { printDate } from '../../shared/domain/dates/print';

const folder = join(import.meta.dirname, '..', '..', 'resources', 'sample-case');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const files = readdirSync(join(folder, 'evidence'));
const { entries } = z
  .object({ entries: z.array(z.object({ edtf: z.string(), evidence: z.array(z.string()).optional() })) })
  .parse(read('case.json'));

describe('the sample case', () => {
  it('has at least 30 files of at least six kinds', () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
    const endings = new Set(files.map((name) => name.slice(name.lastIndexOf('.')).toLowerCase()));
    expect(endings.size).toBeGreaterThanOrEqual(6);
  });

  it('says of each of its files what is to be read from it', () => {
    const expected = z.array(z.object({ name: z.string() })).parse(read('expected.json'));
    expect(expected.map(({ name }) => name).sort()).toEqual([...files].sort());
  });

  it('has at least 25 entries, uncertain dates among them, and every date prints', () => {
    expect(entries.length).toBeGreaterThanOrEqual(25);
    expect(entries.filter(({ edtf }) => /[~?%X/]/.test(edtf)).length).toBeGreaterThan(4);
    for (const { edtf } of entries) expect(printDate(edtf, null)).not.toBe('');
  });

  it('cites no file that is not there', () => {
    const cited = entries.flatMap(({ evidence = [] }) => evidence);
    expect(cited.filter((name) => !files.includes(name))).toEqual([]);
  });
});
