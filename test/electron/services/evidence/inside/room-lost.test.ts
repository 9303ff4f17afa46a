import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReadingRoom } from '../../../../../electron/vault/api';
import { readItems } from '../../../../../electron/services/items/item-rows';
import { takeTable } from '../../../../../electron/services/chronology/take-table';
import { codeOf } from '../../../../helpers/code-of';
import { emlOf } from '../../../../helpers/evidence-fixtures';
import { nodeRoom } from '../../../../helpers/node-room';
import { makeSetting, pretendLab } from '../setting';
import type { Setting } from '../setting';

let setting: Setting;
afterEach(() => setting.end());

/** A room that is lost so often, with whoever sits there, in the middle of a reading or where a file is only told. */
function shakyRoom(times: number, where: 'reading' | 'telling'): ReadingRoom {
  const room = nodeRoom();
  let left = times;
  return {
    sit: (what, listener) => {
      const line = room.sit(what, listener);
      if ((what === 'identify') !== (where === 'telling')) return line;
      const loses = where === 'telling' ? 'start' : 'answer';
      return {
        leave: () => {
          line.leave();
        },
        post: (message) => {
          const { type } = message as { readonly type: string };
          if (left === 0 || type !== loses) {
            line.post(message);
            return;
          }
          left -= 1;
          line.leave();
          listener.lost('all');
        },
      };
    },
  };
}

async function take(readers: ReadingRoom) {
  setting = await makeSetting({ lab: pretendLab().lab, readers });
  await setting.put('warning.eml', emlOf());
  const { results } = await setting.take();
  const items = readItems(setting.vault.context, setting.caseId, 'exhibit');
  return { results, items, names: items.map(({ fileName }) => fileName).sort() };
}
const whole = ['photo.png', 'pic.gif', 'warning.eml'];

describe('a reading room that is lost', () => {
  it.each([1, 2])(
    '%i times in the middle of a file is no fault of the file, and nothing comes in twice',
    async (times) => {
      const { items, names, results } = await take(shakyRoom(times, 'reading'));
      expect(names).toEqual(whole);
      expect(items.map(({ reading }) => reading)).toContain('done');
      expect(items.map(({ reading }) => reading)).not.toContain('failed');
      expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored']);
    },
  );

  it('again and again by the same file is told of that file, which is kept', async () => {
    const { items, names } = await take(shakyRoom(3, 'reading'));
    expect(names).toEqual(['warning.eml']);
    expect(items[0]).toMatchObject({ reading: 'failed', readingReason: 'unreadable-file' });
  });

  it('where a file is told what it is asks again, and keeps a file that nobody could tell as what it is', async () => {
    expect((await take(shakyRoom(2, 'telling'))).names).toEqual(whole);
    await setting.end();
    const { items } = await take(shakyRoom(3, 'telling'));
    expect(items.find(({ fileName }) => fileName === 'warning.eml')).toMatchObject({
      kind: 'other',
      preview: 'failed',
      previewReason: 'unreadable-file',
    });
  });

  it('is no fault of a table either, which is taken in the next one', async () => {
    setting = await makeSetting();
    await setting.put('table.csv', 'Date,What\n13/03/2024,He waited\n');
    const path = join(setting.folder, 'table.csv');
    expect(await takeTable({ readers: shakyRoom(2, 'reading') }, { path })).toMatchObject({
      kind: 'table',
      rows: [
        ['Date', 'What'],
        ['13/03/2024', 'He waited'],
      ],
    });
    expect(await codeOf(takeTable({ readers: shakyRoom(3, 'reading') }, { path }))).toBe('unreadable-file');
  });
});
