import { HoldfastError } from '../../../../shared/errors';
import type { StoredFile } from '../../../vault/api';

/** The id of the stored file with this SHA-256; throws `package-damaged` when it did not come along. */
export type FileOf = (sha256: string) => string;

export function fileFinder(files: ReadonlyMap<string, StoredFile>): FileOf {
  return (sha256) => {
    const file = files.get(sha256);
    if (file === undefined) throw new HoldfastError('package-damaged');
    return file.id;
  };
}
