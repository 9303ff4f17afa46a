import { parseBlob } from 'music-metadata';
import type { IAudioMetadata } from 'music-metadata';
import type { ReaderFile } from '../kit/reader';

/** A part of the file, fetched when it is asked for. */
class Part extends Blob {
  constructor(
    private readonly file: ReaderFile,
    private readonly start: number,
    private readonly end: number,
  ) {
    super([]);
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = await this.file.read(this.start, this.end - this.start);
    return new Uint8Array(bytes).buffer;
  }
}

/** The file as the library wants it: it asks for parts, so that never all of it is in memory. */
class Whole extends Blob {
  constructor(private readonly file: ReaderFile) {
    super([], { type: file.mime });
  }
  override get size(): number {
    return this.file.bytes;
  }
  override slice(start = 0, end: number = this.file.bytes): Blob {
    return new Part(this.file, start, end);
  }
}

/** What other recordings than MP4 say of themselves: WAV, MP3, Ogg, FLAC, WebM ... Throws for what the library cannot read. */
export async function readOtherMedia(file: ReaderFile): Promise<IAudioMetadata> {
  // Without an index some formats could only be measured by reading all of it.
  return parseBlob(new Whole(file), { duration: false, skipCovers: true, includeChapters: false });
}
