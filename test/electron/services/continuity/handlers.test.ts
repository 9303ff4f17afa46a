import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { continuityHandlers } from '../../../../electron/services/continuity/handlers';
import type { NewHandover } from '../../../../shared/models/continuity';
import { codeOf } from '../../../helpers/code-of';
import { fillVault } from '../../../helpers/filled-vault';
import type { Filled } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const now = '2026-07-10T22:30:00.000Z';
let made: TestVault;
let filled: Filled;

beforeEach(async () => {
  made = await makeTestVault({ now: () => new Date(now) });
  filled = await fillVault(made.vault);
});
afterEach(() => made.close());

const handover: NewHandover = {
  from: 'Robin Wells',
  to: 'PC 1234 Ash',
  edtf: '2026-07-09',
  time: '14:20',
  place: 'Harbour police station',
  purpose: 'For the investigation',
  seal: 'B 004211',
  fingerprintConfirmed: true,
  confirmation: 'Signed the label',
  note: '',
};
const methods = () => continuityHandlers(made.context);
const timeline = async (index = 0) => methods()['continuity.timeline']({ itemId: filled.items[index] ?? '' });
const rowsOf = async (index = 0) =>
  (await timeline(index)).flatMap((step) => (step.type === 'handover' ? [step.row] : []));
const add = (itemIds: readonly string[], change: Partial<NewHandover> = {}, planned = false) =>
  methods()['continuity.add']({ itemIds: [...itemIds], handover: { ...handover, ...change }, planned });

describe('the way an exhibit went', () => {
  it('begins with taking it in and goes on with every handover, by the clock on the wall', async () => {
    await add(filled.items.slice(0, 1), { edtf: '2026-07-10', time: '23:31' }, true);
    await add(filled.items.slice(0, 1), { edtf: '2026-07-10', time: '23:29' });
    const steps = await timeline();
    // 22:30 UTC is 23:30 in July.
    expect(
      steps.map((step) =>
        step.type === 'own' ? step.step.kind : `${step.row.time ?? ''} ${step.row.planned}`,
      ),
    ).toEqual(['23:29 false', 'taken-in', '23:31 true']);
    await add(filled.items.slice(1, 2), { edtf: '2026-07-10', time: null });
    expect((await timeline(1)).map(({ type }) => type)).toEqual(['own', 'handover']);
  });

  it('has one act on record for a handover of many, without a word of its content', async () => {
    expect(await add(filled.items)).toEqual({ rows: filled.items.length });
    const acts = made.context.db
      .prepare("SELECT detail FROM audit WHERE action LIKE 'continuity.%'")
      .pluck()
      .all() as string[];
    expect(acts).toEqual([JSON.stringify({ exhibits: filled.items.length })]);
    expect(await rowsOf(3)).toMatchObject([{ to: 'PC 1234 Ash', others: 5, correctedBy: [] }]);
  });

  it('is put right by rows of their own, and the first stays as it was', async () => {
    await add(filled.items.slice(0, 2));
    const [wrong] = await rowsOf();
    const correct = (id: string, all: boolean) =>
      methods()['continuity.correct']({
        id,
        handover: { ...handover, to: 'DC 77 Birch' },
        planned: false,
        all,
      });
    expect(await correct(wrong?.id ?? '', true)).toEqual({ rows: 2 });
    for (const index of [0, 1]) {
      const rows = await rowsOf(index);
      const [first, second] = rows;
      expect(rows.map(({ to }) => to)).toEqual(['PC 1234 Ash', 'DC 77 Birch']);
      expect(first?.correctedBy).toEqual([second?.id]);
      expect(second?.corrects).toBe(first?.id);
    }
    expect(await codeOf(() => correct(wrong?.id ?? '', false))).toBe('conflict');
    const [, right] = await rowsOf();
    expect(await correct(right?.id ?? '', false)).toEqual({ rows: 1 });
    expect((await rowsOf(1)).length).toBe(2);
  });

  it('cannot be rewritten', async () => {
    await add(filled.items.slice(0, 1));
    expect(() => made.context.db.exec("UPDATE record_versions SET body = '{}'")).toThrow('never change');
  });
});

describe('the date of a handover', () => {
  it('that is still to come is asked about first', async () => {
    const [id = ''] = filled.items;
    // Half past eleven in the evening in the UK, half past ten UTC.
    expect(await codeOf(() => add([id], { edtf: '2026-07-10', time: '23:31' }))).toBe('not-confirmed');
    expect(await codeOf(() => add([id], { edtf: '2026-07-10', time: '23:30' }))).toBe('no error');
    expect(await codeOf(() => add([id], { edtf: '2026-07-11', time: null }))).toBe('not-confirmed');
    expect(await codeOf(() => add([id], { edtf: '2026-07', time: null }))).toBe('no error');
    expect(await codeOf(() => add([id], { edtf: '2026-08~', time: null }))).toBe('not-confirmed');
  });

  it('must be one, and has a time only beside a day', async () => {
    const [id = ''] = filled.items;
    for (const change of [
      { edtf: '2026-02-30', time: null },
      { edtf: 'yesterday', time: null },
      { edtf: '2026-07', time: '12:00' },
    ])
      expect(await codeOf(() => add([id], change))).toBe('invalid-input');
  });

  it('belongs to exhibits of one case that are there', async () => {
    const other = await fillVault(made.vault, 'FV-2');
    const [id = ''] = filled.items;
    expect(await codeOf(() => add([id, ...other.items]))).toBe('invalid-input');
    expect(await codeOf(() => add(['0199f0f0-0000-7000-8000-000000000000']))).toBe('not-found');
    expect(await rowsOf()).toEqual([]);
  });
});
