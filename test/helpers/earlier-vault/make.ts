import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testPassphrase } from '../test-vault';
import { fillCase, goOn } from './fill-case';
import type { Story } from './fill-case';
import { foundOffice } from './office';
import type { EarlierOffice } from './office';
import { readBack } from './read-back';
import { addRowsWithoutService } from './rows-without-service';

const stories: readonly [Story, Story] = [
  { reference: 'EV-1', alias: 'Wren', initials: 'WR', follower: 'Dean' },
  { reference: 'EV-2', alias: 'Rowan', initials: 'RO', follower: 'Kit' },
];
const start = Date.UTC(2026, 8, 16, 9);

/** Another office, made for its card alone. */
async function addPartner(office: EarlierOffice, scratch: string): Promise<void> {
  if (!office.has('offices.add')) return;
  const made = { folder: join(scratch, 'partner'), name: 'Lee Example', officeName: 'South office' };
  const partner = await foundOffice(made, start);
  const { text } = await partner.ask('offices.ownCard', {});
  partner.vault.close();
  const { id } = await office.ask('offices.add', { text });
  await office.ask('offices.compare', { id, same: true });
}

/** Something that was lost. */
async function addBreach(office: EarlierOffice): Promise<void> {
  if (!office.has('breaches.save')) return;
  const told = { toldIcoAt: '2026-09-16T08:30:00.000Z', icoReference: 'IC-1', toldClientAt: null };
  const body = {
    ...{ what: 'USB stick', packageId: null, foundAt: '2026-09-15T18:00:00.000Z', ...told, notes: '' },
    ...{ circumstances: 'Left on the bus', strength: 'key' as const, risk: 'likely' as const, riskWhy: '' },
  };
  await office.ask('breaches.save', { changes: null, body });
}

/**
 * Makes a small vault with two cases in `folder`, two packages of the first (one from before the last changes, one from
 * after them), and what the vault held, read back.
 */
export async function makeEarlierVault(folder: string, commit: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'holdfast-earlier-'));
  try {
    const made = { folder: join(folder, 'vault'), name: 'Robin Example', officeName: 'North office' };
    const office = await foundOffice(made, start);
    await office.ask('transfer.office', {});
    await addPartner(office, scratch);
    await addBreach(office);
    const pack = async (caseId: string, name: string): Promise<void> => {
      const lock = { type: 'passphrase' as const, passphrase: testPassphrase };
      await office.done(
        office.ask('transfer.export', { caseId, path: join(folder, name), lock, purpose: 'copy' }),
      );
    };
    const [first, second] = [
      await fillCase(office, stories[0], scratch),
      await fillCase(office, stories[1], scratch),
    ];
    for (const filled of [first, second]) await addRowsWithoutService(office, filled);
    await pack(first.caseId, 'first.hfcase');
    await goOn(office, stories[0], first);
    await goOn(office, stories[1], second);
    await pack(first.caseId, 'last.hfcase');
    const before = await readBack(office, commit);
    await writeFile(join(folder, 'before.json'), JSON.stringify(before));
    office.vault.close();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
