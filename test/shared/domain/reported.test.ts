import { describe, expect, it } from 'vitest';
import { portableCells, portableEntry, portableHead } from '../../../shared/domain/export/portable-csv';
import { nothingMore } from '../../../shared/domain/entry-content';
import { unreportedText, wasReported } from '../../../shared/domain/reported';
import { reportedSchema } from '../../../shared/models/chronology';
import type { NewEntry } from '../../../shared/models/chronology';
import type { PortableEntry } from '../../../shared/models/portable';
import { portableEntrySchema } from '../../../shared/models/portable';
import { entryLines } from '../../../shared/records/words/entry-lines';

const report = reportedSchema.parse({ date: null, reference: '', response: '' });
const entry = { ...nothingMore, edtf: '2026-03-02', time: null, title: 'He waited outside' };
const lines = (of: NewEntry) => entryLines(of, (id) => id);
const portable = (more: Partial<PortableEntry>): PortableEntry =>
  portableEntrySchema.parse({ ...entry, ...more });
const cellOf = (more: Partial<PortableEntry>): string | undefined =>
  portableCells(portable(more))[portableHead.indexOf('reported')];

describe('whether it was reported to the police', () => {
  it('is yes, no or not known, and a report counts before a no', () => {
    expect(wasReported({ reported: report })).toBe(true);
    expect(wasReported({ reported: report, unreported: true })).toBe(true);
    expect(wasReported({ reported: null, unreported: true })).toBe(false);
    expect(wasReported({ reported: null })).toBeNull();
  });

  it('is never said to be a no where nobody has asked', () => {
    expect(unreportedText({ reported: null })).toBe('');
    expect(cellOf({})).toBe('');
    expect(
      lines(entry)
        .map(({ label, text }) => `${label} ${text}`)
        .join(' '),
    ).not.toMatch(/\bnot?\b/i);
    expect(lines({ ...entry, unreported: true })).toContainEqual({
      field: 'reported',
      label: 'Reported',
      text: 'not reported to the police',
    });
  });

  it('comes back from a full table as it was, and a no of an older Holdfast as not known', () => {
    const back = (cell: string): PortableEntry => {
      const cells = [...portableCells(portable({}))];
      cells[portableHead.indexOf('reported')] = cell;
      return portableEntry(portableHead, cells);
    };
    expect(wasReported(back(cellOf({ unreported: true }) ?? ''))).toBe(false);
    expect(wasReported(back(cellOf({ reported: report }) ?? ''))).toBe(true);
    expect(wasReported(back(''))).toBeNull();
    expect(wasReported(back('no'))).toBeNull();
  });
});
