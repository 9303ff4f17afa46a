import { describe, expect, it } from 'vitest';
import { draftFromItems } from '../../../../electron/services/chronology/draft';
import type { DraftItem } from '../../../../electron/services/chronology/draft';
import { exportName } from '../../../../electron/services/items/export-name';
import { sortDate } from '../../../../electron/services/items/file-under';
import { timeOf } from '../../../../electron/services/likeness/like-items';
import { printDate } from '../../../../shared/domain/dates/print';
import type { BestDate } from '../../../../shared/models/evidence';

const film = (edtf: string, time: string | null, zone: string | null): BestDate => ({
  edtf,
  time,
  zone,
  source: 'container',
  code: 'media.Created',
  detail: '',
  chosen: false,
});
const item = (number: number, bestDate: BestDate | null): DraftItem => ({
  id: `id-${number}`,
  exhibitRef: `WR/${number}`,
  title: `Film ${number}`,
  bestDate,
});
const draft = (...dates: readonly BestDate[]) =>
  draftFromItems(
    dates.map((date, index) => item(index + 1, date)),
    '2026-11-26',
  );

describe('an entry made from evidence', () => {
  it('is of the day and time in the UK, and says what the source gives', () => {
    const entry = draft(film('2024-07-10', '23:15:00', 'Z'));
    expect(printDate(entry.edtf, entry.time)).toBe('11 Jul 2024, 00:15');
    expect(entry.dateSource).toBe(
      'Creation time in the container of WR/1: 10 Jul 2024, 23:15 UTC, brought to UK time',
    );
  });

  it('says nothing more where the source gives UK time, or no zone', () => {
    for (const zone of ['+01:00', null])
      expect(draft(film('2024-07-10', '14:30:00', zone))).toMatchObject({
        edtf: '2024-07-10',
        time: { from: '14:30', to: null, precision: 'minute' },
        dateSource: 'Creation time in the container of WR/1',
      });
    expect(draft(film('2024-07-10', null, 'Z'))).toMatchObject({ edtf: '2024-07-10', time: null });
  });

  it('says which of the two in the hour that came twice', () => {
    const entry = draft(film('2024-10-27', '01:10:00', 'Z'));
    expect(printDate(entry.edtf, entry.time)).toBe('27 Oct 2024, 01:10 GMT, after the clocks went back');
  });

  it('spans the days in the UK of several, in the order of their instants', () => {
    const night = film('2024-07-10', '23:15:00', 'Z');
    const evening = film('2024-07-10', '21:00:00', null);
    expect(draft(night, evening)).toMatchObject({ edtf: '2024-07-10/2024-07-11', time: null });
    // The same night on two clocks is one day.
    expect(draft(night, film('2024-07-11', '01:00:00', '+01:00')).edtf).toBe('2024-07-11');
  });

  it('sorts, is named and is compared by the same day and time', () => {
    const date = film('2024-07-10', '23:15:00', 'Z');
    expect(sortDate(date)).toBe('2024-07-11T00:15:00');
    expect(exportName({ exhibitRef: 'WR/1', fileName: 'IMG_0500.MOV', bestDate: date })).toBe(
      'WR-1_20240711.mov',
    );
    expect(timeOf(date)).toBe(timeOf(film('2024-07-11', '00:15:00', null)));
  });
});
