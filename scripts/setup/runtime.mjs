import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareAddon } from './addon.mjs';
import { prepareElectron } from './electron.mjs';
import { findNode } from './node.mjs';
import { preparePackages } from './packages.mjs';
import { prepareReader } from './reader.mjs';
import { prepareSystem } from './system.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Packages and the Node that everything runs on. */
export async function prepareNode() {
  await preparePackages(root);
  return findNode(root);
}

function electronArguments() {
  if (process.platform !== 'linux') return [];
  return [
    // Chromium's sandbox refuses to start as root; that is a matter of containers and of continuous integration.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // Where there is no desktop Chromium complains at length about the message bus it cannot find.
    ...(process.env.DBUS_SESSION_BUS_ADDRESS ? [] : ['--log-level=3']),
  ];
}

/**
 * Everything that real Electron needs here, installed on first use. Gives the path of Electron, the arguments that come
 * before the app's own, and what to add to the environment. Also written to out/runtime.json for the tests.
 */
export async function prepareRuntime({ forTests = false } = {}) {
  const node = await prepareNode();
  const electron = await prepareElectron(root, node);
  prepareSystem(electron.path, { forTests });
  const addon = await prepareAddon(root, electron.path);
  const runtime = {
    node,
    electronPath: electron.path,
    official: electron.official,
    electronArgs: electronArguments(),
    env: addon === null ? {} : { HOLDFAST_SQLCIPHER_ADDON: addon },
    reader: forTests ? await prepareReader() : null,
  };
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out', 'runtime.json'), `${JSON.stringify(runtime, null, 2)}\n`);
  return runtime;
}
