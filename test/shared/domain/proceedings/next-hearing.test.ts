import { describe, expect, it } from 'vitest';
import { nextHearing } from '../../../../shared/domain/proceedings/next-hearing';
import { hearingSchema } from '../../../../shared/models/proceedings';

const on = (edtf: string | null, time: string | null = null) =>
  hearingSchema.parse({ edtf, time, what: `${edtf ?? 'none'} ${time ?? ''}`.trim() });
const next = (...hearings: readonly ReturnType<typeof on>[]) =>
  nextHearing(hearings, '2026-11-28')?.what ?? null;

describe('the next hearing', () => {
  it('is the first that is not over, whatever order they were written in', () => {
    expect(next(on('2027-01-05'), on('2026-12-03', '14:00'), on('2026-12-03', '10:00'))).toBe(
      '2026-12-03 10:00',
    );
    expect(next(on('2026-11-27'), on('2026-11-28', '09:00'))).toBe('2026-11-28 09:00');
    expect(next(on('2026-11-26/2026-12-01'), on('2026-12-03'))).toBe('2026-11-26/2026-12-01');
    expect(next(on('2026-12'), on('2027'))).toBe('2026-12');
  });

  it('is none where all are over, none has a date, or what stands there is no date', () => {
    expect(next()).toBeNull();
    expect(next(on(null), on('2026-11-27'), on('next week'))).toBeNull();
  });
});
