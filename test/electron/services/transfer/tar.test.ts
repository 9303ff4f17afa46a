import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paddedBytes, paddingBytes, zeros } from '../../../../electron/services/transfer/padding';
import { readTar, tarBytes, wholeMember, writeTar } from '../../../../electron/services/transfer/tar';
import { codeOf } from '../../../helpers/code-of';
import { paxRecord, tarEnd, tarHead, tarMember } from '../../../helpers/hand-made-tar';
import { useTempFolders } from '../../../helpers/temp-folder';

const tempFolder = useTempFolders();

async function* inPieces(bytes: Uint8Array, piece = 700): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}
async function read(...parts: readonly Uint8Array[]): Promise<readonly (readonly [string, string])[]> {
  const members: [string, string][] = [];
  for await (const member of readTar(inPieces(Buffer.concat(parts))))
    members.push([member.name, String(await wholeMember(member, 1e6))]);
  return members;
}
const refused = (...parts: readonly Uint8Array[]): Promise<string> => codeOf(() => read(...parts));
const good = tarMember('manifest.json', '{}');

describe('the tar of a package', () => {
  const members = [
    ['a', 0],
    ['b.json', 1],
    ['files/c', 512],
    ['d', 513],
    ['e', 100_000],
  ] as const;
  const made = async (): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    const content = members.map(([name, bytes]) => ({
      ...{ name, bytes },
      content: inPieces(Buffer.alloc(bytes, name)),
    }));
    for await (const part of writeTar(content, new Date('2026-11-28T10:00:00Z'))) parts.push(part);
    return Buffer.concat(parts);
  };

  it('is read as it was written, has the length that was foretold, and is the same each time', async () => {
    const bytes = await made();
    expect(bytes.length).toBe(tarBytes(members.map(([, length]) => length)));
    expect(await read(bytes)).toEqual(
      members.map(([name, length]) => [name, String(Buffer.alloc(length, name))]),
    );
    expect((await made()).equals(bytes)).toBe(true);
  });

  it('is read by tar, and one that tar has made of plain files is read here', async () => {
    const folder = await tempFolder();
    writeFileSync(join(folder, 'ours.tar'), await made());
    mkdirSync(join(folder, 'out'));
    execFileSync('tar', ['-xf', join(folder, 'ours.tar'), '-C', join(folder, 'out')]);
    for (const [name, length] of members)
      expect(readFileSync(join(folder, 'out', name)).equals(Buffer.alloc(length, name))).toBe(true);
    for (const format of ['gnu', 'ustar']) {
      const names = members.map(([name]) => name);
      execFileSync('tar', [`--format=${format}`, '-cf', '../theirs.tar', ...names], {
        cwd: join(folder, 'out'),
      });
      expect((await read(readFileSync(join(folder, 'theirs.tar')))).map(([name]) => name)).toEqual(names);
    }
  });

  it('says the length of a member of 8 GiB and more as tar does', async () => {
    const bytes = 9 * 1024 ** 3;
    const none = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('enough')) }) };
    const parts: Uint8Array[] = [];
    const writing = async () => {
      for await (const part of writeTar([{ name: 'film', bytes, content: none }], new Date(0)))
        parts.push(part);
    };
    await expect(writing()).rejects.toThrow('enough');
    const head = Buffer.concat(parts);
    const [first] = [await readTar(inPieces(head)).next()];
    expect(first.value).toMatchObject({ name: 'film', bytes });
    const listed = spawnSync('tar', ['-tvf', '-'], { input: head, encoding: 'utf8' }).stdout;
    expect(listed).toContain(` ${bytes} `);
  });
});

describe('a tar that a package would never have is refused', () => {
  it.each<readonly [string, readonly Uint8Array[]]>([
    ['a name that leads out', [tarMember('../evil', 'x')]],
    ['a name that leads out further on', [tarMember('files/../../evil', 'x')]],
    ['a name from the root', [tarMember('/etc/passwd', 'x')]],
    ['a name of another drive', [tarMember('C:\\evil', 'x')]],
    ['a name with nothing between two strokes', [tarMember('files//a', 'x')]],
    ['no name', [tarMember('', 'x')]],
    ['a name with letters behind its end', [tarMember('a\u0000b', 'x')]],
    ['a name that goes on in the field before it', [tarMember({ name: 'b', prefix: 'a' }, 'x')]],
    ['a hard link', [tarMember({ name: 'a', type: '1', target: 'manifest.json' })]],
    ['a soft link', [tarMember({ name: 'a', type: '2', target: '/etc/passwd' })]],
    ['a plain file with the target of a link', [tarMember({ name: 'a', target: 'b' }, 'x')]],
    ['a device of letters', [tarMember({ name: 'a', type: '3' })]],
    ['a device of blocks', [tarMember({ name: 'a', type: '4' })]],
    ['a folder', [tarMember({ name: 'a', type: '5' })]],
    ['a pipe', [tarMember({ name: 'a', type: '6' })]],
    ['a file said to lie in one piece', [tarMember({ name: 'a', type: '7' }, 'x')]],
    ['a file with holes', [tarMember({ name: 'a', type: 'S' }, 'x')]],
    [
      'a longer name of GNU',
      [tarMember({ name: '././@LongLink', type: 'L' }, 'manifest.sig\u0000'), tarMember('a')],
    ],
    [
      'a pax header with another size',
      [tarMember({ name: 'p', type: 'x' }, paxRecord('size', '4')), tarMember('a', 'abc')],
    ],
    [
      'a pax header with another name',
      [tarMember({ name: 'p', type: 'x' }, paxRecord('path', 'b')), tarMember('a')],
    ],
    [
      'a pax header for all',
      [tarMember({ name: 'p', type: 'g' }, paxRecord('size', '4')), tarMember('a', 'abc')],
    ],
    ['a pax header of a gigabyte', [tarHead({ name: 'p', type: 'x', size: 2 ** 30 }), Buffer.alloc(5000)]],
    ['a name twice', [tarMember('a', 'x'), tarMember('a', 'x')]],
    ['a size below nothing', [tarHead({ name: 'a', size: '-0000000001' })]],
    ['a size below nothing, in GNU’s way', [tarHead({ name: 'a', size: '\u00ff'.repeat(12) })]],
    ['a size past all counting', [tarHead({ name: 'a', size: `\u0080${'\u00ff'.repeat(11)}` })]],
    [
      'a small size said in GNU’s way',
      [tarHead({ name: 'a', size: `\u0080${'\u0000'.repeat(10)}\u0001` }), Buffer.alloc(512)],
    ],
    ['a size that is no number', [tarHead({ name: 'a', size: 'twelve' })]],
    ['a size larger than what is there', [tarHead({ name: 'a', size: 2 ** 30 }), Buffer.alloc(512)]],
    ['letters behind the content', [tarHead({ name: 'a', size: 1 }), Buffer.alloc(512, 'x')]],
    ['a head with another sum', [tarHead({ name: 'a', sum: '000001\u0000 ' })]],
    ['a head of no known kind', [tarHead({ name: 'a', magic: '' })]],
    ['no head at all', [Buffer.alloc(512, 'x')]],
  ])('%s', async (_what, parts) => {
    expect(await refused(good, tarEnd)).toBe('no error');
    expect(await refused(good, ...parts, tarEnd)).toBe('package-damaged');
    expect(await refused(...parts, good, tarEnd)).toBe('package-damaged');
  });

  it('that has no end, bytes behind it, or zeros for ever', async () => {
    expect(await refused(good)).toBe('package-damaged');
    expect(await refused(good.subarray(0, 100))).toBe('package-damaged');
    expect(await refused(good, Buffer.alloc(512))).toBe('package-damaged');
    expect(await refused(good, tarEnd, good)).toBe('package-damaged');
    expect(await refused(good, tarEnd, Buffer.from('x'))).toBe('package-damaged');
    expect(await refused(good, tarEnd, Buffer.alloc(9000))).toBe('no error');
    expect(await refused(good, Buffer.alloc(2 ** 20 + 1024))).toBe('package-damaged');
  });
});

describe('the padding of a package', () => {
  it('makes few lengths of many, none more than a ninth longer and none below 64 KiB', async () => {
    const lengths = new Set<number>();
    for (let at = 0; at < 2000; at += 1) {
      const members = [1000, 64, at * 137, at * at];
      const padding = paddingBytes(members);
      const [bare, whole] = [tarBytes([...members, 0]), tarBytes([...members, padding])];
      expect(whole).toBe(paddedBytes(Math.max(64 * 1024, bare)));
      if (bare > 64 * 1024) expect(padding / bare).toBeLessThan(1 / 9);
      lengths.add(whole);
    }
    expect(Math.min(...lengths)).toBe(64 * 1024);
    expect(lengths.size).toBeLessThan(200);
    let length = 0;
    for await (const piece of zeros(200_000)) length += piece.length;
    expect(length).toBe(200_000);
  });
});
