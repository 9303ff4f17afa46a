import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault, unlockVault } from '../../../electron/vault/open-vault';
import type { OpenVault } from '../../../electron/vault/open-vault';
import { peopleHandlers } from '../../../electron/vault/people/handlers';
import { recoverVault } from '../../../electron/vault-process/door';
import { parseHlc } from '../../../shared/domain/hlc';
import { HoldfastError } from '../../../shared/errors';
import { noAnswers } from '../../../shared/models/opening';
import { codeOf } from '../../helpers/code-of';
import { useTempFolders } from '../../helpers/temp-folder';
import { testDeps, testPassphrase } from '../../helpers/test-vault';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-11-20T09:00:00.000Z');

const tempFolder = useTempFolders();
let folder = '';
/** The computer's clock, and how much time went by in truth. */
let wall = start;
let gone = 0;
let jumps = 0;
let open: OpenVault | null = null;

const deps = () =>
  testDeps({
    now: () => new Date(wall),
    ticks: () => gone,
    clockJumped: () => {
      jumps += 1;
    },
  });

/** Time goes by, as both clocks say. */
function pass(time: number): void {
  wall += time;
  gone += time;
}

async function unlock(clock: string | null = null): Promise<OpenVault> {
  open = await unlockVault({ folder, passphrase: testPassphrase, answers: { ...noAnswers, clock } }, deps());
  return open;
}

function close(): void {
  open?.close();
  open = null;
}

const acts = (vault: OpenVault): readonly unknown[] =>
  vault.context.db.prepare('SELECT action FROM audit ORDER BY seq').pluck().all();
const doSomething = (vault: OpenVault): void => {
  vault.context.act({ action: 'locking.set', subject: null, detail: {} }, () => undefined);
};

beforeEach(async () => {
  wall = start;
  gone = 0;
  jumps = 0;
  folder = `${await tempFolder()}/vault`;
  const made = { folder, passphrase: testPassphrase, name: 'Asha', officeName: 'Harbour' };
  open = await createVault(made, deps());
  close();
});
afterEach(close);

describe('a jump of our own clock', () => {
  it('by more than a day is asked about before anything is written: back, or ahead by more than seven days, at an unlock', async () => {
    for (const jump of [-day - 1, -400 * day, -10 * 365 * day, 7 * day + 1, 3650 * day]) {
      wall = start + jump;
      const thrown = await unlock().then(
        () => null,
        (error: unknown) => error,
      );
      expect(thrown).toBeInstanceOf(HoldfastError);
      expect(thrown).toMatchObject({ code: 'clock-asked', detail: { from: start, to: start + jump } });
    }
    wall = start + hour;
    expect(acts(await unlock())).toEqual(['vault.create', 'vault.lock', 'vault.unlock']);
  });

  it('is not asked about where a vault lay unused for a week, or the clock was set back by hours', async () => {
    for (const jump of [0, -23 * hour, 5 * day, 7 * day]) {
      wall += jump;
      await unlock();
      close();
    }
  });

  it('is answered for the time that the clock showed, and goes into the record before the unlock', async () => {
    wall = start + 30 * day;
    const seen = new Date(wall).toISOString();
    // Somebody thinks about it for some minutes; an answer about another time is none.
    pass(5 * 60_000);
    expect(await codeOf(() => unlock(new Date(wall - 2 * hour).toISOString()))).toBe('clock-asked');
    const vault = await unlock(seen);
    expect(acts(vault).slice(2)).toEqual(['clock.confirm', 'vault.unlock']);
    const detail: unknown = vault.context.db
      .prepare("SELECT detail FROM audit WHERE action = 'clock.confirm'")
      .pluck()
      .get();
    expect(JSON.parse(String(detail))).toEqual({ from: start, to: wall });
    close();
    expect(acts(await unlock()).at(-1)).toBe('vault.unlock');
  });

  it('does not bind for ever once mended: what is written then is stamped by the clock as it is', async () => {
    wall = start + 3650 * day;
    const ahead = await unlock(new Date(wall).toISOString());
    expect(parseHlc(ahead.context.stamp().hlc).wall).toBe(wall);
    doSomething(ahead);
    close();
    wall = start + hour;
    const mended = await unlock(new Date(wall).toISOString());
    expect(parseHlc(mended.context.stamp().hlc)).toEqual({ wall, count: 0 });
    doSomething(mended);
    close();
    const after = await unlock();
    expect(parseHlc(after.context.stamp().hlc).wall).toBe(wall);
  });

  it('in a session refuses every further act and has the vault locked; the next unlock asks, even about three days ahead', async () => {
    for (const jump of [3 * day, -3 * day]) {
      const vault = await unlock();
      pass(5 * hour);
      doSomething(vault);
      const before = acts(vault).length;
      wall += jump;
      expect(await codeOf(() => doSomething(vault))).toBe('clock-jumped');
      expect(await codeOf(() => doSomething(vault))).toBe('clock-jumped');
      expect(acts(vault)).toHaveLength(before);
      close();
      expect(await codeOf(() => unlock())).toBe('clock-asked');
      expect(await codeOf(() => unlock())).toBe('clock-asked');
      // Mended, it is no question any more, and the week's rest counts again.
      wall -= jump;
      await unlock();
      close();
      wall += 5 * day;
      await unlock();
      close();
    }
    expect(jumps).toBe(2);
  });

  it('in a session is measured against the time that went by: thirty hours of work are no jump', async () => {
    const vault = await unlock();
    pass(30 * hour);
    doSomething(vault);
    expect(jumps).toBe(0);
  });

  it('does not keep the recovery kit from opening the vault: it asks, and opens with the answer', async () => {
    const vault = await unlock();
    const kit = await peopleHandlers(vault)['recovery.make']({ own: testPassphrase, kind: 'words' });
    close();
    wall = start - 30 * day;
    const sheets = kit.sheets.map(({ words }) => words.join(' '));
    const input = { folder, sheets, name: 'Asha', passphrase: 'nine loud geese departing' };
    expect(await codeOf(() => recoverVault(input, deps()))).toBe('clock-asked');
    const answers = { ...noAnswers, clock: new Date(wall).toISOString() };
    open = await recoverVault({ ...input, answers }, deps());
    expect(acts(open)).toContain('recovery.use');
  });
});
