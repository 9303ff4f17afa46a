import { placePicture } from '../../../shared/domain/bundle/picture-box';
import { placeOnSheets } from '../../../shared/domain/bundle/place';
import type { Piece, Placed } from '../../../shared/domain/bundle/place';
import type { BundleLanguage } from '../../../shared/models/bundle-words';
import { numbered, wordsIn } from './bundle-words';
import type { BundleItem } from './sources';

/** One sheet of an exhibit: which page of it, and which part of that page. */
export interface ExhibitSheet {
  /** Page of the exhibit, from 1. */
  readonly page: number;
  readonly placed: Placed;
  readonly piece: Piece;
  /** `page 2 of 3, part 1 of 4`; empty where the sheet shows all of it. */
  readonly says: string;
}

/** A page of a PDF that is wider than it is high by more than this gets a landscape sheet. */
const pdfWideFrom = 1.05;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sheets of an exhibit, from the sizes of its pages alone: the same before and while they are written. */
export function exhibitSheets(
  item: BundleItem,
  pageSizes: readonly Size[] | null,
  language: BundleLanguage = 'en',
): readonly ExhibitSheet[] {
  const words = wordsIn(language);
  const placed =
    item.pictures === null
      ? (pageSizes ?? []).map((size) => placeOnSheets(size, { most: 1, wideFrom: pdfWideFrom }))
      : item.pictures.map(placePicture);
  return placed.flatMap((each, index) =>
    each.pieces.map((piece, part) => ({
      page: index + 1,
      placed: each,
      piece,
      says: [
        placed.length === 1 ? item.shows : numbered(words.pageOf, index + 1, placed.length),
        each.pieces.length === 1 ? '' : numbered(words.partOf, part + 1, each.pieces.length),
      ]
        .filter((text) => text !== '')
        .join(', '),
    })),
  );
}
