import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { coverMark, coverWords } from '../../../../shared/domain/export/cover';
import { csvLine, unguard } from '../../../../shared/domain/export/csv';
import {
  isPortableHead,
  portableCells,
  portableEntry,
  portableHead,
} from '../../../../shared/domain/export/portable-csv';
import { portableEntrySchema } from '../../../../shared/models/portable';
import { anyEntry } from '../../../helpers/any-entry';
import { codeOf } from '../../../helpers/code-of';

const read = (text: string): string[][] => parse(text, { relax_column_count: true });

describe('a line of a table', () => {
  it('brings back every cell as it was, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', "'=x", "''@", '-', '\t', 'a\r\nb', '"', '', "'", '+44 161', '@SUM(A1)'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        // A lone empty cell is an empty line to any reader of tables.
        const [back] = read(csvLine([...cells, 'end']));
        expect(back?.map(unguard)).toEqual([...cells, 'end']);
      }),
    );
  });

  it('never begins a cell with what a spreadsheet would run', () => {
    for (const cell of ['=1+1', '+1', '-1', '@x', '\tx', '\rx'])
      expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
    expect(csvLine(['plain = text'])).toBe('"plain = text"\r\n');
  });
});

describe('a chronology as a full table', () => {
  const portable = anyEntry.map(({ evidenceIds: _, messageKeys: __, links: ___, ...entry }) =>
    portableEntrySchema.parse({
      ...entry,
      exhibits: [{ ref: 'RW/1', sha256: 'a'.repeat(64) }],
      messages: [{ ref: 'RW/2', sha256: 'b'.repeat(64), position: 7 }],
      links: [{ kind: 'person', name: 'O’Neill; "J"', role: 'witness' }],
    }),
  );

  it('loses nothing of any entry on the way out and back', () => {
    fc.assert(
      fc.property(fc.array(portable, { minLength: 1, maxLength: 5 }), (entries) => {
        const text = csvLine(portableHead) + entries.map((entry) => csvLine(portableCells(entry))).join('');
        const [head = [], ...rows] = read(text);
        expect(isPortableHead(head)).toBe(true);
        expect(rows.map((row) => portableEntry(head, row.map(unguard)))).toEqual(entries);
      }),
      { numRuns: 200 },
    );
  });

  it('is read with its columns in any order, and a cell that was spoiled is refused', async () => {
    const [entry] = fc.sample(portable, { numRuns: 1, seed: 3 });
    if (entry === undefined) throw new Error('no entry');
    const cells = portableCells(entry);
    expect(portableEntry([...portableHead].reverse(), [...cells].reverse())).toEqual(entry);
    const spoiled = cells.map((cell, index) => (portableHead[index] === 'witnesses' ? '[{' : cell));
    expect(await codeOf(() => portableEntry(portableHead, spoiled))).toBe('invalid-input');
  });
});

describe('covered words', () => {
  it('are covered whatever their case and accents, and inside longer words', () => {
    const cover = (text: string): string =>
      coverWords(text, [
        { words: 'Zoë Smith', instead: 'the witness' },
        { words: 'zoe', instead: '' },
      ]);
    expect(cover('ZOE SMITH saw Zoë  smith’s car. Zoe\u0308!')).toBe(
      `the witness saw the witness’s car. ${coverMark}!`,
    );
    expect(coverWords('Mill Row 12', [{ words: 'mill row', instead: '' }])).toBe(`${coverMark} 12`);
    expect(coverWords('nothing here', [{ words: '  ', instead: 'x' }])).toBe('nothing here');
  });

  it('are in no text that was covered', () => {
    const letter = fc.constantFrom('a', 'A', 'á', 'b', ' ', 'a\u0301', 'ß', 'é');
    const textOf = (most: number) =>
      fc.array(letter, { minLength: 1, maxLength: most }).map((parts) => parts.join(''));
    const plain = (text: string): string =>
      text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en-GB').replaceAll(/\s+/gu, ' ');
    fc.assert(
      fc.property(textOf(30), textOf(4), (text, words) => {
        fc.pre(words.trim() !== '');
        expect(plain(coverWords(text, [{ words, instead: '#' }]))).not.toContain(plain(words.trim()));
      }),
      { numRuns: 2000 },
    );
  });
});
