import type { ZipEntry } from '../archive/zip-file';

/** The parts of a document by their names, whatever their capitals. */
export type Parts = ReadonlyMap<string, ZipEntry>;
