/** A document that is printed as pages, with every word of the exhibit that stands in it: the gate looks through them. */
export interface Printed {
  readonly html: string;
  readonly words: readonly string[];
}

/** Rows that were chosen, by their numbers from 1: messages of an export, lines of a text. Both ends are included. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** So much stands in one document: printing takes memory and time with its length. */
export interface PageLimits {
  readonly rows: number;
  readonly letters: number;
  /** What is beyond is left to the file, and said to be; else it is in the parts that follow. */
  readonly isOnly: boolean;
}

/** Of a document that stands alone. */
export const wholeLimits: PageLimits = { rows: 20_000, letters: 5_000_000, isOnly: true };
/** Of one of several that are printed one after the other. */
export const partLimits: PageLimits = { rows: 2_000, letters: 500_000, isOnly: false };
