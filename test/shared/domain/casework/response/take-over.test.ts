import { describe, expect, it } from 'vitest';
import { notedReports, reportFrom } from '../../../../../shared/domain/casework/response/take-over';
import { reportedSchema } from '../../../../../shared/models/chronology';
import type { Reported } from '../../../../../shared/models/chronology';

const noted = (id: string, change: Partial<Reported>) => ({
  id,
  reported: reportedSchema.parse({ date: '2026-06-14', reference: '', response: '', ...change }),
});

describe('reports that entries note by themselves', () => {
  it('are one where log or crime number and day are the same, and several where nobody can say', () => {
    const all = notedReports(
      [
        noted('a', { reference: 'CAD 1' }),
        noted('b', { reference: ' cad  1' }),
        noted('c', { reference: 'CAD 1', date: '2026-06-15' }),
        noted('d', {}),
        noted('e', {}),
        { id: 'f', reported: null },
      ],
      [],
    );
    expect(all.map(({ entryIds }) => entryIds)).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
  });

  it('are offered no more once a report names the entry', () => {
    expect(notedReports([noted('a', {})], [{ entryIds: ['a'] }])).toEqual([]);
  });

  it('give a report what they hold; a date that is no day is kept in words', () => {
    const { reported } = noted('a', {
      ...{ reference: 'CAD 1', crimeNumber: '13/4471/26', how: '101', officer: 'PC 2214' },
      response: 'advised to block him',
    });
    expect(reportFrom({ reported, entryIds: ['a'] })).toEqual({
      ...{ on: '2026-06-14', how: '101', incidentNumber: 'CAD 1', crimeNumber: '13/4471/26' },
      ...{ officer: 'PC 2214', entryIds: ['a'], note: 'advised to block him' },
    });
    const about = reportFrom({ reported: { ...reported, date: '2026-06' }, entryIds: ['a'] });
    expect(about.on).toBeUndefined();
    expect(about.note).toBe('Date noted in the entry: 2026-06\nadvised to block him');
  });
});
