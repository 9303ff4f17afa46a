import { describe, expect, it } from 'vitest';
import { chooseBestDate, distance, explainDifference } from '../../../shared/domain/facts/best-date';
import { readFileName } from '../../../shared/domain/facts/file-name';
import { newFact } from '../../../shared/domain/facts/new-fact';
import { suggestTitle } from '../../../shared/domain/facts/title';

type Expected = readonly [name: string, date: string | null, time: string | null, app: string | null];

const names: readonly Expected[] = [
  ['Screenshot_20230405-112256.png', '2023-04-05', '11:22:56', null],
  ['Screenshot_20230405-112256~2.png', '2023-04-05', '11:22:56', null],
  ['Screenshot_20240912-064012_WhatsApp.jpg', '2024-09-12', '06:40:12', 'WhatsApp'],
  ['Screenshot_20231102_124437_GPay.jpg', '2023-11-02', '12:44:37', 'GPay'],
  ['Screenshot_2024-06-28-21-06-21-191_com.whatsapp.jpg', '2024-06-28', '21:06:21', 'WhatsApp'],
  ['Screenshot_2024-06-28-21-06-21-142-edit_com.whatsapp.jpg', '2024-06-28', '21:06:21', 'WhatsApp'],
  ['Screenshot_2023-01-31-12-00-00-00_abcdef0123.jpg', '2023-01-31', '12:00:00', null],
  ['Screenshot_20230131_120000_com.whatsapp.jpg', '2023-01-31', '12:00:00', 'WhatsApp'],
  ['Screenshot_2023-04-05_11-22-56.png', '2023-04-05', '11:22:56', null],
  ['IMG_0123.PNG', null, null, null],
  ['Screen Shot 2018-03-12 at 11.36.34 AM.png', '2018-03-12', '11:36:34', null],
  ['Screenshot 2022-02-23 at 2.59.39\u202fPM.png', '2022-02-23', '14:59:39', null],
  ['Screenshot 2022-02-23 at 14.59.39.png', '2022-02-23', '14:59:39', null],
  ['Screenshot (12).png', null, null, null],
  ['Screenshot 2024-01-31 120000.png', '2024-01-31', '12:00:00', null],
  ['Screenshot from 2017-02-01 11-32-30.png', '2017-02-01', '11:32:30', null],
  ['IMG-20260614-WA0007.jpg', '2026-06-14', null, 'WhatsApp'],
  ['PTT-20260614-WA0001.opus', '2026-06-14', null, 'WhatsApp'],
  ['00000012-PHOTO-2023-05-03-10-14-33.jpg', '2023-05-03', '10:14:33', 'WhatsApp'],
  ['WhatsApp Image 2025-05-13 at 4.14.32 PM.jpeg', '2025-05-13', '16:14:32', 'WhatsApp'],
  ['WhatsApp Image 2026-08-13 at 16.14.32.jpeg', '2026-08-13', '16:14:32', 'WhatsApp'],
  ['signal-2018-08-21-100217.jpg', '2018-08-21', '10:02:17', 'Signal'],
  ['signal-2023-01-01-12-00-00-000.jpg', '2023-01-01', '12:00:00', 'Signal'],
  ['photo_1@31-01-2023_12-00-00.jpg', '2023-01-31', '12:00:00', 'Telegram'],
  ['photo_2023-01-31_12-00-00.jpg', '2023-01-31', '12:00:00', 'Telegram'],
  ['IMG_20130816_145041.jpg', '2013-08-16', '14:50:41', null],
  ['PXL_20230131_120000123.jpg', '2023-01-31', '12:00:00', null],
  ['20230131_120000.jpg', '2023-01-31', '12:00:00', null],
  ['Bildschirmfoto 2022-02-23 um 14.59.39.png', '2022-02-23', '14:59:39', null],
  ['front door 20260923-220541.png', '2026-09-23', '22:05:41', null],
  ['20261399_996199.jpg', null, null, null],
  ['holiday.jpg', null, null, null],
];

describe('a file name', () => {
  it.each(names)('%s says %s %s %s', (name, date, time, app) => {
    const facts = readFileName(name);
    const captured = facts.find(({ field }) => field === 'captured');
    expect(captured?.value ?? null).toBe(date);
    expect(captured?.time ?? null).toBe(time);
    if (app !== null) expect(facts.find(({ field }) => field === 'app')?.value).toBe(app);
  });

  it('of a Pixel photo is in UTC, of any other in no zone', () => {
    expect(readFileName('PXL_20230131_120000123.jpg')[0]?.zone).toBe('Z');
    expect(readFileName('IMG_20130816_145041.jpg')[0]?.zone).toBeNull();
  });

  it('of a picture edited on a Xiaomi phone says so', () => {
    const facts = readFileName('Screenshot_2024-06-28-21-06-21-142-edit_com.whatsapp.jpg');
    expect(facts.some(({ field }) => field === 'edited')).toBe(true);
  });

  it('never throws, whatever it is', () => {
    for (const name of ['', '\u0000', '../../etc/passwd', 'a'.repeat(5000), '\u202egnp.exe', '💔.png']) {
      expect(() => readFileName(name)).not.toThrow();
    }
  });
});

const captured = (
  source: 'exif' | 'file-name' | 'file-system',
  value: string,
  time: string | null,
  zone: string | null = null,
) => newFact({ field: 'captured', source, code: 'other', raw: value, value, time, zone });

describe('the best date', () => {
  it('is the most trusted one, and says where it comes from', () => {
    const { best, conflict } = chooseBestDate([
      captured('file-name', '2026-09-23', '23:05:41'),
      captured('exif', '2026-09-23', '23:05:41', '+01:00'),
    ]);
    expect(best).toMatchObject({ edtf: '2026-09-23', time: '23:05:41', source: 'exif', chosen: false });
    expect(conflict).toBe(false);
  });

  it('is in conflict when two sources are an hour apart, and the hour is explained', () => {
    const facts = [
      captured('exif', '2026-09-23', '23:05', '+01:00'),
      captured('file-name', '2026-09-23', '22:05'),
    ];
    expect(chooseBestDate(facts).conflict).toBe(true);
    const [a, b] = facts;
    if (a === undefined || b === undefined) throw new Error('two facts were made');
    expect(explainDifference(a, b)).toContain('one hour');
    expect(distance(a, b)).toBe('one hour');
  });

  it('is not in conflict when one source is in UTC and says so', () => {
    const facts = [
      captured('exif', '2026-07-23', '23:05', '+01:00'),
      captured('file-name', '2026-07-23', '22:05', 'Z'),
    ];
    expect(chooseBestDate(facts).conflict).toBe(false);
  });

  it('is not in conflict with a file system date, which copying changes', () => {
    const facts = [captured('exif', '2026-07-23', '23:05'), captured('file-system', '2026-08-01', '10:00')];
    expect(chooseBestDate(facts)).toMatchObject({ conflict: false, best: { source: 'exif' } });
  });

  it('is not in conflict when one source has only the day', () => {
    const facts = [captured('exif', '2026-07-23', '23:05'), captured('file-name', '2026-07-23', null)];
    expect(chooseBestDate(facts).conflict).toBe(false);
    expect(
      chooseBestDate([captured('exif', '2026-07-23', '23:05'), captured('file-name', '2026-07-24', null)])
        .conflict,
    ).toBe(true);
  });

  it('is none when nothing says when', () => {
    expect(chooseBestDate([])).toEqual({ best: null, conflict: false });
  });
});

it('a title is made from what the file says', () => {
  const facts = readFileName('Screenshot_20240912-064012_WhatsApp.jpg');
  expect(suggestTitle({ kind: 'image', mime: 'image/jpeg', facts })).toBe('Screenshot, WhatsApp');
  expect(suggestTitle({ kind: 'pdf', mime: 'application/pdf', facts: [] })).toBe('PDF document');
});
