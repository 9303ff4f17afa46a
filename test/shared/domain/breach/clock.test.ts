import { describe, expect, it } from 'vitest';
import { breachClock, breachProblem } from '../../../../shared/domain/breach/clock';
import type { BreachBody } from '../../../../shared/models/breach';

const body: BreachBody = {
  ...{ what: 'Stick', packageId: null, circumstances: '', strength: 'key', notes: '', icoReference: '' },
  ...{ foundAt: '2026-11-27T17:30:00.000Z', risk: 'open', riskWhy: '', toldIcoAt: null, toldClientAt: null },
};
const clock = (now: string, change: Partial<BreachBody> = {}) => breachClock({ ...body, ...change }, now);

describe('the 72 hours to tell the ICO', () => {
  it('run through a weekend, from when somebody here knew of it', () => {
    // A Friday evening: up on Monday evening.
    expect(clock('2026-11-27T17:30:00.000Z')).toEqual({
      ...{ is: 'running', due: '2026-11-30T17:30:00.000Z', hours: 72 },
    });
    expect(clock('2026-11-30T16:31:00.000Z')).toMatchObject({ is: 'running', hours: 0 });
    expect(clock('2026-11-30T17:30:00.000Z')).toMatchObject({ is: 'running', hours: 0 });
    expect(clock('2026-11-30T17:30:00.001Z')).toMatchObject({ is: 'late', hours: 0 });
    expect(clock('2026-12-01T18:30:00.000Z')).toMatchObject({ is: 'late', hours: 25 });
  });

  it('are 72 hours over the night on which the clocks go back', () => {
    // 23 Oct 2026, 12:00 by a clock in the UK; 72 hours later that clock shows 11:00.
    expect(clock('2026-10-24T11:00:00.000Z', { foundAt: '2026-10-23T11:00:00.000Z' }).due).toBe(
      '2026-10-26T11:00:00.000Z',
    );
  });

  it('end when it was told, in time or late', () => {
    const told = (toldIcoAt: string) => clock('2027-01-01T00:00:00.000Z', { toldIcoAt });
    expect(told('2026-11-30T17:30:00.000Z')).toMatchObject({ is: 'told-in-time', hours: 72 });
    expect(told('2026-11-30T17:31:00.000Z')).toMatchObject({ is: 'told-late', hours: 72 });
  });

  it('are not asked for where a person has found that a risk is unlikely', () => {
    expect(clock('2027-01-01T00:00:00.000Z', { risk: 'unlikely' })).toMatchObject({
      is: 'not-asked',
      hours: 0,
    });
    expect(clock('2027-01-01T00:00:00.000Z', { risk: 'high' }).is).toBe('late');
  });
});

it('a breach cannot have been found out after now, told before it was known, or be no risk without a reason', () => {
  const now = '2026-11-28T09:00:00.000Z';
  const problem = (change: Partial<BreachBody>) => breachProblem({ ...body, ...change }, now);
  expect(problem({})).toBeNull();
  expect(problem({ foundAt: '2026-11-28T09:00:01.000Z' })).toBe('found-later');
  expect(problem({ toldIcoAt: '2026-11-27T17:29:00.000Z' })).toBe('ico-before');
  expect(problem({ toldClientAt: '2026-11-26T09:00:00.000Z' })).toBe('client-before');
  expect(problem({ risk: 'unlikely', riskWhy: ' ' })).toBe('why');
  expect(problem({ risk: 'unlikely', riskWhy: 'The key is in the vault.' })).toBeNull();
});
