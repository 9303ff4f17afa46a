import { describe, expect, it } from 'vitest';
import { readBreach, startBreach } from '../../../renderer/features/transfer/breach-form';
import { clockChip } from '../../../renderer/strings/breaches';
import { breachClock } from '../../../shared/domain/breach/clock';
import { breachBodySchema } from '../../../shared/models/breach';

const now = '2026-07-03T16:20:00.000Z';
const started = { ...startBreach(null, now), what: 'Stick' };
const errors = (change: Partial<typeof started>) => readBreach({ ...started, ...change }, now).errors;

describe('the form for something lost', () => {
  it('begins at this minute by the UK clock, and gives the same moment back', () => {
    expect([started.foundDay, started.foundTime]).toEqual(['2026-07-03', '17:20']);
    const { body } = readBreach(started, now);
    expect(body?.foundAt).toBe(now);
    expect(breachBodySchema.safeParse(body).success).toBe(true);
    const again = { ...(body ?? startBreach(null, now)), toldIcoAt: '2026-07-04T08:00:00.000Z' };
    const filled = startBreach(breachBodySchema.parse(again), now);
    expect(readBreach(filled, '2026-07-05T00:00:00.000Z').body).toEqual(again);
  });

  it('takes the first of two moments of the hour that comes twice, which leaves less time', () => {
    const twice = { ...started, foundDay: '2026-10-25', foundTime: '01:30' };
    expect(readBreach(twice, '2026-10-26T00:00:00.000Z').body?.foundAt).toBe('2026-10-25T00:30:00.000Z');
  });

  it('says at its field what is missing or cannot be', () => {
    expect(Object.keys(errors({ what: ' ' }))).toEqual(['what']);
    expect(Object.keys(errors({ foundTime: '' }))).toEqual(['foundTime']);
    expect(Object.keys(errors({ foundDay: '2026-07-04' }))).toEqual(['foundTime']);
    expect(Object.keys(errors({ icoDay: '2026-07-03' }))).toEqual(['icoTime']);
    expect(Object.keys(errors({ clientTime: '10:00' }))).toEqual(['clientDay']);
    expect(Object.keys(errors({ icoDay: '2026-07-01', icoTime: '10:00' }))).toEqual(['icoDay']);
    expect(Object.keys(errors({ risk: 'unlikely' }))).toEqual(['riskWhy']);
  });
});

it('the chip says the hours and until when, by the UK clock', () => {
  const { body } = readBreach(started, now);
  if (body === null) throw new Error('no body');
  const chip = (at: string, toldIcoAt: string | null = null) =>
    clockChip(breachClock({ ...body, toldIcoAt }, at));
  expect(chip('2026-07-03T17:20:00.000Z')).toEqual([
    'amber',
    '71 hours left to tell the ICO, until 6 Jul 2026, 17:20',
  ]);
  expect(chip('2026-07-06T15:00:00.000Z')[0]).toBe('red');
  expect(chip('2026-07-06T18:20:00.000Z')[1]).toBe(
    '2 hours over: the ICO was to be told by 6 Jul 2026, 17:20',
  );
  expect(chip(now, '2026-07-04T16:20:00.000Z')).toEqual(['green', 'ICO told after 24 hours']);
});
