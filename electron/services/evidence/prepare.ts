import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { maxPixels } from '../../../shared/contract/lab';
import type { LabAnswer } from '../../../shared/contract/lab';
import { largestInBox, renditionNeeded } from '../../../shared/domain/bundle/picture-box';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { FileStore, StoredFile, VaultContext } from '../context';
import { readFacts } from './facts';
import { identify } from './identify';
import type { Identity } from './identify';
import { readPictureHeader } from './picture-header';
import type { Source } from './sources';

/** Longest side of a thumbnail in pixels. */
const thumbSize = 480;
/** Bytes kept for identification when a file is too large to be looked into. */
const headSize = 64 * 1024;
/** Files up to this size are looked into: facts, thumbnail, size of the picture. Larger ones are stored all the same. */
const lookedInto = 96 * 1024 * 1024;

export interface StoredPicture {
  readonly file: StoredFile;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
}

/** A file that lies encrypted in the vault folder, with all that is known of it, ready for its rows. */
export interface Prepared {
  readonly name: string;
  readonly file: StoredFile;
  readonly identity: Identity;
  readonly facts: readonly NewFact[];
  readonly orientation: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  readonly pageSizes: LabAnswer<'pdf'>['sizes'] | null;
  readonly tone: string | null;
  readonly thumb: StoredPicture | null;
  readonly rendition: StoredPicture | null;
  /** Why it cannot be shown, or null. */
  readonly previewReason: ErrorCode | null;
}

/** Stores one file in a single pass, then finds out what it is. Throws a coded error when it could not be stored. */
export async function prepareFile(
  context: VaultContext,
  source: Source,
  signal: AbortSignal,
): Promise<Prepared> {
  const before = await stat(source.path);
  if (!before.isFile()) throw new HoldfastError('not-a-file');
  const keep = before.size <= lookedInto ? before.size : headSize;
  const kept: Buffer[] = [];
  let keptBytes = 0;
  async function* reading(): AsyncGenerator<Uint8Array> {
    for await (const part of createReadStream(source.path, { highWaterMark: 256 * 1024 })) {
      const chunk = part as Buffer;
      if (keptBytes < keep) {
        kept.push(chunk);
        keptBytes += chunk.length;
      }
      yield chunk;
    }
  }
  const file = await context.files.write(reading(), { signal });
  try {
    const after = await stat(source.path).catch(() => null);
    if (file.bytes !== before.size || (after !== null && after.mtimeMs !== before.mtimeMs)) {
      throw new HoldfastError('file-changed');
    }
    const whole = before.size <= lookedInto;
    const bytes = Buffer.concat(kept);
    return await describe(context, source, file, bytes, whole, before.mtime);
  } catch (error) {
    await context.files.remove(file.id);
    throw error;
  }
}

async function describe(
  context: VaultContext,
  source: Source,
  file: StoredFile,
  bytes: Buffer,
  whole: boolean,
  modified: Date,
): Promise<Prepared> {
  const identity = await identify(bytes.subarray(0, headSize));
  const looked = whole ? bytes : null;
  const { facts, orientation } = await readFacts({
    name: basename(source.name),
    identity,
    bytes: looked,
    modified,
  });
  const base = { name: source.name, file, identity, facts, orientation };
  const nothing = {
    width: null,
    height: null,
    pages: null,
    pageSizes: null,
    tone: null,
    thumb: null,
    rendition: null,
  };
  const without = (previewReason: ErrorCode): Prepared => ({ ...base, ...nothing, previewReason });

  if (file.bytes === 0) return without('file-empty');
  if (identity.kind === 'other') return without('unsupported-preview');
  if (looked === null) return without('file-too-large');
  try {
    return identity.kind === 'image'
      ? {
          ...base,
          ...nothing,
          ...(await preparePicture(context, looked, identity.mime, orientation)),
          previewReason: null,
        }
      : { ...base, ...nothing, ...(await preparePdf(context, looked)), previewReason: null };
  } catch (error) {
    const { code } = reportError(error);
    // What the disk refuses concerns the import; what the decoder refuses concerns only this preview.
    if (code === 'disk-full' || code === 'not-writable' || code === 'internal') throw error;
    return without(code);
  }
}

async function preparePicture(context: VaultContext, bytes: Buffer, mime: string, orientation: number) {
  const header = readPictureHeader(bytes, mime);
  if (header !== null && header.width * header.height > maxPixels) throw new HoldfastError('file-too-large');
  // Without a header of a known form (HEIC) the size is unknown until it is decoded: then it is fitted to the page.
  const rendition =
    header === null
      ? { maxWidth: largestInBox.width, maxHeight: largestInBox.height, format: 'jpeg' as const }
      : renditionNeeded({ mime, ...header, orientation });
  const answer = await context.lab.ask({ type: 'image', bytes, mime, thumb: thumbSize, rendition });
  const stored = await storePictures(context.files, [answer.thumb, answer.rendition]);
  return {
    width: answer.width,
    height: answer.height,
    tone: answer.tone,
    thumb: stored[0] ?? null,
    rendition: stored[1] ?? null,
  };
}

async function preparePdf(context: VaultContext, bytes: Buffer) {
  const answer = await context.lab.ask({ type: 'pdf', bytes, thumb: thumbSize });
  const [thumb] = await storePictures(context.files, [answer.thumb]);
  return { pages: answer.pages, pageSizes: answer.sizes, tone: answer.tone, thumb: thumb ?? null };
}

/** Stores derivatives; when one cannot be, those before it are removed again. */
async function storePictures(
  files: FileStore,
  pictures: readonly (LabAnswer<'pdf-page'> | null)[],
): Promise<readonly (StoredPicture | null)[]> {
  const stored: (StoredPicture | null)[] = [];
  try {
    for (const picture of pictures) {
      if (picture === null) {
        stored.push(null);
        continue;
      }
      const { bytes, mime, width, height } = picture;
      stored.push({ file: await files.write([bytes]), mime, width, height });
    }
    return stored;
  } catch (error) {
    for (const each of stored) if (each !== null) await files.remove(each.file.id);
    throw error;
  }
}

/** Removes everything that was written for a file that does not go in after all. */
export async function discard(files: FileStore, prepared: Prepared): Promise<void> {
  for (const file of [prepared.file, prepared.thumb?.file, prepared.rendition?.file]) {
    if (file !== undefined) await files.remove(file.id);
  }
}
