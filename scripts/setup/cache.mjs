import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Folder that outlives a checkout: what was downloaded or compiled once is found again here. */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.HOLDFAST_CACHE) return env.HOLDFAST_CACHE;
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'holdfast', 'cache');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'holdfast');
}

/**
 * Returns the cached folder of that name, making it first when it is not there. It is made under a temporary name and
 * renamed when whole, so that a set-up killed half-way leaves nothing that looks finished.
 */
export async function cached(name, make) {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(`${target}.part-`);
  try {
    await make(draft);
    if (!existsSync(target)) renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}
