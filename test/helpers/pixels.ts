import { inflateSync } from 'node:zlib';

/** A picture as three bytes a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => readonly [number, number, number];
}

/** A PNG of eight bits without interlacing, as screenshots are (PNG 3rd edition, 9.2: how rows are filtered). */
export function pixelsOfPng(bytes: Buffer): Pixels {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = bytes.readUInt8(25) === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(body);
  }
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * channels;
  const data = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const left = x < channels ? 0 : (data[y * line + x - channels] ?? 0);
      const up = y === 0 ? 0 : (data[(y - 1) * line + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (data[(y - 1) * line + x - channels] ?? 0);
      const guess = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, corner)][filter] ?? 0;
      data[y * line + x] = ((raw[y * (line + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return { width, height, at: (x, y) => colourAt(data, y * line + x * channels) };
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** What `pdftoppm` writes. */
export function pixelsOfPpm(bytes: Buffer): Pixels {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 60));
  if (head === null) throw new Error('no PPM');
  const [width, height] = [Number(head[1]), Number(head[2])];
  return { width, height, at: (x, y) => colourAt(bytes, head[0].length + (y * width + x) * 3) };
}

function colourAt(data: Buffer, at: number): readonly [number, number, number] {
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest area, in a part of a picture, that holds every pixel of a colour; null when there is none. */
export function areaOf(
  pixels: Pixels,
  is: (colour: readonly [number, number, number]) => boolean,
  within: Area = { left: 0, top: 0, right: pixels.width, bottom: pixels.height },
): Area | null {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (let y = Math.max(0, within.top); y < Math.min(pixels.height, within.bottom); y += 1) {
    for (let x = Math.max(0, within.left); x < Math.min(pixels.width, within.right); x += 1) {
      if (!is(pixels.at(x, y))) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
  }
  return right === 0 ? null : { left, top, right, bottom };
}
