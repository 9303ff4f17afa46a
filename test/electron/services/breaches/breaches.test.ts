import { expect, it } from 'vitest';
import { breachHandlers } from '../../../../electron/services/breaches/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { readHistory } from '../../../../electron/services/records/read-records';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import type { BreachBody } from '../../../../shared/models/breach';
import { codeOf } from '../../../helpers/code-of';
import { testPassphrase } from '../../../helpers/test-vault';
import { lockFor, pack, takeIn, useOffices } from '../receipts/setting';

const offices = useOffices();
const breaches = () => breachHandlers(offices.north.context);
const body = (change: Partial<BreachBody> = {}): BreachBody => ({
  ...{ what: 'Stick', packageId: null, circumstances: 'Left on the 42 bus', strength: 'key', notes: '' },
  ...{ foundAt: '2026-06-01T10:00:00.000Z', risk: 'open', riskWhy: '', toldIcoAt: null, icoReference: '' },
  toldClientAt: null,
  ...change,
});
const save = async (change: Partial<BreachBody> = {}) =>
  breaches()['breaches.save']({ changes: null, body: body(change) });

it('a lost stick is written down with the package that was on it, and every change of it is a version', async () => {
  const { packageId } = await pack(offices, await lockFor(offices.south));
  const { id, version } = await save({ packageId });
  const [shown] = await breaches()['breaches.list']({});
  expect(shown).toMatchObject({
    package: { caseReference: 'WREN-7', files: 1, partner: { name: 'South office' } },
    body: { what: 'Stick' },
  });
  const told = body({ packageId, toldIcoAt: '2026-06-02T10:00:00.000Z', icoReference: 'IC-1' });
  await breaches()['breaches.save']({ changes: { id, version }, body: told });
  expect(await breaches()['breaches.list']({})).toMatchObject([{ body: { icoReference: 'IC-1' } }]);
  expect(readHistory(offices.north.context, id).versions.map(({ number }) => number)).toEqual([2, 1]);
  // Whoever had the first on the screen is told.
  expect(
    await codeOf(async () => breaches()['breaches.save']({ changes: { id, version }, body: told })),
  ).toBe('conflict');
});

it('is of the office: it goes with no package, and stays without the reference when the case is erased', async () => {
  const { north, south, caseId } = offices;
  const { packageId } = await pack(offices, await lockFor(south));
  await save({ packageId });
  await pack(offices, await lockFor(south), { name: 'second.hfcase' });
  await takeIn(offices, south, null, 'second.hfcase');
  expect(versionsOfCase(south.context.db, caseId).some(({ kind }) => kind === 'breach')).toBe(false);
  expect(breachHandlers(south.context)['breaches.list']({})).toEqual([]);
  await eraseHandlers(north.vault)['erase.case']({ id: caseId, reference: 'WREN-7', own: testPassphrase });
  expect(await breaches()['breaches.list']({})).toMatchObject([
    { body: { circumstances: 'Left on the 42 bus' }, package: { caseReference: '', caseId: null } },
  ]);
});

it('is refused where it cannot be, and taken out of the list when it was a mistake', async () => {
  const { id } = await save();
  expect(await codeOf(() => save({ packageId: id }))).toBe('invalid-input');
  expect(await codeOf(() => save({ foundAt: '2999-01-01T00:00:00.000Z' }))).toBe('invalid-input');
  expect(await codeOf(() => save({ risk: 'unlikely' }))).toBe('invalid-input');
  await breaches()['breaches.remove']({ id });
  expect(await breaches()['breaches.list']({})).toEqual([]);
  expect(await codeOf(async () => breaches()['breaches.remove']({ id }))).toBe('not-found');
});
