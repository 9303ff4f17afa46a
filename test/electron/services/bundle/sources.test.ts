import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBundleItems, readPrinted } from '../../../../electron/services/bundle/sources';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { insertRedaction } from '../../../../electron/services/redaction/rows';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { insertFile } from '../../../../electron/services/items/file-rows';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.close());

const none = {
  ...bundleSettingsSchema.parse({}),
  recipient: null,
  title: 'Bundle',
  courtCase: '',
  includeChronology: false,
  includePatterns: false,
  itemIds: [] as string[],
};

it('prints the newest redacted copy of an exhibit in its own size and by its name, and its original only where that was chosen', async () => {
  const { context } = made;
  const { id: caseId } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'RED-1' });
  const item = await addItem(made.vault, caseId, 1, randomBytes(100), 'shot.png');
  const options = { ...none, itemIds: [item] };
  context.db
    .prepare(
      "UPDATE evidence SET kind = 'image', preview = 'ready', preview_reason = NULL, width = 9, height = 9 WHERE id = ?",
    )
    .run(item);
  expect(readBundleItems(context, caseId, { ...options, itemIds: [] })).toEqual([]);
  options.itemIds = [item];
  expect(readBundleItems(context, caseId, options)).toMatchObject([
    { redactedId: null, pictures: [{ width: 9, height: 9 }] },
  ]);

  const copies = [Buffer.from('first copy'), Buffer.from('second copy')];
  for (const [index, bytes] of copies.entries()) {
    const file = await context.files.write([bytes]);
    const redaction = {
      id: context.newId(),
      itemId: item,
      mime: 'image/png' as const,
      parentSha256: 'a'.repeat(64),
      boxes: [
        { page: 1, x: 0, y: 0, width: 0.5, height: 0.5, reason: 'child' as const, note: '', words: '' },
      ],
      made: { operations: [], turned: true, pages: [{ width: 7, height: 5 + index, points: null }] },
      checks: [],
    };
    context.act({ action: 'redaction.make', subject: item }, () => {
      insertFile(context, file);
      insertRedaction(context, caseId, redaction, file);
    });
  }

  const [printed] = readBundleItems(context, caseId, options);
  if (printed === undefined) throw new Error('the exhibit is gone');
  expect(printed.pictures).toMatchObject([{ width: 7, height: 6 }]);
  expect(printed.title).toMatch(/\(redacted copy\)$/);
  const { file, mime } = readPrinted(context, printed);
  expect(mime).toBe('image/png');
  expect((await context.files.readAll(file)).toString()).toBe('second copy');

  const [original] = readBundleItems(context, caseId, { ...options, unredacted: [item] });
  if (original === undefined) throw new Error('the exhibit is gone');
  expect(original).toMatchObject({ redactedId: null, pictures: [{ width: 9, height: 9 }] });
  expect(original.title).not.toMatch(/redacted/);
  expect((await context.files.readAll(readPrinted(context, original).file)).length).toBe(100);
});

it('shows no exhibit that nobody asked for: none means none', async () => {
  const { context } = made;
  const { id: caseId } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'NONE-1' });
  const first = await addItem(made.vault, caseId, 1, randomBytes(100), 'a.png');
  await addItem(made.vault, caseId, 2, randomBytes(100), 'b.png');
  expect(readBundleItems(context, caseId, none)).toEqual([]);
  const only = readBundleItems(context, caseId, { ...none, itemIds: [first] });
  expect(only.map(({ id }) => id)).toEqual([first]);
});
