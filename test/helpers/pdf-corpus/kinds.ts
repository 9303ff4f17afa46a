/** A PDF as somebody may send it. */
export interface CorpusPdf {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One that holds something that nobody sees: it must be in nothing that is handed on. */
export interface HidingPdf extends CorpusPdf {
  /** Words that are on it and cannot be seen. */
  readonly unseen: readonly string[];
  /** How many pixels a side a picture has that is not seen, or not wholly. */
  readonly unseenPicture?: number;
  /** Words that can be seen, and must still be read. */
  readonly seen: readonly string[];
}
