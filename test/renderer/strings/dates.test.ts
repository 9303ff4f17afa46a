import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startForm } from '../../../renderer/features/continuity/handover-form';
import { nowIso, today } from '../../../renderer/kit/today';
import { printDay, printMoment } from '../../../renderer/strings/dates';
import { ukDay } from '../../../shared/domain/dates/standing';

const zones = [
  'Europe/London',
  'America/Los_Angeles',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
];

// Node takes a new zone as soon as the variable changes.
const before = process.env['TZ'];
beforeEach(() => {
  delete process.env['TZ'];
});
afterEach(() => {
  vi.useRealTimers();
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

describe.each(zones)('on a computer set to %s', (zone) => {
  beforeEach(() => {
    process.env['TZ'] = zone;
  });

  it('a moment is shown by the clock of the UK', () => {
    expect(printMoment('2026-06-30T23:05:00.000Z')).toBe('1 Jul 2026, 00:05');
    expect(printMoment('2026-12-31T23:59:00.000Z')).toBe('31 Dec 2026, 23:59');
    expect(printMoment('2026-09-23T08:00:00.000Z')).toBe('23 Sep 2026, 09:00');
    expect(printDay('2026-06-30T23:05:00.000Z')).toBe('1 Jul 2026');
  });

  it('the hour that comes twice says which of the two it is', () => {
    expect(printMoment('2026-10-25T00:30:00.000Z')).toBe('25 Oct 2026, 01:30 BST');
    expect(printMoment('2026-10-25T01:30:00.000Z')).toBe('25 Oct 2026, 01:30 GMT');
  });

  it.each([
    ['2026-06-30T22:59:59.999Z', '2026-06-30', '30 Jun 2026'],
    ['2026-06-30T23:00:00.000Z', '2026-07-01', '1 Jul 2026'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31', '31 Dec 2026'],
    ['2027-01-01T00:00:00.000Z', '2027-01-01', '1 Jan 2027'],
    ['2026-10-24T23:00:00.000Z', '2026-10-25', '25 Oct 2026'],
    ['2026-10-25T23:30:00.000Z', '2026-10-25', '25 Oct 2026'],
  ])('at %s today is %s, on the page, in a form and in print', (instant, day, printed) => {
    vi.useFakeTimers({ now: new Date(instant) });
    expect(today()).toBe(day);
    expect(startForm(nowIso(), null).day).toBe(day);
    expect(ukDay(nowIso())).toBe(day);
    expect(printDay(nowIso())).toBe(printed);
  });

  it('the day in the name of a file is the one in the UK', () => {
    expect(ukDay(new Date('2026-06-30T23:05:00.000Z'))).toBe('2026-07-01');
  });
});
