import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexOfKey } from '../../../../electron/services/offices/card';
import { ensureOfficeKeys, fingerprint } from '../../../../electron/services/offices/office';
import { officeHandlers } from '../../../../electron/services/offices/handlers';
import { readReceipt } from '../../../../electron/services/receipts/read-receipt';
import { listReceipts } from '../../../../electron/services/receipts/receipt-rows';
import { writeReceipt } from '../../../../electron/services/receipts/write-receipt';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import {
  printReceipt,
  readReceiptText,
  signedReceiptText,
  unsignedReceipt,
} from '../../../../shared/domain/receipt/receipt-text';
import type { Receipt } from '../../../../shared/models/receipt';
import { codeOf } from '../../../helpers/code-of';
import { faultyFs } from '../../../helpers/faulty-fs';
import { meet } from '../../../helpers/offices';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { control, lockFor, pack, passphrase, takeIn, useOffices } from './setting';

const offices = useOffices();
const at = (name = 'receipt.txt') => join(offices.folder, name);
const read = (path = at()) => codeOf(() => readReceipt(offices.north.context, path));
const acts = ({ context }: TestVault, action: string) =>
  context.db.prepare('SELECT detail FROM audit WHERE action = ?').pluck().all(action) as string[];

/** The package goes from north to south, and south writes its receipt. */
async function receipted(): Promise<Receipt> {
  await pack(offices, await lockFor(offices.south));
  const { id } = await takeIn(offices, offices.south);
  await writeReceipt(offices.south.context, { id, path: at() });
  return parsed();
}
async function parsed(): Promise<Receipt> {
  const found = readReceiptText(await readFile(at(), 'utf8'));
  if (found.kind !== 'receipt') throw new Error('no receipt');
  return found.receipt;
}
/** A receipt that says this, honestly signed by the keys of an office. */
async function write(receipt: Receipt, { context }: TestVault): Promise<void> {
  const { office, signingKey } = await ensureOfficeKeys(context);
  const receiver = {
    recipient: office.recipient,
    signingKey: hexOfKey(office.signingKey),
    fingerprint: office.fingerprint,
  };
  const unsigned = unsignedReceipt({ ...receipt, receiver });
  const signature = sign(null, Buffer.from(signedReceiptText(unsigned)), signingKey).toString('hex');
  await writeFile(at(), printReceipt(unsigned, signature));
}

describe('a receipt', () => {
  it('of the office that a package was sealed for makes it received, in the record of acts of both', async () => {
    const receipt = await receipted();
    const kept = await readReceipt(offices.north.context, at());
    expect(kept).toMatchObject({
      office: { name: 'South office', standing: 'compared' },
      counts: { exhibits: 1, entries: 0, declined: 0 },
    });
    expect(listReceipts(offices.north.context)).toEqual([kept]);
    expect(listReceipts(offices.south.context)).toMatchObject([{ direction: 'out', id: receipt.id }]);
    expect(acts(offices.north, 'receipt.read')[0]).toContain(receipt.recordHead);
    expect(acts(offices.south, 'receipt.write')[0]).toContain(receipt.packageId);
  });

  it('can be read by a person, and has no name and no reference of a case in it', async () => {
    await receipted();
    const text = await readFile(at(), 'utf8');
    expect(text).toMatch(/^RECEIPT FOR A HOLDFAST PACKAGE\n\nTaken in on /);
    expect(text).toContain('Exhibits taken in: 1');
    for (const word of ['WREN', offices.caseId, 'North', 'South', 'Test advocate', 'picture'])
      expect(text).not.toContain(word);
  });

  it('is taken when mail has changed the ends of its lines', async () => {
    await receipted();
    await writeFile(at(), `\u{feff}${(await readFile(at(), 'utf8')).replaceAll('\n', '\r\n')}\r\n`);
    expect(await read()).toBe('no error');
  });

  it('leaves nothing where it could not be written, and is then not told to have been', async () => {
    await pack(offices, await lockFor(offices.south));
    const { id } = await takeIn(offices, offices.south);
    for (let nth = 1; nth < 6; nth += 1) {
      const { layer, failed } = faultyFs(nth, 'ENOSPC');
      const code = await codeOf(() => writeReceipt(offices.south.context, { id, path: at() }, layer));
      expect([failed(), code]).toEqual([true, 'disk-full']);
    }
    expect((await readdir(offices.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(listReceipts(offices.south.context)).toEqual([]);
  });

  it('is written for packages that came in alone', async () => {
    const { id } = await pack(offices, await lockFor(offices.south));
    expect(await codeOf(() => writeReceipt(offices.north.context, { id, path: at() }))).toBe('not-found');
  });
});

describe('a receipt is refused', () => {
  it('at any letter that was changed, above what counts as well as in it', async () => {
    await receipted();
    const text = await readFile(at(), 'utf8');
    const codes = new Set<string>();
    for (let index = 0; index < text.length; index += 23) {
      const letter = text[index] === 'x' ? 'y' : 'x';
      if (text[index] === '\n') continue;
      await writeFile(at(), text.slice(0, index) + letter + text.slice(index + 1));
      codes.add(await read());
    }
    expect([...codes].sort()).toEqual(['receipt-damaged', 'receipt-unreadable']);
    await writeFile(at(), text.replace('Exhibits taken in: 1', 'Exhibits taken in: 9'));
    expect(await read()).toBe('receipt-damaged');
    await writeFile(at(), text.slice(0, text.length / 2));
    expect(await read()).toBe('receipt-unreadable');
    await writeFile(at(), text.replace('RECEIPT 1 -', 'RECEIPT 2 -'));
    expect(await read()).toBe('receipt-newer');
    await writeFile(at(), 'x'.repeat(100_000));
    expect(await read()).toBe('receipt-unreadable');
    expect(listReceipts(offices.north.context)).toEqual([]);
  });

  it('when it was read before', async () => {
    await receipted();
    expect(await read()).toBe('no error');
    expect(await read()).toBe('receipt-already-here');
    expect(listReceipts(offices.north.context)).toHaveLength(1);
  });

  it('when it is for a package that was not written here, or for another than it names', async () => {
    const receipt = await receipted();
    await write({ ...receipt, packageId: receipt.id }, offices.south);
    expect(await read()).toBe('receipt-not-ours');
    const second = await pack(offices, await lockFor(offices.south), { name: 'second.hfcase' });
    // What was received, under the number of another package.
    await write({ ...receipt, packageId: second.packageId }, offices.south);
    expect(await read()).toBe('receipt-other-package');
    await write({ ...receipt, packageId: second.packageId, packageSha256: second.sha256 }, offices.south);
    expect(await read()).toBe('receipt-other-package');
    await write({ ...receipt, sender: fingerprint('age1', 'x') }, offices.south);
    expect(await read()).toBe('receipt-other-package');
  });

  it('when an impostor of the same name has signed it', async () => {
    await write(await receipted(), offices.impostor);
    expect(await read()).toBe('receipt-wrong-office');
    // With its card in the address book, too.
    const { text } = await officeHandlers(offices.impostor.context)['offices.ownCard']({});
    await officeHandlers(offices.north.context)['offices.add']({ text });
    expect(await read()).toBe('receipt-wrong-office');
  });

  it('when it names the keys of the office and was signed by others', async () => {
    const receipt = await receipted();
    const unsigned = unsignedReceipt(receipt);
    const { privateKey } = generateKeyPairSync('ed25519');
    const signature = sign(null, Buffer.from(signedReceiptText(unsigned)), privateKey).toString('hex');
    await writeFile(at(), printReceipt(unsigned, signature));
    expect(await read()).toBe('receipt-damaged');
    // Signed with the right key, but as something else.
    const { signingKey } = await ensureOfficeKeys(offices.south.context);
    await writeFile(
      at(),
      printReceipt(unsigned, sign(null, Buffer.from(unsigned), signingKey).toString('hex')),
    );
    expect(await read()).toBe('receipt-damaged');
  });

  it('when the keys of the office do not count any more', async () => {
    await receipted();
    const handlers = officeHandlers(offices.north.context);
    const [known] = await handlers['offices.list']({});
    await handlers['offices.retire']({ id: known?.id ?? '' });
    expect(await read()).toBe('receipt-wrong-office');
  });
});

it('each of several offices that a package was sealed for gives a receipt of its own, and no other does', async () => {
  const { north, south, caseId } = offices;
  const west = await makeTestVault({ officeName: 'West office' });
  const other = await makeTestVault({ officeName: 'East office' });
  try {
    for (const each of [west, other]) await meet(north.context, each.context);
    const recipients = await Promise.all(
      [south, west].map(async ({ context }) => (await ensureOfficeKeys(context)).office.recipient),
    );
    const path = at('case.hfcase');
    const lock = { type: 'recipients' as const, recipients };
    await writePackage(north.context, { caseId, path, lock, purpose: 'copy' }, control);
    for (const [vault, name] of [
      [south, 'South office'],
      [west, 'West office'],
    ] as const) {
      const { id } = await takeIn(offices, vault);
      await writeReceipt(vault.context, { id, path: at(`${name}.txt`) });
      const { office } = await readReceipt(north.context, at(`${name}.txt`));
      expect(office).toMatchObject({ name, standing: 'compared' });
    }
    const text = await readFile(at('West office.txt'), 'utf8');
    const read = readReceiptText(text);
    if (read.kind !== 'receipt') throw new Error('a receipt was written');
    await write({ ...read.receipt, id: north.context.newId() }, other);
    expect(await codeOf(() => readReceipt(north.context, at()))).toBe('receipt-wrong-office');
  } finally {
    await west.close();
    await other.close();
  }
});

describe('a receipt for a package under a passphrase', () => {
  it('may be of any compared office, and is shown as of nobody known where it is of another', async () => {
    await pack(offices, { type: 'passphrase', passphrase });
    const { id } = await takeIn(offices, offices.south, passphrase);
    await writeReceipt(offices.south.context, { id, path: at() });
    const known = await readReceipt(offices.north.context, at());
    expect(known.office).toMatchObject({ name: 'South office', standing: 'compared' });
    const stranger = await takeIn(offices, offices.impostor, passphrase);
    await writeReceipt(offices.impostor.context, { id: stranger.id, path: at('other.txt') });
    const unknown = await readReceipt(offices.north.context, at('other.txt'));
    expect(unknown.office).toEqual({ id: null, name: '', standing: 'unknown' });
  });

  it('is refused when its words were found to differ', async () => {
    await pack(offices, { type: 'passphrase', passphrase });
    const { id } = await takeIn(offices, offices.impostor, passphrase);
    await writeReceipt(offices.impostor.context, { id, path: at() });
    const handlers = officeHandlers(offices.north.context);
    const { text } = await officeHandlers(offices.impostor.context)['offices.ownCard']({});
    const added = await handlers['offices.add']({ text });
    await handlers['offices.compare']({ id: added.id, same: false });
    expect(await read()).toBe('receipt-wrong-office');
  });
});
