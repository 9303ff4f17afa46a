import { basename } from 'node:path';
import type { LabAnswer } from '../../../shared/contract/lab';
import { playableAs } from '../../../shared/domain/playable';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import type { ErrorCode } from '../../../shared/errors';
import type { FileStore, StoredFile, VaultContext } from '../../vault/api';
import type { Budget } from './budget';
import { readFacts } from './facts';
import type { Identity } from '../../../shared/models/identity';
import type { Identifier } from './identify-file';
import { besideFacts } from '../../formats/pdf-beside';
import { askForFilm, askForPdf, askForPicture } from './preview';
import type { Preview } from './preview';
import { readSource } from './read-source';
import type { ReadSource } from './read-source';
import type { Source, SourceReader } from './sources';
import type { StoredPicture } from '../items/stored-picture';

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
  readonly pageSizes: Preview['pageSizes'];
  /** Pictures of a file that moves or keeps several, else null. */
  readonly pictures: number | null;
  readonly tone: string | null;
  readonly thumb: StoredPicture | null;
  readonly rendition: StoredPicture | null;
  /** A copy for bundles is still to be made. */
  readonly copyWanted: boolean;
  /** Why it cannot be shown, or null. */
  readonly previewReason: ErrorCode | null;
}

export interface PrepareDeps {
  readonly context: Pick<VaultContext, 'files' | 'lab' | 'now'>;
  readonly reader: SourceReader;
  readonly budget: Budget;
  readonly identifier: Identifier;
  /** True when the case has this content already: then nothing is decoded. */
  readonly isKnown: (sha256: string) => boolean;
}

/** Stores one file in a single pass, then finds out what it is. Throws a coded error when it could not be stored. */
export async function prepareFile(deps: PrepareDeps, source: Source, signal: AbortSignal): Promise<Prepared> {
  const { files } = deps.context;
  const { release, ...read } = await readSource({ ...deps, files }, source.path, signal);
  try {
    return await describeStored(deps, source, read, signal);
  } catch (error) {
    await files.remove(read.file.id);
    throw error;
  } finally {
    release();
  }
}

/** Finds out what a stored file is, by its first bytes and, where it is one to look into, by all of them. */
export async function describeStored(
  deps: Pick<PrepareDeps, 'context' | 'isKnown'>,
  source: Pick<Source, 'name'>,
  read: ReadSource,
  signal: AbortSignal,
): Promise<Prepared> {
  const { lab, files, now } = deps.context;
  const { file, identity, bytes, modified } = read;
  const name = basename(source.name);
  const base = { name: source.name, file, identity, ...nothing };
  if (deps.isKnown(file.sha256)) return { ...base, facts: [], previewReason: 'unsupported-preview' };

  const factsOf = (said: readonly NewFact[]): readonly NewFact[] =>
    readFacts({ name, identity, said, modified, now: now() });
  if (bytes !== null && identity.kind === 'pdf') {
    const asked = await askForPdf(lab, bytes, signal);
    const beside = asked.beside === null ? [] : besideFacts(asked.beside);
    return {
      ...base,
      facts: [...factsOf(asked.facts), ...beside],
      ...(await storePreview(files, asked)),
    };
  }
  if (bytes !== null && identity.kind === 'image') {
    const asked = await askForPicture(lab, bytes, identity.mime, signal);
    const { orientation = 1, pictures = 1 } = asked.layout ?? {};
    return {
      ...base,
      facts: factsOf(asked.facts),
      orientation,
      pictures: pictures > 1 ? pictures : null,
      ...(await storePreview(files, asked)),
    };
  }
  const facts = factsOf([]);
  const playedAs = playableAs(identity.mime);
  if (bytes !== null && identity.kind === 'video' && playedAs !== null) {
    const asked = await askForFilm(lab, bytes, playedAs, signal);
    return { ...base, facts, ...(await storePreview(files, asked)) };
  }
  const previewReason =
    file.bytes === 0
      ? 'file-empty'
      : (read.unknown ?? (read.tooLarge ? 'file-too-large' : 'unsupported-preview'));
  return { ...base, facts, previewReason };
}

const nothing = {
  orientation: 1,
  width: null,
  height: null,
  pages: null,
  pageSizes: null,
  pictures: null,
  tone: null,
  thumb: null,
  rendition: null,
  copyWanted: false,
} as const;

/** Stores what the lab made; when a picture cannot be stored, those before it are removed again. */
export async function storePreview(files: FileStore, preview: Preview) {
  const stored: StoredPicture[] = [];
  const write = async (picture: LabAnswer<'pdf-page'> | null): Promise<StoredPicture | null> => {
    if (picture === null) return null;
    const { bytes, mime, width, height } = picture;
    const made = { file: await files.write([bytes]), mime, width, height };
    stored.push(made);
    return made;
  };
  const { width, height, pages, pageSizes, tone, reason, copyWanted } = preview;
  try {
    const thumb = await write(preview.thumb);
    const rendition = await write(preview.rendition);
    return { width, height, pages, pageSizes, tone, thumb, rendition, copyWanted, previewReason: reason };
  } catch (error) {
    for (const each of stored) await files.remove(each.file.id);
    throw error;
  }
}

/** Removes everything that was written for a file that does not go in after all. */
export async function discard(files: FileStore, prepared: Prepared): Promise<void> {
  for (const file of [prepared.file, prepared.thumb?.file, prepared.rendition?.file]) {
    if (file !== undefined) await files.remove(file.id);
  }
}
