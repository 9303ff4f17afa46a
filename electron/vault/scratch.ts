/**
 * Room for what is needed only while something is done: a database that a backup is tried out with, or a copy that is
 * checked. It lies inside the folder it belongs to and never in the system's folder for temporary files: what a crash leaves
 * is then where everything else is, encrypted as everything else, and goes when the vault is opened next.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchName } from './names';

/** Lends an empty folder inside `home` for the length of the work, and takes it away with all that is in it. */
export async function withScratch<T>(home: string, work: (folder: string) => Promise<T>): Promise<T> {
  const all = join(home, scratchName);
  const mine = join(all, randomBytes(6).toString('hex'));
  await mkdir(mine, { recursive: true, mode: 0o700 });
  try {
    return await work(mine);
  } finally {
    // What a disk does not let go of now goes at the next opening; it must not turn good work into a failure.
    await rm(mine, { recursive: true, force: true }).catch(() => undefined);
    await rmdir(all).catch(() => undefined);
  }
}

/** Takes away what a crash has left. Only for whoever holds the database, because nobody else may be using it then. */
export async function sweepScratch(home: string): Promise<void> {
  await rm(join(home, scratchName), { recursive: true, force: true });
}

/** The same for a process that is about to end. */
export function sweepScratchNow(home: string): void {
  try {
    rmSync(join(home, scratchName), { recursive: true, force: true });
  } catch {
    return;
  }
}
