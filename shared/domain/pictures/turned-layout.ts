import type { PageLayout, PictureLayout } from '../../contract/picture-said';
import type { PageTurn } from '../../models/page-turn';
import { sizeStraight } from './straight';
import { turnedFurther } from './turn';

/** How it lies once a person has turned it, or some of its pages. */
export function turnedLayout(layout: PictureLayout, turns: readonly PageTurn[]): PictureLayout {
  if (turns.length === 0) return layout;
  const byOf = (page: number): number => turns.find((each) => each.page === page)?.by ?? 0;
  return {
    ...layout,
    orientation: turnedFurther(layout.orientation, byOf(1)),
    pages:
      layout.pages?.map((page, index): PageLayout => {
        const by = byOf(index + 1);
        const { width, height } = page;
        const size = by % 180 === 0 ? { width, height } : { width: height, height: width };
        return {
          ...sizeStraight(size, straightenedIn(turns, index + 1)),
          orientation: turnedFurther(page.orientation, by),
        };
      }) ?? null,
  };
}

/** Tenths of a degree by which a page (from 1) was straightened. */
export function straightenedIn(turns: readonly PageTurn[], page: number): number {
  return turns.find((each) => each.page === page)?.straightened ?? 0;
}
