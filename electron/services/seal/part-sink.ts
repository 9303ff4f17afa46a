import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { writeAll } from '../../vault/durable';
import { realFs } from '../../vault/fs-layer';
import type { FileHandleLayer, FsLayer } from '../../vault/fs-layer';

/** How much is written before the disk is asked to have it: it works while more is made, and no stick has it all to do at the end. */
const bytesBetweenSyncs = 32 * 1024 * 1024;

/**
 * Writes bytes into one unfinished file, or into several of equal length. Where an earlier try left some of them, they are
 * compared with the same bytes made again, and only what differs and what is behind it is written.
 */
export class PartSink {
  readonly #paths: readonly string[];
  readonly #partBytes: number;
  readonly #layer: FsLayer;
  #nth = 0;
  #at = 0;
  #there: FileHandle | null = null;
  #writing: FileHandleLayer | null = null;
  #kept = 0;
  readonly #between: number;
  /** Written since the disk was last asked. */
  #unsynced = 0;
  #syncing: Promise<void> = Promise.resolve();

  constructor(
    paths: readonly string[],
    partBytes: number,
    layer: FsLayer,
    between: number = bytesBetweenSyncs,
  ) {
    this.#between = between;
    this.#paths = paths;
    this.#partBytes = partBytes;
    this.#layer = layer;
  }

  /** How many bytes were there already and did not have to be written. */
  get kept(): number {
    return this.#kept;
  }

  async write(bytes: Uint8Array): Promise<void> {
    let from = 0;
    while (from < bytes.length) {
      if (this.#at === this.#partBytes) await this.#endPart();
      if (this.#there === null && this.#writing === null) await this.#beginPart();
      const some = bytes.subarray(from, from + this.#partBytes - this.#at);
      await this.#put(some);
      this.#at += some.length;
      from += some.length;
    }
  }

  /** Makes the last of them durable. */
  async end(): Promise<void> {
    await this.#endPart();
  }

  /** After a failure: nothing stays open. */
  async stop(): Promise<void> {
    await this.#syncing.catch(() => undefined);
    this.#syncing = Promise.resolve();
    await this.#there?.close().catch(() => undefined);
    await this.#writing?.close().catch(() => undefined);
    this.#there = null;
    this.#writing = null;
  }

  get #path(): string {
    return this.#paths[this.#nth] ?? '';
  }

  async #beginPart(): Promise<void> {
    this.#there = await open(this.#path, 'r').catch(() => null);
    this.#writing = this.#there === null ? await this.#layer.create(this.#path) : null;
  }

  async #put(bytes: Uint8Array): Promise<void> {
    let same = 0;
    if (this.#there !== null) {
      same = await samePrefix(this.#there, this.#at, bytes);
      this.#kept += same;
      if (same === bytes.length) return;
      await this.#goOn(this.#at + same);
    }
    if (this.#writing === null) return;
    await writeAll(this.#writing, bytes.subarray(same));
    this.#unsynced += bytes.length - same;
    if (this.#unsynced >= this.#between) await this.#beginSync(this.#writing);
  }

  /** Waits for the one before at most, which says here, or at the end, what went wrong. */
  async #beginSync(writing: FileHandleLayer): Promise<void> {
    await this.#syncing;
    this.#unsynced = 0;
    this.#syncing = writing.sync();
    this.#syncing.catch(() => undefined);
  }

  /** From comparing to writing. */
  async #goOn(at: number): Promise<void> {
    await this.#there?.close();
    this.#there = null;
    this.#writing = await (this.#layer.reopen ?? realFs.reopen)(this.#path, at);
  }

  async #endPart(): Promise<void> {
    // Whole already, but perhaps never made durable, and perhaps longer than it should be.
    if (this.#there !== null) await this.#goOn(this.#at);
    const writing = this.#writing;
    await this.#syncing;
    this.#unsynced = 0;
    await writing?.sync();
    this.#writing = null;
    // A full disk may only show here.
    await writing?.close();
    this.#nth += 1;
    this.#at = 0;
  }
}

/** How many of these bytes are there, at this place of the file. */
async function samePrefix(handle: FileHandle, at: number, bytes: Uint8Array): Promise<number> {
  const found = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(found, length, bytes.length - length, at + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length === bytes.length && found.equals(bytes)) return length;
  let same = 0;
  while (same < length && found[same] === bytes[same]) same += 1;
  return same;
}
