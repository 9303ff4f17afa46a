import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageJoins } from '../../../../shared/domain/acts/joined-chains';
import { verifyExtract } from '../../../../shared/domain/acts/verify-extract';
import type { RecordedAct } from '../../../../shared/models/acts';
import { extractCase } from '../../../../electron/vault/act-extract';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { filledCase } from '../../../helpers/filled-vault';
import { meet } from '../../../helpers/offices';
import { makeEarlierVault } from '../../../helpers/earlier-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };

let sender: TestVault;
let receiver: TestVault;
let folder: string;
let caseId: string;

beforeAll(async () => {
  sender = (await makeEarlierVault()).vault;
  receiver = await makeTestVault({ officeName: 'South office' });
  await meet(sender.context, receiver.context);
  folder = await mkdtemp(join(tmpdir(), 'holdfast-joined-'));
  caseId = (await caseHandlers(sender.context)['cases.create'](filledCase)).id;
  const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
  const path = join(folder, 'case.hfcase');
  // The app goes on while a package is written: its head is the one of the moment whose rows are in it.
  const working = {
    ...control,
    progress: () => sender.context.act({ action: 'test.meanwhile', subject: null }, () => undefined),
  };
  await writePackage(
    sender.context,
    { caseId, path, lock: { type: 'recipient', recipient }, purpose: 'copy' },
    working,
  );
  await openPackage(receiver.context, { path, passphrase: null, seen: null }, control);
});
afterAll(async () => {
  await Promise.all([sender.close(), receiver.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** The acts of the case in a vault's record, from an extract that holds by these heads. */
function actsOf(vault: TestVault, known: readonly string[]): readonly RecordedAct[] {
  const verdict = verifyExtract(extractCase(vault.context.db, caseId), known, sha256);
  if (!verdict.holds) throw new Error(verdict.problem);
  return verdict.shown;
}

it('the record of whoever takes a case in holds the office that sent it to the record it had then', () => {
  const received = actsOf(receiver, [receiver.context.auditHead()]);
  expect(received.map(({ action }) => action)).toEqual(['transfer.import']);
  const [taken] = packageJoins(received);
  expect(taken).toMatchObject({ direction: 'in', seq: received[0]?.seq });

  const sent = actsOf(sender, taken === undefined ? [] : [taken.head]);
  expect(sent.map(({ action }) => action)).toEqual(['case.create', 'transfer.export']);
  expect(packageJoins(sent)).toEqual([{ ...taken, direction: 'out', seq: sent[1]?.seq }]);
});

it('a sender who writes the record anew is found out by the head that the receiver keeps', async () => {
  const [taken] = packageJoins(actsOf(receiver, []));
  const copy = await makeTestVault({ officeName: 'North office' });
  const { id } = await caseHandlers(copy.context)['cases.create'](filledCase);
  const forged = extractCase(copy.context.db, id);
  await copy.close();
  expect(verifyExtract(forged, [], sha256)).toMatchObject({ holds: true, vouchedTo: 0 });
  expect(verifyExtract(forged, [taken?.head ?? ''], sha256)).toMatchObject({ problem: 'known-head-missing' });
});
