import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { UnreadableSource } from '../../../../electron/services/pack/add-file';
import type { AddFile } from '../../../../electron/services/pack/add-file';
import { writeFolder } from '../../../../electron/services/pack/write-folder';
import { HoldfastError } from '../../../../shared/errors';
import { codeOf } from '../../../helpers/code-of';
import { faultyFs, shortWritingFs } from '../../../helpers/faulty-fs';
import { useTempFolders } from '../../../helpers/temp-folder';

const tempFolder = useTempFolders();
let parent: string;
beforeEach(async () => {
  parent = await tempFolder();
});
const target = (): string => join(parent, 'pack');
const options = { signal: new AbortController().signal, wrote: () => undefined };
const bytes = Buffer.from('what is in it');

describe('a folder that is there as a whole or not at all', () => {
  it('is not there when writing down that it is fails', async () => {
    const kept = (): void => {
      expect(readdirSync(parent)).toEqual(['pack']);
      throw new HoldfastError('clock-jumped');
    };
    const write = () => writeFolder(target(), options, (add) => add('a.txt', () => [bytes]), kept);
    expect(await codeOf(write)).toBe('clock-jumped');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('leaves what somebody else put there meanwhile', async () => {
    const fill = async (add: AddFile): Promise<void> => {
      await add('a.txt', () => [bytes]);
      mkdirSync(target());
    };
    expect(await codeOf(() => writeFolder(target(), options, fill, () => undefined))).toBe('target-exists');
    expect(readdirSync(parent)).toEqual(['pack']);
    expect(readdirSync(target())).toEqual([]);
  });

  it('holds every byte where the disk takes a few at a time', async () => {
    const layer = shortWritingFs(3);
    await writeFolder(
      target(),
      { ...options, layer },
      (add) => add('a.txt', () => [bytes]),
      () => undefined,
    );
    expect(readFileSync(join(target(), 'a.txt'))).toEqual(bytes);
  });

  it('tells what cannot be read from what cannot be written, and goes on without the first', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes;
      await Promise.resolve();
      throw new HoldfastError('evidence-damaged');
    }
    const fill = async (add: AddFile): Promise<readonly unknown[]> => {
      const codes = [];
      for (const [name, content, sum] of [
        ['a', broken],
        ['b', () => [bytes], '0'.repeat(64)],
      ] as const)
        codes.push(
          await add(name, content, sum).catch((error: unknown) =>
            error instanceof UnreadableSource ? error.code : error,
          ),
        );
      await add('c', () => [bytes]);
      return codes;
    };
    expect(await writeFolder(target(), options, fill, () => undefined)).toEqual([
      'evidence-damaged',
      'evidence-damaged',
    ]);
    expect(readdirSync(target())).toEqual(['c']);
    const faulty = faultyFs(4, 'EIO');
    const other = join(parent, 'other');
    const write = () =>
      writeFolder(
        other,
        { ...options, layer: faulty.layer },
        (add) => add('a', () => [bytes]),
        () => undefined,
      );
    expect(await codeOf(write)).toBe('read-failed');
    expect(readdirSync(parent)).toEqual(['pack']);
  });
});
