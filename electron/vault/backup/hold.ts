/**
 * A backup folder while one program writes to it. Within one open vault backups take turns; this is for a second copy of the
 * same vault that is backed up to the same stick at the same time: each would take the other's unfinished files for litter.
 * The name is one of an unfinished file, so that earlier versions, which know nothing of it, pass it over.
 */
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import type { FsLayer } from '../fs-layer';

export const holdName = 'holdfast-000000000000.part';

/** `host` says which computer without naming it: the stick may be found by anybody. */
const holderSchema = z.object({ host: z.string(), pid: z.int() });
type Holder = z.infer<typeof holderSchema>;

/** Folders that this very process holds: its own number says nothing about them. */
const held = new Set<string>();

/** Times that a file without its content yet is looked at again, and milliseconds between. */
const looks = 10;
const lookEvery = 100;

/** Takes the folder; what it gives lets go of it again. Throws `backup-running` when another program is writing there. */
export async function holdFolder(
  folder: string,
  layer: FsLayer,
  hostKey: Uint8Array,
): Promise<() => Promise<void>> {
  const path = join(folder, holdName);
  const host = createHmac('sha256', hostKey).update(hostname()).digest('base64');
  if (held.has(path)) throw new HoldfastError('backup-running');
  held.add(path);
  try {
    await take(path, layer, { host, pid: process.pid });
  } catch (error) {
    held.delete(path);
    throw error;
  }
  return async () => {
    held.delete(path);
    // What stays is recognised as left over by the next one.
    await layer.remove(path).catch(() => undefined);
  };
}

async function take(path: string, layer: FsLayer, me: Holder): Promise<void> {
  const handle = await layer.create(path).catch(async (error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (await isAtWork(path, me)) throw new HoldfastError('backup-running');
    await layer.remove(path);
    return layer.create(path);
  });
  try {
    const bytes = Buffer.from(JSON.stringify(me));
    await handle.write(bytes, 0, bytes.length);
  } finally {
    await handle.close();
  }
}

/** On another computer nobody is at work: the stick is in this one. */
async function isAtWork(path: string, me: Holder): Promise<boolean> {
  const holder = await readHolder(path);
  return holder !== null && holder.host === me.host && holder.pid !== me.pid && isAlive(holder.pid);
}

/** Null when it never got its content: then whoever made it has ended. */
async function readHolder(path: string): Promise<Holder | null> {
  for (let look = 1; look <= looks; look += 1) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text !== '') return parse(text);
    await after(lookEvery);
  }
  return null;
}

function parse(text: string): Holder | null {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 sends nothing and tells whether there is such a process.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
