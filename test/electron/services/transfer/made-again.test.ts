import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { readPicturesAgain } from '../../../../electron/services/evidence/bundle-copy/make-all';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { readTexts, waitingForText } from '../../../../electron/services/evidence/read-again/read-texts';
import { readDerivative } from '../../../../electron/services/items/item-rows';
import { withoutDescriptor } from '../../../../electron/services/likeness/descriptor-rows';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { filledCase } from '../../../helpers/filled-vault';
import { jpegOf } from '../../../helpers/lying-pictures';
import { meet } from '../../../helpers/offices';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { pretendLab } from '../evidence/setting';
import { control, rowsOf } from './setting';

let folder: string;
let north: TestVault;
let south: TestVault;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-made-'));
  north = await makeTestVault({ officeName: 'North office', lab: pretendLab().lab });
  south = await makeTestVault({ officeName: 'South office', lab: pretendLab().lab });
  await meet(north.context, south.context);
});
afterAll(async () => {
  await Promise.all([north.close(), south.close()]);
  await rm(folder, { recursive: true, force: true });
});

it('what can be worked out of a file is worked out by whoever takes it in, and nothing else of it anew', async () => {
  const { id: caseId } = await caseHandlers(north.context)['cases.create'](filledCase);
  const paths = [join(folder, 'a letter.txt'), join(folder, 'a picture.jpg')];
  await writeFile(paths[0] ?? '', 'He waited outside the school again.\n');
  await writeFile(paths[1] ?? '', jpegOf({ orientation: 1 }));
  const { id } = await evidenceHandlers(north.context)['evidence.import']({ caseId, paths });
  await north.context.jobs.ended(id);
  expect(rowsOf(north, 'text_pages', ['id', 'at'])).toHaveLength(1);

  const { recipient } = await transferHandlers(south.context)['transfer.office']({});
  const path = join(folder, 'case.hfcase');
  const lock = { type: 'recipient', recipient } as const;
  await writePackage(north.context, { caseId, path, lock, purpose: 'copy' }, control);
  await openPackage(south.context, { path, passphrase: null, seen: null }, control);
  for (const table of ['text_pages', 'derivatives', 'picture_prints'])
    expect(rowsOf(south, table), table).toEqual([]);
  expect(withoutDescriptor(south.context)).toHaveLength(1);
  expect(rowsOf(south, 'text_queue')).toHaveLength(1);

  const before = ['evidence', 'facts', 'inside', 'record_versions'].map((table) => rowsOf(south, table));
  await readTexts(south.context, waitingForText(south.context), control.signal);
  expect(waitingForText(south.context)).toEqual([]);
  expect(rowsOf(south, 'text_pages', ['id', 'at'])).toEqual(rowsOf(north, 'text_pages', ['id', 'at']));
  expect(['evidence', 'facts', 'inside', 'record_versions'].map((table) => rowsOf(south, table))).toEqual(
    before,
  );

  await readPicturesAgain(south.context, control);
  const [picture] = south.context.db
    .prepare("SELECT id FROM evidence WHERE kind = 'image'")
    .pluck()
    .all() as string[];
  // What is shown was drawn here: the other office has one of its own, which stays there.
  const shown = (office: TestVault) => readDerivative(office.context, picture ?? '', 'thumb')?.file.id;
  expect(shown(south)).toBeDefined();
  expect(shown(south)).not.toBe(shown(north));
  const parts = async ({ context }: TestVault) =>
    (await transferHandlers(context)['case.digest']({ id: caseId })).parts;
  expect(await parts(south)).toEqual(await parts(north));
});
