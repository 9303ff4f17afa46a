import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { officeHandlers } from '../../../../electron/services/offices/handlers';
import { inspectPackage } from '../../../../electron/services/transfer/inspect-package';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { listTransfers } from '../../../../electron/services/transfer/transfer-rows';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { writeSetting } from '../../../../electron/vault/settings';
import type { SeenPackage } from '../../../../shared/models/office';
import type { TransferLock } from '../../../../shared/models/transfer';
import { codeOf } from '../../../helpers/code-of';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { compareCard, meet } from '../../../helpers/offices';
import { openMembers, writeMembers } from '../../../helpers/package';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let sender: TestVault;
let receiver: TestVault;
let caseId: string;
let ofSender: string;
let folder: string;
let path: string;

const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };
const passphrase = 'copper lantern ferry meadow';

async function send(from: TestVault, lock: TransferLock, to = path): Promise<void> {
  await writePackage(from.context, { caseId, path: to, lock, purpose: 'copy' }, control);
}
const recipientOf = async (vault: TestVault): Promise<string> =>
  (await transferHandlers(vault.context)['transfer.office']({})).recipient;
const look = (secret: string | null = null) => inspectPackage(receiver.context, { path, passphrase: secret });
const open = (seen: SeenPackage | null, secret: string | null = null) =>
  codeOf(() => openPackage(receiver.context, { path, passphrase: secret, seen }, control));
const cases = async () => (await caseHandlers(receiver.context)['cases.list']({})).length;
const storedFiles = async (): Promise<number> =>
  (await readdir(join(receiver.folder, 'evidence'), { recursive: true, withFileTypes: true })).filter(
    (each) => each.isFile(),
  ).length;
const actsOf = ({ context }: TestVault, action: string) =>
  context.db
    .prepare('SELECT detail FROM audit WHERE action = ? ORDER BY seq')
    .pluck()
    .all(action) as string[];

async function fill(vault: TestVault, reference: string): Promise<string> {
  const { id } = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference });
  await addItem(vault.vault, id, 1, randomBytes(300_000), 'picture.png');
  // As a real import leaves them.
  vault.context.db.exec('UPDATE evidence SET producer_id = case_id; UPDATE exhibit_series SET next = 2');
  return id;
}

beforeAll(async () => {
  sender = await makeTestVault({ officeName: 'North office' });
  ofSender = await fill(sender, 'N-1');
  folder = await mkdtemp(join(tmpdir(), 'holdfast-sender-'));
  path = join(folder, 'case.hfcase');
});
beforeEach(async () => {
  receiver = await makeTestVault({ officeName: 'South office' });
  caseId = ofSender;
});
afterEach(() => receiver.close());
afterAll(async () => {
  await sender.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a package goes out', () => {
  it('only for an office whose words were compared here', async () => {
    const lock = { type: 'recipient', recipient: await recipientOf(receiver) } as const;
    const code = () => codeOf(() => send(sender, lock));
    expect(await code()).toBe('office-not-compared');
    const offices = officeHandlers(sender.context);
    const { text } = await officeHandlers(receiver.context)['offices.ownCard']({});
    const { id } = await offices['offices.add']({ text });
    expect(await code()).toBe('office-not-compared');
    await offices['offices.compare']({ id, same: false });
    expect(await code()).toBe('office-not-compared');
    await offices['offices.compare']({ id, same: true });
    expect(await code()).toBe('no error');
    expect(listTransfers(sender.context)[0]).toMatchObject({
      direction: 'out',
      partner: { id, name: 'South office', standing: 'compared' },
    });
    await offices['offices.retire']({ id });
    expect(await code()).toBe('office-not-compared');
  });
});

describe('a package comes in', () => {
  beforeEach(async () => {
    await compareCard(receiver.context, sender.context);
    await send(sender, { type: 'recipient', recipient: await recipientOf(receiver) });
  });

  it('of an unknown sender only after it was shown as such, and is on record as such', async () => {
    const preview = await look();
    expect(preview).toMatchObject({
      standing: 'unknown',
      sealedFor: 'our-key',
      caseReference: 'N-1',
      counts: { items: 1, entries: 0 },
      sender: { callsItself: 'North office', known: null },
      problem: null,
    });
    const own = await officeHandlers(sender.context)['offices.ownCard']({});
    expect(preview.sender.words).toEqual(own.words);
    // Looking takes nothing in.
    expect([await cases(), await storedFiles(), listTransfers(receiver.context)]).toEqual([0, 0, []]);
    expect(await open(null)).toBe('sender-unknown');
    expect([await cases(), await storedFiles()]).toEqual([0, 0]);
    expect(await open(preview)).toBe('no error');
    expect(listTransfers(receiver.context)).toMatchObject([
      { direction: 'in', verified: false, partner: { id: null, name: 'North office', standing: 'unknown' } },
    ]);
    expect(actsOf(receiver, 'transfer.inspect').map((each) => JSON.parse(each) as unknown)).toEqual([
      { package: preview.packageId, sender: 'unknown' },
    ]);
    expect(actsOf(receiver, 'transfer.import')[0]).toContain('"sender":"unknown"');
  });

  it('shows why it could go and which papers are in it, as its sender says, before anything is taken in', async () => {
    expect((await look()).note).toBe(null);
    const [item = ''] = sender.context.db.prepare('SELECT id FROM evidence').pluck().all() as string[];
    const slots = { minutes: item, 'action-plan': null, risk: null, 'advocate-note': null };
    const note = { basis: 'consent', reason: 'By phone on 3 November.', slots } as const;
    const lock = { type: 'recipient', recipient: await recipientOf(receiver) } as const;
    await writePackage(sender.context, { caseId, path, lock, purpose: 'copy', note }, control);
    expect((await look()).note).toEqual(note);
    expect([await cases(), await storedFiles()]).toEqual([0, 0]);
  });

  it('of an office whose card nobody has compared says so', async () => {
    const { text } = await officeHandlers(sender.context)['offices.ownCard']({});
    await officeHandlers(receiver.context)['offices.add']({ text });
    const preview = await look();
    expect(preview).toMatchObject({ standing: 'not-compared', sender: { known: { name: 'North office' } } });
    expect(await open(null)).toBe('sender-unknown');
    expect(await open(preview)).toBe('no error');
    expect(listTransfers(receiver.context)[0]).toMatchObject({ verified: false });
  });

  it('of a compared office is verified', async () => {
    const id = await compareCard(sender.context, receiver.context);
    expect(await look()).toMatchObject({ standing: 'compared', sender: { known: { id } } });
    expect(await open(null)).toBe('no error');
    expect(listTransfers(receiver.context)[0]).toMatchObject({
      verified: true,
      partner: { id, standing: 'compared' },
    });
    expect(await look()).toMatchObject({ problem: 'package-already-here' });
  });

  it('is refused when its words differed, and when its office is not used any more', async () => {
    const id = await compareCard(sender.context, receiver.context);
    const offices = officeHandlers(receiver.context);
    for (const [change, standing] of [
      [() => offices['offices.compare']({ id, same: false }), 'refused'],
      [() => offices['offices.retire']({ id }), 'retired'],
    ] as const) {
      await change();
      const preview = await look();
      expect(preview.standing).toBe(standing);
      expect(await open(preview)).toBe('sender-refused');
    }
    expect([await cases(), await storedFiles()]).toEqual([0, 0]);
  });

  it('is refused when it is another package than the one that was shown, or its sender stands otherwise by now', async () => {
    const preview = await look();
    const other = join(folder, 'other.hfcase');
    await send(sender, { type: 'recipient', recipient: await recipientOf(receiver) }, other);
    const shown = await readFile(path);
    await writeFile(path, await readFile(other));
    expect(await open(preview)).toBe('package-changed');
    await writeFile(path, shown);
    await compareCard(sender.context, receiver.context);
    expect(await open(preview)).toBe('package-changed');
    expect([await cases(), await storedFiles()]).toEqual([0, 0]);
    expect(await open(await look())).toBe('no error');
  });

  it('changed at any of many places in its first part shows nothing', async () => {
    const bytes = await readFile(path);
    for (let index = 0; index < 20; index += 1) {
      const at = 30 + Math.floor((3000 * index) / 20);
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      await writeFile(path, index % 2 === 0 ? copy : bytes.subarray(0, at));
      expect(['package-damaged', 'package-wrong-key', 'package-not-ours']).toContain(
        await codeOf(() => look()),
      );
    }
  });

  it('with a manifest that somebody else signed shows nothing', async () => {
    const impostor = await makeTestVault({ officeName: 'North office' });
    const members = await openMembers(await readFile(path), receiver.context);
    await writeMembers(path, members, impostor.context, receiver.context);
    expect(await codeOf(() => look())).toBe('package-damaged');
    await impostor.close();
  });
});

describe('an impostor with the name and id of a compared office', () => {
  let impostor: TestVault;
  beforeEach(async () => {
    await meet(sender.context, receiver.context);
    impostor = await makeTestVault({ officeName: 'North office' });
    const { id } = await transferHandlers(sender.context)['transfer.office']({});
    impostor.context.act({ action: 'test', subject: null }, () => {
      writeSetting(impostor.context.db, 'office.id', id);
    });
    await compareCard(receiver.context, impostor.context);
  });
  afterEach(() => impostor.close());

  it.each(['North office', 'NORTH OFFICE', 'Nоrth оffice'])(
    'is refused as %s, whatever it sends',
    async (name) => {
      await transferHandlers(impostor.context)['transfer.nameOffice']({ name });
      caseId = await fill(impostor, `N-${name}`);
      await send(impostor, { type: 'recipient', recipient: await recipientOf(receiver) });
      const preview = await look();
      expect(preview).toMatchObject({ standing: 'other-key', sender: { known: { name: 'North office' } } });
      for (const seen of [null, preview, { ...preview, standing: 'compared' as const }])
        expect(await open(seen)).not.toBe('no error');
      expect([await cases(), await storedFiles()]).toEqual([0, 0]);
    },
  );

  it('is refused with its card in the address book too, and once its words were found to differ', async () => {
    caseId = await fill(impostor, 'N-9');
    await send(impostor, { type: 'recipient', recipient: await recipientOf(receiver) });
    const offices = officeHandlers(receiver.context);
    const { text } = await officeHandlers(impostor.context)['offices.ownCard']({});
    const { id } = await offices['offices.add']({ text });
    expect(await look()).toMatchObject({ standing: 'other-key' });
    expect(await open(await look())).toBe('sender-refused');
    // What is sealed for the office still goes to the real one.
    const { recipient } = await transferHandlers(impostor.context)['transfer.office']({});
    const back = () => {
      const lock = { type: 'recipient', recipient } as const;
      return codeOf(() => writePackage(receiver.context, { caseId, path, lock, purpose: 'copy' }, control));
    };
    expect(await back()).toBe('office-not-compared');
    await offices['offices.compare']({ id, same: false });
    expect(await look()).toMatchObject({ standing: 'refused' });
    expect(await open(await look())).toBe('sender-refused');
    expect(await back()).toBe('office-not-compared');
  });
});

it('a package under a passphrase tells its sender too', async () => {
  const other = await makeTestVault({ officeName: 'North office' });
  caseId = await fill(other, 'N-2');
  await send(other, { type: 'passphrase', passphrase });
  expect(await codeOf(() => look('not the one that was told'))).toBe('package-wrong-key');
  const preview = await look(passphrase);
  expect(preview).toMatchObject({ standing: 'unknown', sealedFor: 'passphrase' });
  expect(await open(null, passphrase)).toBe('sender-unknown');
  expect(await open(preview, passphrase)).toBe('no error');
  await other.close();
});

it('a package that came in when nobody compared offices is not called verified any more', () => {
  const { db } = receiver.context;
  const id = receiver.context.newId();
  const old = {
    id,
    direction: 'in',
    packageId: id,
    caseId: id,
    caseReference: 'OLD-1',
    at: '2026-01-01T00:00:00.000Z',
    files: 1,
    entries: 1,
    bytes: 1,
    sha256: 'a'.repeat(64),
    senderFingerprint: 'abcd',
    verified: true,
  };
  db.prepare('INSERT INTO transfers (id, package_id, direction, at, body) VALUES (?, ?, ?, ?, ?)').run(
    id,
    id,
    'in',
    old.at,
    JSON.stringify(old),
  );
  expect(listTransfers(receiver.context)).toMatchObject([{ verified: false, partner: null }]);
});
