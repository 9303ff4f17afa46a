import { afterEach, describe, expect, it } from 'vitest';
import {
  makeCopies,
  startMakingCopies,
} from '../../../../../electron/services/evidence/bundle-copy/make-all';
import { bundlePicture } from '../../../../../electron/services/evidence/bundle-copy/make-copy';
import { HoldfastError } from '../../../../../shared/errors';
import { smallGif } from '../../../../helpers/evidence-fixtures';
import { png } from '../files';
import { expectNoLooseFiles, filesOnDisk, makeSetting, pretendLab } from '../setting';
import type { Setting } from '../setting';

let setting: Setting;
afterEach(() => setting.end());

const waiting = (): unknown[] =>
  setting.vault.context.db.prepare('SELECT failed FROM bundle_copies_wanted').pluck().all();
const renditions = (): number =>
  Number(
    setting.vault.context.db
      .prepare("SELECT count(*) FROM derivatives WHERE kind = 'rendition'")
      .pluck()
      .get(),
  );

async function makeAll(): Promise<void> {
  const { context } = setting.vault;
  const { id } = context.jobs.start('copies', null, async (control) => {
    await makeCopies(context, control);
    return { resultId: null };
  });
  await context.jobs.ended(id);
}

describe('a picture that cannot go into a bundle as it is', () => {
  it('goes in at once, and gets its copy when nobody waits', async () => {
    const { lab, asked } = pretendLab();
    setting = await makeSetting({ lab });
    await setting.put('moving.gif', smallGif);
    await setting.put('plain.png', png());
    await setting.take();
    expect(asked.every((request) => request.type !== 'image' || request.rendition === null)).toBe(true);
    expect(waiting()).toEqual([null]);
    expect(renditions()).toBe(0);

    const files = await filesOnDisk(setting);
    await makeAll();
    expect(waiting()).toEqual([]);
    expect(renditions()).toBe(1);
    expect(await filesOnDisk(setting)).toBe(files + 1);
    expect(asked.filter((request) => request.type === 'image' && request.rendition !== null)).toHaveLength(1);
  });

  it('gets it on the spot where a bundle needs it first, and only once', async () => {
    const { lab, asked } = pretendLab();
    setting = await makeSetting({ lab });
    await setting.put('moving.gif', smallGif);
    const [result] = (await setting.take()).results;
    const itemId = result?.itemId ?? '';
    const both = await Promise.all([
      bundlePicture(setting.vault.context, itemId),
      bundlePicture(setting.vault.context, itemId),
    ]);
    expect(both.map(({ bytes, mime }) => [bytes.toString('hex'), mime])).toEqual([
      ['09', 'image/png'],
      ['09', 'image/png'],
    ]);
    expect(renditions()).toBe(1);
    expect(waiting()).toEqual([]);
    await expectNoLooseFiles(setting);
    const before = asked.length;
    await bundlePicture(setting.vault.context, itemId);
    expect(asked).toHaveLength(before);
  });

  it('leaves nothing behind where it was erased meanwhile', async () => {
    const { lab } = pretendLab((request) => {
      if (request.type === 'image' && request.rendition !== null)
        setting.vault.context.db.exec('DELETE FROM evidence');
    });
    setting = await makeSetting({ lab });
    await setting.put('moving.gif', smallGif);
    await setting.take();
    await makeAll();
    expect(renditions()).toBe(0);
    expect(waiting()).toEqual([]);
    // What is left is what the exhibit had before; erasing its files is not this test's matter.
    await expectNoLooseFiles(setting);
  });

  it('is given up when it is broken, and waits when the lab is not there', async () => {
    let code: 'unreadable-image' | 'unsupported-preview' = 'unsupported-preview';
    const { lab } = pretendLab((request) => {
      if (request.type === 'image' && request.rendition !== null) throw new HoldfastError(code);
    });
    setting = await makeSetting({ lab });
    await setting.put('moving.gif', smallGif);
    await setting.take();
    await makeAll();
    expect(waiting()).toEqual([null]);
    code = 'unreadable-image';
    await makeAll();
    expect(waiting()).toEqual(['unreadable-image']);
    expect(renditions()).toBe(0);
  });

  it('gets it after the import without anybody asking', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    const { context } = setting.vault;
    startMakingCopies(context);
    await setting.put('moving.gif', smallGif);
    await setting.take();
    await expect.poll(() => context.jobs.list().filter(({ kind }) => kind === 'copies').length).toBe(1);
    for (const { id, kind } of context.jobs.list()) if (kind === 'copies') await context.jobs.ended(id);
    expect(renditions()).toBe(1);
  });
});
