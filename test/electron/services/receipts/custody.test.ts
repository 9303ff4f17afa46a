import { join } from 'node:path';
import { expect, it } from 'vitest';
import { custodyHtml } from '../../../../electron/services/receipts/custody-html';
import { readCustody } from '../../../../electron/services/receipts/custody';
import { readReceipt } from '../../../../electron/services/receipts/read-receipt';
import { wipePackage } from '../../../../electron/services/receipts/wipe';
import { writeReceipt } from '../../../../electron/services/receipts/write-receipt';
import { openHandlers } from '../../../../electron/vault-process/open-handlers';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { codeOf } from '../../../helpers/code-of';
import { meet } from '../../../helpers/offices';
import type { TestVault } from '../../../helpers/test-vault';
import { control, lockFor, pack, passphrase, takeIn, useOffices } from './setting';

const offices = useOffices();
const at = (name: string) => join(offices.folder, name);
const officeOf = async (name: 'north' | 'south') =>
  transferHandlers(offices[name].context)['transfer.office']({});

it('the custody of a case names each package with its office, receipt and both heads, in both offices', async () => {
  const { north, south, caseId } = offices;
  const sent = await pack(offices, await lockFor(south), { purpose: 'handover' });
  const { id } = await takeIn(offices, south);
  const written = await writeReceipt(south.context, { id, path: at('receipt.txt') });
  await readReceipt(north.context, at('receipt.txt'));
  await pack(offices, { type: 'passphrase', passphrase }, { name: 'second.hfcase' });
  await wipePackage(north.context, { id: sent.id, path: at('case.hfcase'), givenUp: false }, control);
  const [first, second] = (await readCustody(north.context, caseId)).steps;
  expect(first).toMatchObject({
    ...{ direction: 'out', by: 'Test advocate', purpose: 'handover', sealed: 'key', sha256: sent.sha256 },
    office: { name: 'South office', fingerprint: (await officeOf('south')).fingerprint },
    theirHead: written.recordHead,
    wiped: { by: 'Test advocate' },
  });
  expect(second).toMatchObject({ office: null, sealed: 'passphrase', receipts: [], theirHead: null });
  const [came] = (await readCustody(south.context, caseId)).steps;
  expect(came).toMatchObject({
    ...{ direction: 'in', packageId: sent.packageId, sealed: 'key', sha256: sent.sha256 },
    office: { name: 'North office', isCompared: true, fingerprint: (await officeOf('north')).fingerprint },
    // What north wrote down as its head is what south holds it to.
    theirHead: first?.ourHead,
  });
  const page = custodyHtml(await readCustody(north.context, caseId), { at: 'now', version: '1' });
  expect(page).toContain('Handed over to South office');
  expect(page).toContain('Received by South office on ');
  expect(page).toContain('A copy went to whoever was told the passphrase');
  expect(page).toContain('No receipt has been read here');
  for (const word of [first?.ourHead, written.recordHead, sent.sha256])
    expect(page).toContain((word ?? 'none').match(/.{8}/g)?.join(' '));
});

it('a case that went nowhere says so, and one that is not here is not found', async () => {
  const { north, south, caseId } = offices;
  expect((await readCustody(north.context, caseId)).steps).toEqual([]);
  expect(custodyHtml(await readCustody(north.context, caseId), { at: 'now', version: '1' })).toContain(
    'neither left this office nor come from another',
  );
  expect(await codeOf(() => readCustody(south.context, caseId))).toBe('not-found');
});

it('the paper waits at the gate where an office it names is on the protected list', async () => {
  const { north, south, caseId } = offices;
  await pack(offices, await lockFor(south));
  const { context } = north;
  const handlers = openHandlers(north.vault, context.jobs, {} as never);
  const protect = (words: string) => {
    context.act({ action: 'test', subject: null }, () => {
      context.records.create('protected', {
        ...{ id: context.newId(), caseId },
        body: { what: 'name', text: words, whose: '', place: null },
      });
    });
  };
  const print = () =>
    codeOf(async () => handlers['transfer.printCustody']({ caseId, target: at('paper.pdf') }));
  // There is no Chromium here: past the gate it ends at the typesetting.
  expect(await print()).toBe('runtime-unsupported');
  protect('South office');
  expect(await print()).toBe('leaving-undecided');
});

it('a part that was sealed for two offices names both, and the paper waits where one of them is protected', async () => {
  const { north, south, impostor, caseId } = offices;
  await transferHandlers(impostor.context)['transfer.nameOffice']({ name: 'West refuge' });
  await meet(north.context, impostor.context);
  const keyOf = async ({ context: of }: TestVault) =>
    (await transferHandlers(of)['transfer.office']({})).recipient;
  const recipients = [await keyOf(south), await keyOf(impostor)];
  const note = { basis: 'consent', reason: 'By phone on 3 November.', slots: null } as const;
  const asked = { caseId, path: at('case.hfcase'), lock: { type: 'recipients', recipients }, note } as const;
  await writePackage(north.context, { ...asked, purpose: 'copy' }, control);
  const custody = await readCustody(north.context, caseId);
  expect(custody.steps[0]).toMatchObject({
    ...{ office: { name: 'South office' }, note, alsoFor: [{ name: 'West refuge' }] },
  });
  const page = custodyHtml(custody, { at: 'now', version: '1' });
  expect(page).toContain('Also sealed for');
  expect(page).toContain('West refuge');
  // Why it could go is the office's own to know; the paper may lie before the other side.
  expect(page).not.toContain(note.reason);
  const { context } = north;
  context.act({ action: 'test', subject: null }, () => {
    context.records.create('protected', {
      ...{ id: context.newId(), caseId },
      body: { what: 'name', text: 'West refuge', whose: '', place: null },
    });
  });
  const handlers = openHandlers(north.vault, context.jobs, {} as never);
  const print = async () => handlers['transfer.printCustody']({ caseId, target: at('paper.pdf') });
  expect(await codeOf(print)).toBe('leaving-undecided');
});
