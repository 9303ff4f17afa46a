import type { Grey } from './grey';

/** The grounds that a line of pixels meets first on either side of each pixel, and how far apart they are. */
export interface Sides {
  /** The darker and the lighter of the two; the same where there is only one. */
  readonly low: Uint8Array;
  readonly high: Uint8Array;
  /** Pixels between the two. */
  readonly span: Uint16Array;
}

/** Added to the span where only one side has a ground: the edge of the picture ends nothing. */
const oneSided = 0x8000;
/** Where neither has one. */
const none = 0xffff;

/** Pixels between the grounds, whether there are two of them or one. */
export function spanOf(span: number): number {
  return span === none ? none : span & (oneSided - 1);
}

/** Along the rows of a picture. */
export function sidesAcross(grey: Grey, isGround: Uint8Array): Sides {
  return along(grey.data, isGround, grey.height, grey.width, grey.width, 1);
}

/** Along its columns. */
export function sidesDown(grey: Grey, isGround: Uint8Array): Sides {
  return along(grey.data, isGround, grey.width, grey.height, 1, grey.width);
}

function along(
  data: Uint8Array,
  isGround: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
): Sides {
  const low = new Uint8Array(data.length);
  const high = new Uint8Array(data.length);
  const span = new Uint16Array(data.length);
  for (let line = 0; line < lines; line += 1) {
    const last = line * lineStep + length * step;
    let at = line * lineStep;
    let before = -1;
    while (at < last) {
      if (isGround[at] === 1) {
        before = at;
        at += step;
        continue;
      }
      let end = at;
      while (end < last && isGround[end] !== 1) end += step;
      const one = data[before === -1 ? Math.min(end, last - step) : before] ?? 0;
      const other = data[end === last ? Math.max(before, line * lineStep) : end] ?? 0;
      const sides = (before === -1 ? 0 : 1) + (end === last ? 0 : 1);
      const wide = Math.min((end - at) / step, oneSided - 1);
      const away = sides === 2 ? wide : sides === 1 ? wide + oneSided : none;
      for (; at < end; at += step) {
        low[at] = Math.min(one, other);
        high[at] = Math.max(one, other);
        span[at] = away;
      }
    }
  }
  return { low, high, span };
}
