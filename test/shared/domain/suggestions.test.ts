import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggest } from '../../../shared/domain/suggestions/suggest';
import { layOut } from '../../../shared/domain/text/layout';
import type { PageText, Word } from '../../../shared/models/text';
import { cpuTime } from '../../helpers/cpu-time';

const today = '2026-11-25';

function page(lines: readonly string[], size = { width: 1080, height: 2340 }): PageText {
  const words: Word[] = lines.flatMap((line, number) =>
    line
      .split(' ')
      .filter((word) => word !== '')
      .map((text, index) => ({
        text,
        x: 40 + index * 100,
        y: 20 + number * 60,
        w: 90,
        h: 40,
        confidence: 90,
        line: number,
      })),
  );
  return {
    page: 1,
    source: 'ocr',
    text: layOut(words).text,
    ...size,
    words,
    confidence: 90,
    languages: 'eng',
    correction: null,
  };
}

const brief = (line: string): readonly string[] =>
  suggest(page(['Sam B', line]), today).map(({ kind, value, time, doubts }) =>
    [kind, value, ...(kind === 'date' && time !== null ? [time] : []), ...doubts].join(' '),
  );

describe('a date in text', () => {
  it('is read day first, and says so where both numbers could be the month', () => {
    expect(brief('on 03/11/2026 he came')).toEqual(['date 2026-11-03 day-or-month']);
    expect(brief('on 23/11/2026 he came')).toEqual(['date 2026-11-23']);
    expect(brief('on 11/11/2026 he came')).toEqual(['date 2026-11-11']);
    expect(brief('2026-11-03')).toEqual(['date 2026-11-03']);
    expect(brief('3 November 2026')).toEqual(['date 2026-11-03']);
  });

  it('takes the time that stands with it', () => {
    expect(brief('3 Nov 2026 at 9:05pm')).toEqual(['date 2026-11-03 21:05']);
    expect(brief('3 Nov 2026 at 21.05')).toEqual(['date 2026-11-03 21:05']);
    // Of the morning or of the evening: nobody said.
    expect(brief('3 Nov 2026 at 9')).toEqual(['date 2026-11-03']);
    expect(brief('3 Nov 2026 at 9.30')).toEqual(['date 2026-11-03']);
  });

  it('without a year is the latest that has been, and says that the year was not written', () => {
    expect(brief('14 October')).toEqual(['date 2026-10-14 year']);
    expect(brief('14 December')).toEqual(['date 2025-12-14 year']);
  });

  it('in the future says so', () => {
    expect(brief('court on 14 January 2027')).toEqual(['date 2027-01-14 future']);
  });

  it('that the calendar does not have is none, and neither is a weekday or a day counted from now', () => {
    expect(brief('31 June 2026').filter((each) => each.startsWith('date 2026-06-31'))).toEqual([]);
    expect(brief('see you Friday or tomorrow')).toEqual([]);
  });
});

describe('other finds', () => {
  it('are times, with a point only beside am or pm', () => {
    expect(brief('21:05 and 7.30pm and 9 am but not 7.30 or 10% or 1:75')).toEqual([
      'time 21:05',
      'time 19:30',
      'time 09:00',
    ]);
  });

  it('are telephone numbers that can exist, in one form', () => {
    expect(brief('call 07700 900123 or +44 20 7946 0000')).toEqual([
      'phone +447700900123',
      'phone +442079460000',
    ]);
    expect(brief('order 1234567')).toEqual([]);
  });

  it('are addresses, links, handles and money, each once', () => {
    expect(
      brief('write to j.marsh@example.co.uk or @jordan_m, see https://example.org/a?b=1. You owe £1,250.00'),
    ).toEqual([
      'email j.marsh@example.co.uk',
      'handle @jordan_m',
      'link https://example.org/a?b=1',
      'money £1,250.00',
    ]);
  });
});

describe('the place of a find', () => {
  it('is the box around its words', () => {
    const [found] = suggest(page(['x', 'on 3 November 2026 he']), today);
    expect(found?.box).toEqual({ x: 140, y: 80, w: 290, h: 40 });
  });

  it('is found again on the picture after somebody corrected the text around it', () => {
    const read = page(['Il call 07700 900123']);
    const correction = { version: 1, text: 'I’ll call you on 07700 900123', at: '', author: 'A' };
    expect(suggest({ ...read, correction }, today)[0]?.box).toEqual({ x: 240, y: 20, w: 190, h: 40 });
    const other = { ...correction, text: 'call 07700 900999' };
    expect(suggest({ ...read, correction: other }, today)[0]).toMatchObject({ kind: 'phone', box: null });
  });
});

describe('the clock of a phone', () => {
  it('is the time at the very top of an upright screen', () => {
    expect(suggest(page(['21:05 84%', 'Sam B', '20:11']), today).map(({ kind }) => kind)).toEqual([
      'clock',
      'time',
    ]);
  });

  it('is none on a wide screen, further down, or in a document', () => {
    const wide = { width: 2340, height: 1080 };
    expect(suggest(page(['21:05 84%'], wide), today)[0]?.kind).toBe('time');
    expect(suggest(page(['x', 'y', 'z', '21:05']), today)[0]?.kind).toBe('time');
    expect(suggest({ ...page(['21:05']), source: 'embedded' }, today)[0]?.kind).toBe('time');
  });
});

describe('whatever the text is', () => {
  it('nothing throws, finds stand where they say, do not overlap, and boxes lie inside the page', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
      fc.constantFrom(
        '07700',
        '900123',
        '3/4/26',
        '31/12',
        '21:05',
        '@a.b',
        '£5',
        'www.a.uk',
        'Nov',
        '1e9',
        '٣',
      ),
    );
    const box = fc.record({
      text: word.filter((text) => text.trim() !== '' && !/\s/u.test(text)),
      x: fc.nat(1200),
      y: fc.nat(2500),
      w: fc.nat(300),
      h: fc.nat(300),
      confidence: fc.integer({ min: 0, max: 100 }),
      line: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), (found) => {
        const words = [...found].sort((a, b) => a.line - b.line);
        const read: PageText = { ...page([]), words, text: layOut(words).text };
        let end = 0;
        for (const each of suggest(read, today)) {
          expect(read.text.slice(each.start, each.end)).toBe(each.raw);
          expect(each.start).toBeGreaterThanOrEqual(end);
          end = each.end;
          if (each.box === null) continue;
          expect(each.box.x + each.box.w).toBeLessThanOrEqual(1080);
          expect(each.box.y + each.box.h).toBeLessThanOrEqual(2340);
          expect(Math.min(each.box.x, each.box.y, each.box.w, each.box.h)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('a line that was made to be slow is done in a moment', () => {
    const before = cpuTime();
    for (const unit of ['a@', '1/', 'a.', '07', '1:', '@.', '1 Jan ', '(', '-']) {
      suggest(page([unit.repeat(30_000)]), today);
    }
    expect(cpuTime() - before).toBeLessThan(5000);
  });
});
