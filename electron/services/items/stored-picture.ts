import type { StoredFile } from '../../vault/api';

export interface StoredPicture {
  readonly file: StoredFile;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
}
