import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLockTriggers } from '../../../electron/main/lock-triggers';
import type { LockTriggers } from '../../../electron/main/lock-triggers';

const minute = 60_000;
let triggers: LockTriggers;
let contents: EventEmitter;
let power: EventEmitter & { getSystemIdleTime: () => number };
let locked: number;
let busy: boolean;
/** Seconds since anybody touched the computer, as its system counts them; 0 where it cannot. */
let systemIdle: number | 'as long as here';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  contents = new EventEmitter();
  locked = 0;
  busy = false;
  systemIdle = 0;
  power = Object.assign(new EventEmitter(), {
    getSystemIdleTime: () => (systemIdle === 'as long as here' ? performance.now() / 1000 : systemIdle),
  });
  triggers = createLockTriggers({
    power,
    contents,
    lock: () => {
      locked += 1;
    },
    busy: () => busy,
    now: () => performance.now(),
    wall: () => Date.now(),
  });
});
afterEach(() => {
  triggers.stop();
  vi.useRealTimers();
});

describe('locking by itself', () => {
  it('comes ten minutes after the last key, unless another time was set', () => {
    vi.advanceTimersByTime(9 * minute);
    contents.emit('input-event');
    vi.advanceTimersByTime(9.9 * minute);
    expect(locked).toBe(0);
    vi.advanceTimersByTime(minute);
    expect(locked).toBeGreaterThan(0);
  });

  it('follows the time that was set', () => {
    triggers.setIdleMinutes(2);
    vi.advanceTimersByTime(1.9 * minute);
    expect(locked).toBe(0);
    vi.advanceTimersByTime(0.3 * minute);
    expect(locked).toBeGreaterThan(0);
  });

  it('does not come while somebody works in another program', () => {
    systemIdle = 3;
    vi.advanceTimersByTime(5 * minute);
    // Nothing at all since the last key: that is somebody at work, and no system that cannot count.
    systemIdle = 0;
    vi.advanceTimersByTime(30 * minute);
    expect(locked).toBe(0);
    systemIdle = 'as long as here';
    vi.advanceTimersByTime(minute);
    expect(locked).toBeGreaterThan(0);
  });

  it('does not cut off work that goes on, and comes as soon as it has ended', () => {
    busy = true;
    vi.advanceTimersByTime(60 * minute);
    expect(locked).toBe(0);
    busy = false;
    vi.advanceTimersByTime(6_000);
    expect(locked).toBeGreaterThan(0);
  });

  it.each([-1, -60, -60 * 24 * 400])(
    'comes in its time when the clock of the computer is set back by %d minutes meanwhile',
    (back) => {
      vi.advanceTimersByTime(4 * minute);
      vi.setSystemTime(Date.now() + back * minute);
      vi.advanceTimersByTime(5.8 * minute);
      expect(locked).toBe(0);
      vi.advanceTimersByTime(0.3 * minute);
      expect(locked).toBeGreaterThan(0);
    },
  );

  it('comes in its time after a clock that was ahead was put right while somebody worked', () => {
    vi.setSystemTime(Date.now() + 500 * minute);
    contents.emit('input-event');
    vi.setSystemTime(Date.now() - 500 * minute);
    vi.advanceTimersByTime(10.1 * minute);
    expect(locked).toBeGreaterThan(0);
  });

  it('counts a sleep that nobody told of: the clock went on while nothing else did', () => {
    vi.advanceTimersByTime(minute);
    vi.setSystemTime(Date.now() + 8 * 60 * minute);
    vi.advanceTimersByTime(5_000);
    expect(locked).toBeGreaterThan(0);
  });

  it.each(['suspend', 'resume', 'lock-screen', 'shutdown', 'user-did-resign-active'])(
    'comes at once when the system says %s, whatever goes on',
    (event) => {
      busy = true;
      power.emit(event);
      expect(locked).toBe(1);
    },
  );

  it('leaves nothing behind when the window is gone', () => {
    triggers.stop();
    power.emit('suspend');
    vi.advanceTimersByTime(60 * minute);
    expect(locked).toBe(0);
    expect(power.eventNames()).toEqual([]);
  });
});
