import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { exportCommand } from '../../../../electron/cli/export';
import { runImport } from '../../../../electron/services/evidence/import-job';
import { readItem, readOriginal } from '../../../../electron/services/items/item-rows';
import { readShown } from '../../../../electron/services/items/shown-as';
import { pagesHandlers } from '../../../../electron/services/pages/handlers';
import type { ImportResult } from '../../../../shared/models/evidence';
import { fixturePdf, useDecoderOfPackage } from '../../../helpers/pdfium';
import { pdfLab } from '../../../helpers/pdf-lab';
import { testPassphrase } from '../../../helpers/test-vault';
import { makeTwoOffices } from '../../../helpers/two-offices';
import type { TwoOffices } from '../../../helpers/two-offices';

beforeAll(useDecoderOfPackage);

const password = 'Blue Door 7';
let offices: TwoOffices;
let folder = '';
let id = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-pages-'));
  const { lab, textLab } = pdfLab();
  offices = await makeTwoOffices(2, { lab, textLab });
  const path = join(folder, 'letter.pdf');
  await writeFile(path, fixturePdf('locked/aes-256.pdf'));
  const { context } = offices.north;
  const results: ImportResult[] = [];
  const job = context.jobs.start('import', offices.caseId, async (control) => {
    await runImport(context, offices.caseId, [path], control, results);
    return { resultId: offices.caseId };
  });
  await context.jobs.ended(job.id);
  id = results[0]?.itemId ?? '';
  await pagesHandlers(context)['pages.open']({ id, password });
  await pagesHandlers(context)['pages.turn']({ id, turns: [{ page: 2, by: 90 }] });
});
afterEach(async () => {
  await offices.close();
  await rm(folder, { recursive: true, force: true });
});

it('an opened PDF is open, and lies as it was turned, in the office that gets the case', async () => {
  await offices.send();
  const { context } = offices.south;
  const state = await pagesHandlers(context)['pages.state']({ id });
  expect(state).toMatchObject({ locked: 'no', opened: {}, turns: [{ page: 2, by: 90 }] });
  expect(readItem(context, id)).toMatchObject({ preview: 'ready', pages: 2 });
  expect(readShown(context, id).id).not.toBe(readOriginal(context, id).id);
  expect(await context.files.readAll(readOriginal(context, id))).toEqual(fixturePdf('locked/aes-256.pdf'));
});

it('unpacked without the app, its password is written out nowhere', async () => {
  const out = join(folder, 'out');
  expect(
    await exportCommand({ folder: offices.north.folder, out, secret: testPassphrase }, () => undefined),
  ).toBe(0);
  const files = await readdir(out, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files.filter((each) => each.isFile()).map((each) => readFile(join(each.parentPath, each.name), 'latin1')),
  );
  expect(texts.join('\n')).toContain('"pdf-password"');
  expect(texts.join('\n')).not.toContain(password);
});
