import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { newHead, sealAge } from '../../../../electron/services/age/seal';
import { ensureOfficeKeys } from '../../../../electron/services/offices/office';
import { signManifest, sumsOf } from '../../../../electron/services/transfer/manifest';
import type { Manifest } from '../../../../electron/services/transfer/manifest';
import { paddedBytes } from '../../../../electron/services/transfer/padding';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { listTransfers } from '../../../../electron/services/transfer/transfer-rows';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { codeOf } from '../../../helpers/code-of';
import { tarEnd, tarMember } from '../../../helpers/hand-made-tar';
import { meet } from '../../../helpers/offices';
import { writeMembers } from '../../../helpers/package';
import type { Members } from '../../../helpers/package';
import { makeTestVault } from '../../../helpers/test-vault';
import { control, everything, receive, usePackedCase } from './setting';
import type { PackedCase } from './setting';

let made: PackedCase;
let members: Members;
let path: string;
usePackedCase((now) => {
  made = now;
  ({ members } = now);
});
beforeEach(() => {
  path = join(made.folder, 'by-hand.hfcase');
});

const manifestOf = (): Manifest => JSON.parse(String(members.get('manifest.json'))) as Manifest;

/** The package written with its members as `edit` leaves them, and a manifest, signed by its sender, as `change` leaves it. */
async function byHand(
  edit: (parts: Map<string, Buffer>) => void,
  change: (manifest: Manifest) => object = (manifest) => manifest,
): Promise<string> {
  const { signingKey } = await ensureOfficeKeys(made.sender.context);
  const { recipient } = (await ensureOfficeKeys(made.receiver.context)).office;
  const parts = new Map(members);
  const bytes = Buffer.from(JSON.stringify(change(manifestOf())));
  parts.set('manifest.json', bytes);
  parts.set('manifest.sig', signManifest(bytes, signingKey));
  edit(parts);
  const tar = Buffer.concat([...[...parts].map(([name, content]) => tarMember(name, content)), tarEnd]);
  const sealed: Uint8Array[] = [];
  const plain = (async function* () {
    await Promise.resolve();
    yield tar;
  })();
  for await (const piece of sealAge(await newHead({ type: 'recipients', recipients: [recipient] }), plain))
    sealed.push(Buffer.from(piece));
  await writeFile(path, Buffer.concat(sealed));
  return path;
}

describe('a package of this format', () => {
  it('that is made by hand as it should be opens, also without padding', async () => {
    await byHand((parts) => parts.delete('padding'));
    expect(await codeOf(() => receive(made, path))).toBe('no error');
  });

  it.each<readonly [string, (parts: Map<string, Buffer>) => unknown]>([
    [
      'sums that say something else',
      (parts) => parts.set('SHA256SUMS', Buffer.from(`${'0'.repeat(64)}  records.json\n`)),
    ],
    [
      'sums that leave a file out',
      (parts) =>
        parts.set('SHA256SUMS', sumsOf({ ...manifestOf(), files: manifestOf().files.slice(1) }) ?? tarEnd),
    ],
    ['no sums', (parts) => parts.delete('SHA256SUMS')],
    ['padding that is not all zeros', (parts) => parts.set('padding', Buffer.alloc(70_000, 1))],
    [
      'a letter at the end of its padding',
      (parts) => parts.set('padding', Buffer.concat([Buffer.alloc(1000), Buffer.from('x')])),
    ],
    ['padding longer than any is', (parts) => parts.set('padding', Buffer.alloc(1_000_000))],
    ['a name that its manifest does not know', (parts) => parts.set('more', Buffer.from('x'))],
    [
      'a file left out',
      (parts) => parts.delete([...parts.keys()].find((name) => name.startsWith('files/')) ?? ''),
    ],
    [
      'a member behind its padding',
      (parts) => {
        const [name, content] = [...parts].find(([each]) => each.startsWith('files/')) ?? ['', tarEnd];
        parts.delete(name);
        parts.set(name, content);
      },
    ],
    [
      'its manifest in second place',
      (parts) => {
        const manifest = parts.get('manifest.json') ?? tarEnd;
        parts.delete('manifest.json');
        parts.set('manifest.json', manifest);
      },
    ],
  ])('is refused with %s', async (_what, edit) => {
    const before = await everything(made.receiver);
    await byHand(edit);
    expect(await codeOf(() => receive(made, path))).toBe('package-damaged');
    expect(await everything(made.receiver)).toEqual(before);
  });

  it.each<readonly [string, (manifest: Manifest) => object]>([
    ['is for somebody else', (manifest) => ({ ...manifest, recipients: [manifest.sender.recipient] })],
    ['is for nobody', (manifest) => ({ ...manifest, recipients: [] })],
    [
      'names one office twice',
      (manifest) => ({ ...manifest, recipients: [...manifest.recipients, ...manifest.recipients] }),
    ],
    [
      'is for a key and a passphrase',
      (manifest) => ({ ...manifest, recipients: [...manifest.recipients, 'passphrase'] }),
    ],
    ['is for whoever was told a passphrase', (manifest) => ({ ...manifest, recipients: ['passphrase'] })],
    [
      'names one recipient as earlier formats did',
      ({ recipients, ...manifest }) => ({ ...manifest, recipient: recipients[0] }),
    ],
    ['says that it is of an earlier format', (manifest) => ({ ...manifest, format: 5 })],
  ])('is refused where its manifest %s', async (_what, change) => {
    const before = await everything(made.receiver);
    await byHand(() => undefined, change);
    expect(await codeOf(() => receive(made, path))).toBe('package-damaged');
    expect(await everything(made.receiver)).toEqual(before);
  });

  it('of the next format is told from a damaged one', async () => {
    await byHand(
      () => undefined,
      (manifest) => ({ ...manifest, format: 7 }),
    );
    expect(await codeOf(() => receive(made, path))).toBe('package-newer');
  });

  it('is refused with a file, or rows, that no record is about', async () => {
    const before = await everything(made.receiver);
    for (const [prefix, ending] of [
      ['files/', ''],
      ['messages/', '.jsonl'],
    ] as const) {
      const content = Buffer.from('{"a":1}\n');
      const name = `${prefix}${createHash('sha256').update(content).digest('hex')}${ending}`;
      await writeMembers(
        path,
        new Map([...members, [name, content]]),
        made.sender.context,
        made.receiver.context,
      );
      expect(await codeOf(() => receive(made, path))).toBe('package-damaged');
      expect(await everything(made.receiver)).toEqual(before);
    }
  });

  it('has a length that says nothing of its last kilobytes', () => {
    const bytes = [...members].reduce(
      (sum, [, content]) => sum + 512 + Math.ceil(content.length / 512) * 512,
      1024,
    );
    expect(bytes).toBe(paddedBytes(bytes));
    expect(bytes % 4096).toBe(0);
  });

  it('opens in each of the offices that it was sealed for, and in no other', async () => {
    const [second, stranger] = [await makeTestVault({ officeName: 'West office' }), await makeTestVault()];
    await meet(made.sender.context, second.context);
    const keys = [made.receiver, second].map(({ context }) => ensureOfficeKeys(context));
    const recipients = (await Promise.all(keys)).map(({ office }) => office.recipient);
    const lock = { type: 'recipients' as const, recipients };
    const input = { caseId: made.caseId, path, lock, purpose: 'copy' as const };
    const unknown = (await ensureOfficeKeys(stranger.context)).office.recipient;
    const withStranger = { ...input, lock: { ...lock, recipients: [...recipients, unknown] } };
    expect(await codeOf(() => writePackage(made.sender.context, withStranger, control))).toBe(
      'office-not-compared',
    );
    const twoCount = { ...input, purpose: 'handover' as const };
    expect(await codeOf(() => writePackage(made.sender.context, twoCount, control))).toBe('invalid-input');
    await writePackage(made.sender.context, input, control);
    expect(listTransfers(made.sender.context)[0]).toMatchObject({
      partner: { name: 'South office' },
      alsoFor: [{ name: 'West office' }],
    });
    const open = ({ context }: typeof second) =>
      openPackage(context, { path, passphrase: null, seen: null }, control);
    expect(await codeOf(() => open(stranger))).toBe('package-wrong-key');
    expect(await codeOf(() => open(made.receiver))).toBe('no error');
    expect(await codeOf(() => open(second))).toBe('no error');
    await second.close();
    await stranger.close();
  });
});
