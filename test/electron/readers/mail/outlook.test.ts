import { describe, expect, it } from 'vitest';
import { requireSoundCompound } from '../../../../electron/readers/mail/sound-compound';
import { readFile } from '../../../../electron/readers/registry';
import { codeOf } from '../../../helpers/code-of';
import { smallPng } from '../../../helpers/evidence-fixtures';
import { msgOf } from '../../../helpers/msg';
import { collect, memoryFile } from '../collect';

const whole = msgOf({
  ...{ subject: 'Last warning', body: 'I know where you work now.\r\n' },
  ...{ senderName: 'R. Example', senderAddress: 'r.example@mail.example' },
  ...{ to: [{ name: 'Robin', address: 'robin@client.example' }], sent: new Date('2026-03-03T21:00:05Z') },
  attachments: [{ name: 'photo.png', bytes: Buffer.concat([smallPng(), Buffer.alloc(6000, 1)]) }],
});
const sectorAt = (number: number): number => (number + 1) * 512;
const directory = sectorAt(whole.readInt32LE(48));
const table = sectorAt(whole.readInt32LE(76));

/** The file with some of its numbers put otherwise. */
function changed(...numbers: readonly (readonly [at: number, value: number])[]): Buffer {
  const bytes = Buffer.from(whole);
  for (const [at, value] of numbers) bytes.writeInt32LE(value, at);
  return bytes;
}

/** Where the entry of a stream begins: the directory is a chain of sectors. */
function entryOf(isWanted: (size: number) => boolean): number {
  for (let sector = whole.readInt32LE(48); sector >= 0; sector = whole.readInt32LE(table + 4 * sector)) {
    for (const at of [0, 128, 256, 384].map((offset) => sectorAt(sector) + offset)) {
      if (whole.readUInt8(at + 66) === 2 && isWanted(whole.readInt32LE(at + 120))) return at;
    }
  }
  throw new Error('there is no such stream');
}

const rootStart = whole.readInt32LE(directory + 116);
const large = entryOf((size) => size >= 4096);
const small = entryOf((size) => size > 20 && size < 4096);

describe('an e-mail of Outlook', () => {
  it('is read where it is whole', async () => {
    const found = collect();
    await readFile(memoryFile('a.msg', 'email', whole), found.out, null);
    expect(found.pages[1]).toBe('I know where you work now.');
    expect(Object.keys(found.children)).toEqual(['photo.png']);
  });

  it.each<readonly [string, Buffer]>([
    ['bites its own tail with the sectors of its small streams', changed([table + 4 * rootStart, rootStart])],
    [
      'bites its own tail with its directory',
      changed([table + 4 * whole.readInt32LE(48), whole.readInt32LE(48)]),
    ],
    ['says that a small stream is longer than its chain', changed([small + 120, 4000])],
    ['says that a large stream is longer than its chain', changed([large + 120, 2 ** 30])],
    ['has an entry that is its own neighbour', changed([directory + 76, 1], [directory + 128 + 72, 1])],
    ['has two entries that lead to one', changed([directory + 128 + 68, 3], [directory + 128 + 72, 3])],
    [
      'begins with no root',
      Buffer.concat([whole.subarray(0, directory + 66), Buffer.from([0]), whole.subarray(directory + 67)]),
    ],
    ['lists more tables than it has room for', changed([44, 2 ** 30])],
    ['lists more lists of tables than it has room for', changed([44, 3], [72, 2 ** 30])],
    ['has more small tables than it has room for', changed([64, 2 ** 30])],
    ['ends within its header', whole.subarray(0, 300)],
  ])('that %s is given up before it is taken apart', async (_what, bytes) => {
    expect(await codeOf(() => requireSoundCompound(bytes))).toBe('unreadable-file');
    const reading = readFile(memoryFile('a.msg', 'email', bytes), collect().out, null);
    expect(await codeOf(reading)).toBe('unreadable-file');
  });

  it('that was only cut off behind its tables is not given up for that', () => {
    expect(() => requireSoundCompound(whole)).not.toThrow();
    // What is cut off is a part of the attachment, where it lies last.
    const end = sectorAt(whole.readInt32LE(large + 116)) + 512;
    const rest = Math.max(end, directory + 4096, table + 512);
    if (rest < whole.length) expect(() => requireSoundCompound(whole.subarray(0, rest))).not.toThrow();
  });
});
