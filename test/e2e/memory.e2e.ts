import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readKeyFiles } from '../../electron/vault/key-file';
import { findKey } from '../../electron/vault/slots';
import { chooseToOpen, pressInWindow, startApp, vaultProcesses } from './helpers/app';
import { kindOf, processTree, scanMemory, textNeedles } from './helpers/memory';
import { root } from './helpers/runtime';
import { makeVaultThroughTheDoor } from './helpers/vault';

// What a test says to the page goes through the app's main process (Chromium's debugger), so the words are put together
// only in the page.
const passphraseParts = ['velvet', 'anchor', 'thirty', 'puffins'];
const canaryParts = ['Zwetschgen', 'Kanarienvogel', '4711'];
const passphrase = passphraseParts.join(' ');
const canary = canaryParts.join('-');

/** The process that Playwright talks to and everything it started. */
function scanAll(root: number, needles: ReadonlyMap<string, Buffer>): readonly string[] {
  return processTree(root).flatMap((pid) =>
    [...scanMemory(pid, needles)].map((name) => `${name} in ${kindOf(pid)}`),
  );
}

test('while locked no process of the app holds the vault key, the passphrase or a text that was shown', async () => {
  test.skip(process.platform !== 'linux', 'memory is read through /proc, which only Linux has');
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-memory-'));
  const vault = join(folder, 'vault');
  const { app, page, close } = await startApp(vault);
  try {
    await makeVaultThroughTheDoor(page, passphraseParts);
    await chooseToOpen(app, [join(root, 'resources', 'sample-case', 'evidence', 'IMG_0398.PNG')]);
    const made = await page.evaluate(async (parts) => {
      const text = parts.join('-');
      const answer = await window.holdfast.cases.create({
        reference: 'K-1',
        alias: text,
        exhibitInitials: 'KV',
        safeContact: { rule: text },
      });
      if (!answer.ok) return answer.error.code;
      const caseId = answer.value.id;
      await window.holdfast.chronology.create({
        caseId,
        edtf: '2026-11-03',
        time: null,
        title: text,
        description: text,
        quote: text,
        behaviours: ['a'],
        channel: null,
        place: text,
        dateSource: '',
        reported: null,
        evidenceIds: [],
      });
      await window.holdfast.evidence.pickFiles({ caseId });
      const idle = async (): Promise<string> => {
        for (;;) {
          const jobs = await window.holdfast.jobs.list({});
          if (!jobs.ok) return jobs.error.code;
          if (jobs.value.every(({ state }) => state !== 'running')) {
            return jobs.value.map(({ kind, state }) => `${kind} ${state}`).join(', ');
          }
        }
      };
      await idle();
      const all = await window.holdfast.evidence.list({ caseId });
      const options = {
        profile: 'general-2021' as const,
        title: text,
        courtCase: '',
        includeChronology: true,
        includePatterns: true,
        itemIds: all.ok ? all.value.map(({ id }) => id) : [],
      };
      await window.holdfast.bundle.build({ caseId, options });
      return idle();
    }, canaryParts);
    // The pages of a bundle are typeset by the app's main process: they must leave nothing there either.
    expect(made.split(', ')).toEqual(expect.arrayContaining(['import done', 'bundle done']));
    expect(made.split(', ').filter((job) => !job.endsWith(' done'))).toEqual([]);
    // No locator: what it finds would be reported through main as well.
    await page.waitForFunction((parts) => document.body.innerText.includes(parts.join('-')), canaryParts);

    const found = await findKey(await readKeyFiles(vault), passphrase);
    const vaultKey = found?.vaultKey ?? Buffer.alloc(0);
    expect(vaultKey).toHaveLength(32);
    const needles = new Map<string, Buffer>([
      ['the vault key', vaultKey],
      ['the vault key in hexadecimal', Buffer.from(vaultKey.toString('hex'))],
      ...textNeedles('the passphrase', passphrase),
      ...textNeedles('the text', canary),
    ]);
    const main = app.process().pid ?? 0;
    const open = scanAll(main, needles);
    // If this scan found nothing, finding nothing while locked would prove nothing.
    expect(open).toContain('the vault key in utility');
    expect(open.filter((each) => each.startsWith('the text') && each.endsWith('renderer'))).not.toEqual([]);

    await pressInWindow(app, 'L', ['control']);
    await page.getByRole('heading', { name: 'Unlock' }).waitFor();
    await expect.poll(() => vaultProcesses(app)).toBe(0);
    await expect.poll(() => scanAll(main, needles)).toEqual([]);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
