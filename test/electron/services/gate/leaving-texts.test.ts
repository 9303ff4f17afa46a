import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { gateHandlers } from '../../../../electron/services/gate/handlers';
import { insertFile } from '../../../../electron/services/items/file-rows';
import { recordHandlers } from '../../../../electron/services/records/handlers';
import { redactionHandlers } from '../../../../electron/services/redaction/handlers';
import { insertRedaction } from '../../../../electron/services/redaction/rows';
import { storePage } from '../../../../electron/services/text/page-rows';
import { recordRules } from '../../../../electron/vault-process/record-rules';
import { correctionKind } from '../../../../shared/records/text-correction';
import type { LeavingRequest } from '../../../../shared/models/leaving-gate';
import type { RedactionBox } from '../../../../shared/models/redaction';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
let item: string;
beforeEach(async () => {
  made = await makeTestVault();
  ({ id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase));
  item = await addItem(made.vault, caseId, 1, Buffer.from('a page'));
  for (const text of ['Juniper', 'Heron Walk'])
    await recordHandlers(made.context, recordRules)['records.create']({
      ...{ caseId, kind: 'protected' },
      body: { what: 'words', text, whose: '', place: null },
    });
});
afterEach(() => made.close());

const width = 200;
const height = 100;
/** Words of a page of 200 by 100, each of them 40 by 10, as the reading of text keeps them: at these places from the top left. */
const readOff = (page: number, words: readonly (readonly [text: string, x: number, y: number])[]): void => {
  storePage(made.context, item, page, {
    ...{ source: 'ocr', width, height, engine: 'test', languages: 'eng' },
    words: words.map(([text, x, y], line) => ({ text, x, y, w: 40, h: 10, confidence: 90, line })),
  });
};
/** A box that lies a little over the word at this place. */
const over = (x: number, y: number, more: Partial<RedactionBox> = {}): RedactionBox => ({
  ...{ page: 1, reason: 'client-address', note: '', words: '' },
  ...{ x: (x - 1) / width, y: (y - 1) / height, width: 42 / width, height: 12 / height },
  ...more,
});
/** A copy as it is kept once it was made and read back. Gives its id. */
async function keepCopy(...boxes: RedactionBox[]): Promise<string> {
  const { context } = made;
  const file = await context.files.write([Buffer.from('a copy')]);
  const id = context.newId();
  context.act({ action: 'redaction.make', subject: item }, () => {
    insertFile(context, file);
    const copy = { id, itemId: item, mime: 'image/png', parentSha256: 'a'.repeat(64), boxes } as const;
    const pages = [{ width, height, points: null }];
    insertRedaction(
      context,
      caseId,
      { ...copy, made: { operations: [], turned: true, pages }, checks: [] },
      file,
    );
  });
  return id;
}

const asOriginal = (): LeavingRequest => ({
  ...{ output: 'copy', caseId, itemId: item, form: 'original', redactionId: null, recipient: 'police' },
});
const asCopy = (redactionId: string | null = null): LeavingRequest => ({
  ...{ output: 'copy', caseId, itemId: item, form: 'redacted', redactionId, recipient: 'police' },
});
const asBundle = (unredacted: string[] = []): LeavingRequest => ({
  ...{ output: 'bundle', caseId, recipient: 'police', itemIds: [item], unredacted },
  ...{ rowsOf: {}, coverSheets: [], proceedingsId: null, view: null, includeChronology: false, words: [] },
  ...{ profile: 'general-2021', profileVersion: null, copies: {} },
});
/** What of the protected list is found, and where. */
async function found(request: LeavingRequest): Promise<readonly string[]> {
  const { decide } = await gateHandlers(made.context)['leaving.check']({ request });
  return decide
    .filter(({ code }) => code === 'protected-words')
    .map(({ protectedText, places }) => `${protectedText}: ${places.join()}`);
}

describe('what a redacted copy still shows', () => {
  it('is not a word that lies under a box', async () => {
    readOff(1, [
      ['To', 10, 20],
      ['Juniper,', 60, 20],
    ]);
    await keepCopy(over(60, 20));
    expect(await found(asOriginal())).toEqual(['Juniper: page 1']);
    expect(await found(asCopy())).toEqual([]);
    expect(await found(asBundle())).toEqual([]);
    // Somebody chose the original for the bundle, so what is covered in the copy is looked for.
    expect(await found(asBundle([item]))).toEqual(['Juniper: page 1']);
  });

  it('is the same word elsewhere on the page, beside a box, and on a page without one', async () => {
    readOff(1, [
      ['Juniper', 60, 20],
      ['juniper', 60, 50],
    ]);
    readOff(2, [['Juniper', 60, 20]]);
    await keepCopy(over(60, 20));
    expect(await found(asCopy())).toEqual(['Juniper: page 1,page 2']);
    await keepCopy(over(60, 20), over(60, 50));
    expect(await found(asCopy())).toEqual(['Juniper: page 2']);
    await keepCopy(over(60, 20), over(60, 50), over(60, 20, { page: 2 }));
    expect(await found(asCopy())).toEqual([]);
  });

  it('may be a word that somebody put right: where a box lies on its page, only a person can see whether it is covered', async () => {
    readOff(1, [['Juniqer', 60, 20]]);
    readOff(2, [['Herom', 60, 20]]);
    for (const [page, text] of ['Juniper', 'Heron Walk'].entries())
      made.context.act({ action: 'test', subject: item }, () => {
        const body = { itemId: item, page: page + 1, text };
        made.context.records.say(correctionKind.kind, { caseId, body });
      });
    await keepCopy(over(60, 20));
    expect(await found(asCopy())).toEqual([
      'Juniper: page 1, as somebody corrected it: see that it is covered',
      'Heron Walk: page 2',
    ]);
  });

  it('is a word of which a box leaves more than half in sight', async () => {
    readOff(1, [['Juniper', 60, 20]]);
    await keepCopy(over(82, 20));
    expect(await found(asCopy())).toEqual(['Juniper: page 1']);
  });

  it('is what is printed in a box, on a page whose words were read and on one of which none were', async () => {
    readOff(1, [['Door', 60, 20]]);
    await keepCopy(over(60, 20, { words: 'was Heron Walk' }), over(60, 20, { page: 3, words: 'Juniper' }));
    expect([...(await found(asCopy()))].sort()).toEqual(['Heron Walk: page 1', 'Juniper: page 3']);
    expect([...(await found(asBundle()))].sort()).toEqual(['Heron Walk: page 1', 'Juniper: page 3']);
  });

  it('goes by the boxes of the copy that goes: of an older one by its own, and otherwise of the newest', async () => {
    readOff(1, [
      ['Juniper', 60, 20],
      ['Door', 60, 50],
    ]);
    const older = await keepCopy(over(60, 50));
    const newer = await keepCopy(over(60, 20), over(60, 50));
    expect(await found(asCopy(older))).toEqual(['Juniper: page 1']);
    expect(await found(asCopy(newer))).toEqual([]);
    expect(await found(asCopy())).toEqual([]);
    expect(await found(asBundle())).toEqual([]);
    await keepCopy(over(60, 50));
    expect(await found(asBundle())).toEqual(['Juniper: page 1']);
    expect(await found(asCopy(newer))).toEqual([]);
  });
});

it('a phrase that is to be covered is found where it was read', async () => {
  readOff(2, [
    ['Heron', 60, 20],
    ['Walk', 110, 20],
  ]);
  const find = redactionHandlers(made.context)['redaction.find'];
  const { places, pagesRead } = await find({ itemId: item, phrase: 'heron walk' });
  expect(pagesRead).toBe(1);
  expect(places.map(({ page }) => page)).toEqual([2]);
});
