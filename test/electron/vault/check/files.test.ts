import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../electron/vault/check/files';
import { createFindings } from '../../../../electron/vault/check/findings';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { insertFile } from '../../../../electron/services/items/file-rows';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.close());

async function store(text: string, { recorded = true } = {}): Promise<string> {
  const { context } = vault;
  const file = await context.files.write([Buffer.from(text)]);
  if (recorded) insertFile(context, file);
  return file.id;
}

async function check(during: () => void = () => undefined) {
  const findings = createFindings();
  const { db, files } = vault.context;
  await checkFiles(db, join(vault.folder, 'evidence'), files, { full: true, findings, progress: during });
  return findings.list();
}

describe('a check while work goes on', () => {
  it('finds no fault with a file that came in meanwhile', async () => {
    await store('first');
    const late = await vault.context.files.write([Buffer.from('late')]);
    let isRecorded = false;
    const found = await check(() => {
      if (isRecorded) return;
      isRecorded = true;
      insertFile(vault.context, late);
    });
    expect(isRecorded).toBe(true);
    expect(found).toEqual([]);
  });

  it('finds no fault with a file that was erased meanwhile', async () => {
    const [first, second] = [await store('first'), await store('second')];
    let isErased = false;
    const found = await check(() => {
      if (isErased) return;
      isErased = true;
      vault.context.db.prepare('DELETE FROM files WHERE id = ?').run(second);
    });
    expect(first < second).toBe(true);
    // Whoever erased it removes its file next.
    expect(found).toEqual([]);
  });

  it('names what belongs to nothing, and what is missing', async () => {
    const stray = await store('stray', { recorded: false });
    const lost = await store('lost');
    await vault.context.files.remove(lost);
    expect(await check()).toMatchObject([
      { code: 'file-missing', places: [lost] },
      { code: 'file-unreferenced', places: [stray], harm: false },
    ]);
  });
});
