import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { runQuietly } from './command.mjs';
import { say, SetupProblem } from './say.mjs';
import { prepareTestRuntime, testRuntimeVersion } from './test-runtime.mjs';

/** The official download may take this long, in milliseconds: it is 120 MB, and some networks only hang. */
const downloadWithin = 300_000;

function officialBinary(root) {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/**
 * Path of an Electron that runs here: the official one, downloaded if it must be; where that cannot be reached, on
 * Linux x64, the test runtime. `official` says which.
 */
export async function prepareElectron(root, node) {
  const official = officialBinary(root);
  if (official !== null) return { path: official, official: true };

  const canFallBack = process.platform === 'linux' && process.arch === 'x64';
  const fallback = join(cacheFolder(), `electron-test-${testRuntimeVersion}-1`, 'electron');
  if (canFallBack && existsSync(fallback) && process.env.HOLDFAST_ELECTRON !== 'official') {
    return { path: fallback, official: false };
  }

  say('Downloading Electron (once).');
  const download = runQuietly(node, [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    timeout: downloadWithin,
  });
  const downloaded = officialBinary(root);
  if (download.ok && downloaded !== null) return { path: downloaded, official: true };

  if (!canFallBack) {
    throw new SetupProblem('Electron could not be downloaded.', 'node node_modules/electron/install.js');
  }
  say('The official download cannot be reached from here.');
  return { path: join(await prepareTestRuntime(root), 'electron'), official: false };
}
