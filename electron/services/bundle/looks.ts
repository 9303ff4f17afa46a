import type { PageLook } from '../../../shared/contract/lab';
import { evidenceBox } from '../../../shared/domain/bundle/sheet';
import type { Rect } from '../../../shared/domain/bundle/sheet';

function areaOf({ x, y, width, height }: Rect): PageLook['area'] {
  return [x, y, x + width, y + height];
}

/** The plate lies in the lower right corner; the text of a page of evidence is what lies below its caption. */
export const looks = {
  typed: { plate: [440, 0, 596, 24], area: [0, 24, 596, 842] },
  upright: { plate: [300, 0, 596, 22], area: areaOf(evidenceBox.portrait) },
  landscape: {
    plate: [evidenceBox.landscape.x + evidenceBox.landscape.width + 1, 0, 842, 26],
    area: areaOf(evidenceBox.landscape),
  },
} as const;
