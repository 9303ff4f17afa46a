import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { JobControl } from '../../vault/api';
import type { OfficeKeys } from '../offices/office';
import { openAge } from '../age/open';

/** First line of every age file. */
const ageHeader = 'age-encryption.org/v1\n';

export interface SealedPackage {
  readonly path: string;
  /** Null for one that is sealed for this office's key. */
  readonly passphrase: string | null;
}

/** Throws `package-not-ours` for a file that is no age file at all. */
export async function checkHeader(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ageHeader.length), 0, ageHeader.length, 0);
    if (buffer.toString('latin1', 0, bytesRead) !== ageHeader) throw new HoldfastError('package-not-ours');
  } finally {
    await handle.close();
  }
}

/** The plain bytes, each authenticated by age; that the last is there is known only at the end. `hash` gets the sealed ones. */
export function decrypt(
  input: SealedPackage,
  keys: OfficeKeys,
  hash: Hash,
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<AsyncIterable<Uint8Array>> {
  let done = 0;
  async function* reading(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(input.path, { highWaterMark: 256 * 1024 })) {
      if (control.signal.aborted) throw new HoldfastError('cancelled');
      hash.update(chunk as Buffer);
      done += (chunk as Buffer).length;
      control.progress({ done });
      yield chunk as Buffer;
    }
  }
  const { passphrase } = input;
  return openAge(
    reading(),
    passphrase === null ? { type: 'identity', identity: keys.identity } : { type: 'passphrase', passphrase },
  );
}

/** Whatever a stranger's file makes the readers throw means that it is damaged; what the disk says is said as it is. */
export function coded(error: unknown): HoldfastError {
  if (error instanceof HoldfastError) return error;
  const { code } = reportError(error);
  const disk =
    code === 'disk-full' || code === 'not-writable' || code === 'read-failed' || code === 'file-vanished';
  return new HoldfastError(disk ? code : 'package-damaged', { cause: error });
}
