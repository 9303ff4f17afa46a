import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, it } from 'vitest';
import { hexOfKey } from '../../../../electron/services/offices/card';
import { officeHandlers } from '../../../../electron/services/offices/handlers';
import { ensureOfficeKeys } from '../../../../electron/services/offices/office';
import { readReceipt } from '../../../../electron/services/receipts/read-receipt';
import { listReceipts } from '../../../../electron/services/receipts/receipt-rows';
import { writeReceipt } from '../../../../electron/services/receipts/write-receipt';
import { inspectPackage } from '../../../../electron/services/transfer/inspect-package';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { requireSetting, writeSetting } from '../../../../electron/vault/settings';
import { printCard, readCards, signedCardText } from '../../../../shared/domain/office-card/card-text';
import {
  printReceipt,
  readReceiptText,
  signedReceiptText,
  unsignedReceipt,
} from '../../../../shared/domain/receipt/receipt-text';
import type { OfficeCard } from '../../../../shared/models/office';
import { codeOf } from '../../../helpers/code-of';
import { compareCard } from '../../../helpers/offices';
import { control, lockFor, pack, passphrase, takeIn, useOffices } from '../receipts/setting';

/**
 * North knows South. The impostor has South's name, South's id and South's card, letter for letter, and keys of its own: each step at
 * which it could be taken for South refuses it.
 */
const offices = useOffices();
const north = () => officeHandlers(offices.north.context);
const at = (name: string) => join(offices.folder, name);
const southCard = async () => (await officeHandlers(offices.south.context)['offices.ownCard']({})).text;
const add = (text: string) => codeOf(() => north()['offices.add']({ text }));
const standings = async () =>
  (await north()['offices.list']({})).map(({ name, standing }) => [name, standing]).sort();

beforeEach(() => {
  const id = requireSetting(offices.south.context.db, 'office.id');
  writeSetting(offices.impostor.context.db, 'office.id', id);
});

/** South's card with keys of somebody else in it, signed by those. */
async function forged(change: (card: OfficeCard) => Partial<OfficeCard> = () => ({})): Promise<string> {
  const read = readCards(await southCard());
  const [card] = read.kind === 'cards' ? read.cards : [];
  if (card === undefined) throw new Error('no card');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const recipient = await identityToRecipient(await generateX25519Identity());
  const other = { ...card, recipient, signingKey: hexOfKey(x), ...change(card) };
  const signature = sign(null, Buffer.from(signedCardText(other)), privateKey).toString('hex');
  return printCard({ ...other, signature });
}

describe('an impostor with the name, the id and the card of a compared office', () => {
  it('adds its card: it stands beside the real one, named as having other keys, and counts for nothing', async () => {
    const text = await southCard();
    const parts = readCards(text);
    const [card] = parts.kind === 'cards' ? parts.cards : [];
    const mine = (await ensureOfficeKeys(offices.impostor.context)).office;
    // The real card with one key or both swapped in the text.
    expect(await add(text.replace(card?.recipient ?? '', mine.recipient))).toBe('card-damaged');
    expect(await add(text.replace(card?.signingKey ?? '', hexOfKey(mine.signingKey)))).toBe('card-damaged');
    expect(await add((await officeHandlers(offices.impostor.context)['offices.ownCard']({})).text)).toBe(
      'no error',
    );
    expect(await standings()).toEqual([
      ['South office', 'compared'],
      ['South office', 'new'],
    ]);
    const [, impostor] = await north()['offices.list']({});
    expect(impostor?.takesPlaceOf).toMatchObject({ name: 'South office', because: 'other-keys' });
  });

  it('puts one key of the real office beside its own: both stay apart, and under another name it is refused', async () => {
    expect(await add(await forged(({ recipient }) => ({ recipient })))).toBe('no error');
    expect(await standings()).toEqual([
      ['South office', 'compared'],
      ['South office', 'new'],
    ]);
    expect(await add(await forged(({ recipient }) => ({ recipient, name: 'East office' })))).toBe(
      'card-mixed',
    );
    // The signing key of the real office, which it cannot sign with.
    expect(await add(await forged(({ signingKey }) => ({ signingKey })))).toBe('card-damaged');
  });

  it('is compared: its words are others, and saying so refuses it and leaves the real office as it is', async () => {
    const { text, words } = await officeHandlers(offices.impostor.context)['offices.ownCard']({});
    const { id } = await north()['offices.add']({ text });
    const real = (await north()['offices.list']({})).find((each) => each.standing === 'compared');
    expect(words).not.toEqual(real?.words);
    await north()['offices.compare']({ id, same: false });
    expect(await standings()).toEqual([
      ['South office', 'compared'],
      ['South office', 'refused'],
    ]);
  });

  it('asks for a package: nothing is sealed for its key', async () => {
    const { context } = offices.north;
    const lock = await lockFor(offices.impostor);
    const seal = () =>
      codeOf(() =>
        writePackage(
          context,
          { caseId: offices.caseId, path: at('for-it.hfcase'), lock, purpose: 'copy' },
          control,
        ),
      );
    expect(await seal()).toBe('office-not-compared');
    await add((await officeHandlers(offices.impostor.context)['offices.ownCard']({})).text);
    expect(await seal()).toBe('office-not-compared');
    // What is sealed for the real one does not open for it.
    await pack(offices, await lockFor(offices.south));
    const look = { path: at('case.hfcase'), passphrase: null };
    expect(await codeOf(() => inspectPackage(offices.impostor.context, look))).toBe('package-wrong-key');
  });

  it('sends a package: it is said to be signed by another key, and cannot be taken in', async () => {
    // The impostor knows North, and has a case of its own.
    await compareCard(offices.north.context, offices.impostor.context);
    await pack(offices, { type: 'passphrase', passphrase }, { name: 'taken.hfcase' });
    const { caseId } = await takeIn(offices, offices.impostor, passphrase, 'taken.hfcase');
    const path = at('from-it.hfcase');
    const input = {
      caseId: caseId ?? '',
      path,
      lock: await lockFor(offices.north),
      purpose: 'copy',
    } as const;
    await writePackage(offices.impostor.context, input, control);
    const { context } = offices.north;
    const preview = await inspectPackage(context, { path, passphrase: null });
    expect(preview).toMatchObject({ standing: 'other-key', sender: { callsItself: 'South office' } });
    for (const seen of [preview, { ...preview, standing: 'compared' as const }, null])
      expect(await codeOf(() => openPackage(context, { path, passphrase: null, seen }, control))).toMatch(
        /^(sender-refused|package-changed)$/,
      );
  });

  it('gives a receipt: as itself, with the keys of the real office in it, or with its signature', async () => {
    await pack(offices, await lockFor(offices.south));
    const { id } = await takeIn(offices, offices.south);
    await writeReceipt(offices.south.context, { id, path: at('real.txt') });
    const real = readReceiptText(await readFile(at('real.txt'), 'utf8'));
    if (real.kind !== 'receipt') throw new Error('no receipt');
    const { office, signingKey } = await ensureOfficeKeys(offices.impostor.context);
    const keys = {
      recipient: office.recipient,
      signingKey: hexOfKey(office.signingKey),
      fingerprint: office.fingerprint,
    };
    const read = async (receiver: typeof keys, signature: string | null) => {
      const unsigned = unsignedReceipt({ ...real.receipt, receiver });
      const own = sign(null, Buffer.from(signedReceiptText(unsigned)), signingKey).toString('hex');
      await writeFile(at('forged.txt'), printReceipt(unsigned, signature ?? own));
      return codeOf(() => readReceipt(offices.north.context, at('forged.txt')));
    };
    expect(await read(keys, null)).toBe('receipt-wrong-office');
    expect(await read(real.receipt.receiver, null)).toBe('receipt-damaged');
    expect(await read(keys, real.signature)).toBe('receipt-damaged');
    const { recipient } = real.receipt.receiver;
    expect(await read({ ...keys, recipient }, null)).toBe('receipt-damaged');
    expect(listReceipts(offices.north.context)).toEqual([]);
    // And the real one still counts.
    expect(await codeOf(() => readReceipt(offices.north.context, at('real.txt')))).toBe('no error');
  });
});
