import { deflateSync } from 'node:zlib';
import { turnUpright } from '../../shared/domain/pictures/turn';
import { pngChunk, pngSignature } from './png-chunk';

/**
 * One picture as every format stores it: 60 by 40, blue, with a red mark of 24 by 10 in the corner where the stored rows begin.
 * Which corner the mark is in when it is looked at follows from how the file says it lies. JPEG, WebP and AVIF were coded once,
 * with other programs; PNG and TIFF are written here.
 */
export const stored = { width: 60, height: 40, mark: { width: 24, height: 10 } } as const;

type Colour = readonly [number, number, number];
const blue: Colour = [40, 90, 220];
const red: Colour = [230, 20, 20];
export const isRed = ([r, g, b]: Colour): boolean => r > 150 && g < 110 && b < 110;
export const isPicture = (colour: Colour): boolean => isRed(colour) || isBlue(colour);
const isBlue = ([r, , b]: Colour): boolean => b > 140 && r < 130;

/** The area of the mark, in fractions of the picture as it is looked at, by how it is stored (CIPA DC-008, 4.6.5). */
export function markWhenUpright(orientation: number) {
  const [along, across] = [stored.mark.width / stored.width, stored.mark.height / stored.height];
  const [width, height] = orientation >= 5 ? [across, along] : [along, across];
  const isRight = [2, 3, 6, 7].includes(orientation);
  const isLow = [3, 4, 7, 8].includes(orientation);
  return { x: isRight ? 1 - width : 0, y: isLow ? 1 - height : 0, width, height };
}

/** A tag as a file may write it: SHORT (3), LONG (4), BYTE (1), by its number in TIFF 6.0. */
export interface Tag {
  readonly orientation: number;
  readonly type?: number;
}

/** A TIFF structure with this one tag: what EXIF is. */
export function exifOf({ orientation, type = 3 }: Tag): Buffer {
  const block = Buffer.from('4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000', 'hex');
  block.writeUInt16BE(type, 12);
  if (type === 4) block.writeUInt32BE(orientation, 18);
  else if (type === 1) block.writeUInt8(orientation, 18);
  else block.writeUInt16BE(orientation, 18);
  return block;
}

export function jpegOf(...tags: readonly Tag[]): Buffer {
  const blocks = tags.map((tag) => {
    const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(tag)]);
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...blocks, jpeg.subarray(2)]);
}

/** With its EXIF before the picture data, or behind it. */
export function pngOf(tag: Tag | null, where: 'before' | 'behind' = 'before'): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(stored.width, 0);
  header.writeUInt32BE(stored.height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = rgbRows().map((row) => Buffer.concat([Buffer.alloc(1), row]));
  const exif = tag === null ? [] : [pngChunk('eXIf', exifOf(tag))];
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    ...(where === 'before' ? exif : []),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    ...(where === 'behind' ? exif : []),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function rgbRows(back: Colour = blue): readonly Buffer[] {
  return Array.from({ length: stored.height }, (_, y) =>
    Buffer.from(
      Array.from({ length: stored.width }, (__, x) =>
        x < stored.mark.width && y < stored.mark.height ? red : back,
      ).flat(),
    ),
  );
}

export function webpOf({ orientation }: Tag): Buffer {
  const body = exifOf({ orientation });
  const chunk = Buffer.alloc(8 + body.length);
  chunk.write('EXIF', 0, 'latin1');
  chunk.writeUInt32LE(body.length, 4);
  body.copy(chunk, 8);
  // The coded file ends with an EXIF chunk of its own; this one takes its place.
  const whole = Buffer.concat([webp.subarray(0, webp.indexOf('EXIF', 32)), chunk]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

export interface TiffPage extends Tag {
  /** NewSubfileType: 1 is a smaller version of another picture, 4 a mask. */
  readonly subfile?: number;
  readonly back?: Colour;
}

/** A TIFF of these pages, in three colours without packing; the last points to `next` instead of nothing when that is given. */
export function tiffOf(pages: readonly TiffPage[], next: 'end' | 'first' = 'end'): Buffer {
  const data = pages.map(({ back }) => Buffer.concat(rgbRows(back)));
  const size = 2 + 12 * 12 + 4;
  const bits = 8;
  const firstAt = bits + 8;
  const strips = firstAt + pages.length * size;
  const head = Buffer.alloc(strips);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(firstAt, 4);
  for (const at of [0, 2, 4]) head.writeUInt16LE(8, bits + at);
  pages.forEach(({ orientation, type = 3, subfile = 0 }, index) => {
    const length = stored.width * stored.height * 3;
    const entries: readonly (readonly [number, number, number, number])[] = [
      [254, 4, 1, subfile],
      [256, 3, 1, stored.width],
      [257, 3, 1, stored.height],
      [258, 3, 3, bits],
      [259, 3, 1, 1],
      [262, 3, 1, 2],
      [273, 4, 1, strips + index * length],
      [274, type, 1, orientation],
      [277, 3, 1, 3],
      [278, 3, 1, stored.height],
      [279, 4, 1, length],
      [284, 3, 1, 1],
    ];
    const at = firstAt + index * size;
    head.writeUInt16LE(entries.length, at);
    entries.forEach(([tag, kind, count, value], row) => {
      const place = at + 2 + row * 12;
      head.writeUInt16LE(tag, place);
      head.writeUInt16LE(kind, place + 2);
      head.writeUInt32LE(count, place + 4);
      head.writeUInt32LE(value, place + 8);
    });
    const last = index === pages.length - 1;
    head.writeUInt32LE(last ? (next === 'end' ? 0 : firstAt) : at + size, at + size - 4);
  });
  return Buffer.concat([head, ...data]);
}

const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8Q' +
    'EBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ' +
    'EBAQEBAQEBD/wAARCAAoADwDAREAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF' +
    'BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW' +
    'V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi' +
    '4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC' +
    'AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm' +
    'Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq' +
    '8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDwevyI/wBGAoAKANOv9ID/ACHCgAoAKACgCL7ND/c/U1+b/wDEI+Df+gP/AMqVf/kz9e/4' +
    'jx4g/wDQw/8AKVD/AOVh9mh/ufqaP+IR8G/9Af8A5Uq//Jh/xHjxB/6GH/lKh/8AKw+zQ/3P1NH/ABCPg3/oD/8AKlX/AOTD/iPH' +
    'iD/0MP8AylQ/+VktfpB+QhQAUAFABQAUAFABQAUAFABQAUAFABQAUAFABQAUAFABQAUAFABQAUAFABQAUAFABQB//9k=',
  'base64',
);

const webp = Buffer.from(
  'UklGRmYAAABXRUJQVlA4WAoAAAAIAAAAOwAAJwAAVlA4TCUAAAAvO8AJAA9wCqMLmZ8Cef5DC4ratoHKoPzRmsCOb0T/Iwl0Dp4F' +
    'AEVYSUYaAAAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=',
  'base64',
);

/** AVIF says how it lies by irot and imir, which are part of its coding; by orientation 1 to 8. */
const avifs = [
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA' +
    'AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAALwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA' +
    'AGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA' +
    'AAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAN21kYXQSAAoJGBV7naICGg0IMiBEgf39qkAggg+Q' +
    'AADPzBAHkQMlEXWQ3spHgayN+uVlgA==',
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA' +
    'AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEdAAAALwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA' +
    'AGF2MDFDb2xvcgAAAAB0aXBycAAAAFRpcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA' +
    'AAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpbWlyAQAAABhpcG1hAAAAAAAAAAEAAQUBAoMEhQAAADdtZGF0EgAKCRgVe52iAhoNCDIg' +
    'RIH9/apAIIIPkAAAz8wQB5EDJRF1kN7KR4GsjfrlZYA=',
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA' +
    'AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEdAAAALwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA' +
    'AGF2MDFDb2xvcgAAAAB0aXBycAAAAFRpcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA' +
    'AAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpcm90AgAAABhpcG1hAAAAAAAAAAEAAQUBAoMEhQAAADdtZGF0EgAKCRgVe52iAhoNCDIg' +
    'RIH9/apAIIIPkAAAz8wQB5EDJRF1kN7KR4GsjfrlZYA=',
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA' +
    'AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEdAAAALwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA' +
    'AGF2MDFDb2xvcgAAAAB0aXBycAAAAFRpcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA' +
    'AAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpbWlyAAAAABhpcG1hAAAAAAAAAAEAAQUBAoMEhQAAADdtZGF0EgAKCRgVe52iAhoNCDIg' +
    'RIH9/apAIIIPkAAAz8wQB5EDJRF1kN7KR4GsjfrlZYA=',
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD/bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA' +
    'AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEnAAAALwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA' +
    'AGF2MDFDb2xvcgAAAAB+aXBycAAAAF1pcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA' +
    'AAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpcm90AQAAAAlpbWlyAAAAABlpcG1hAAAAAAAAAAEAAQYBAoMEhYYAAAA3bWRhdBIACgkY' +
    'FXudogIaDQgyIESB/f2qQCCCD5AAAM/MEAeRAyURdZDeykeBrI365WWA',
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA' +
    'AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEdAAAALwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA' +
    'AGF2MDFDb2xvcgAAAAB0aXBycAAAAFRpcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA' +
    'AAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpcm90AwAAABhpcG1hAAAAAAAAAAEAAQUBAoMEhQAAADdtZGF0EgAKCRgVe52iAhoNCDIg' +
    'RIH9/apAIIIPkAAAz8wQB5EDJRF1kN7KR4GsjfrlZYA=',
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD/bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA' +
    'AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEnAAAALwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA' +
    'AGF2MDFDb2xvcgAAAAB+aXBycAAAAF1pcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA' +
    'AAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpcm90AwAAAAlpbWlyAAAAABlpcG1hAAAAAAAAAAEAAQYBAoMEhYYAAAA3bWRhdBIACgkY' +
    'FXudogIaDQgyIESB/f2qQCCCD5AAAM/MEAeRAyURdZDeykeBrI365WWA',
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA' +
    'AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEdAAAALwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA' +
    'AGF2MDFDb2xvcgAAAAB0aXBycAAAAFRpcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA' +
    'AAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpcm90AQAAABhpcG1hAAAAAAAAAAEAAQUBAoMEhQAAADdtZGF0EgAKCRgVe52iAhoNCDIg' +
    'RIH9/apAIIIPkAAAz8wQB5EDJRF1kN7KR4GsjfrlZYA=',
];

export function avifOf(orientation: number): Buffer {
  const found = avifs[orientation - 1];
  if (found === undefined) throw new Error('no such orientation');
  return Buffer.from(found, 'base64');
}

/** Three pictures one after the other, the first of them the one above. */
export const moving = {
  gif: Buffer.from(
    'R0lGODlhPAAoAIEAAOYUFCha3AAAAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAPAAoAAAIdAABCBxIsKDBgQES' +
      'KlzIsKHDhwcjSnxIsSJFiRgLWtzIMaNHABxDXvyIUaRJhiRLnlyZcuLKky0jvoQZ0+BMkzVt3tzJs6fPn0CDCh1KtKjRo0iTKl3K' +
      'tKnTp1CjSp1KtarVq1izat3KtavXr2DDih1LVmhAACH5BAEKAAEALAAAAAA8ACgAgRSgPAAAAAAAAAAAAAhQAAEIHEiwoMGDCBMq' +
      'XMiwocOHECNKnEixosWLGDNq3Mixo8ePIEOKHEmypMmTKFOqXMmypcuXMGPKnEmzps2bOHPq3Mmzp8+fQIMKHUrUZkAAIfkEAQoA' +
      'AQAsAAAAADwAKACByLQUAAAAAAAAAAAACFAAAQgcSLCgwYMIEypcyLChw4cQI0qcSLGixYsYM2rcyLGjx48gQ4ocSbKkyZMoU6pc' +
      'ybKly5cwY8qcSbOmzZs4c+rcybOnz59AgwodStRmQAA7',
    'base64',
  ),
  webp: Buffer.from(
    'UklGRuoAAABXRUJQVlA4WAoAAAACAAAAOwAAJwAAQU5JTQYAAAAAAAAAAABBTk1GWgAAAAAAAAAAADsAACcAAGQAAAJWUDhMQQAA' +
      'AC87wAkAD3At3aP4Hod7/oMHZtq2MX/S7bZ3ACL6PxBJwB8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAALhvAEFOTUYqAAAA' +
      'AAAAAAAAOwAAJwAAZAAAAFZQOEwRAAAALzvACQAHUNBSlKf/gYjofwAAQU5NRioAAAAAAAAAAAA7AAAnAABkAAAAVlA4TBEAAAAv' +
      'O8AJAAdQ2iKXov+BiOh/AAA=',
    'base64',
  ),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAIAAAAt2Q6oAAAACGFjVEwAAAADAAAAAM7tusAAAAAaZmNUTAAAAAAAAAA8AAAAKAAA' +
      'AAAAAAAAAAEACgAApiXEAAAAAGRJREFUeJzt0FENgDAMBuF1GipiOnhAxBQjgufpwAIkzZEl9wn4e2mszFbhOK+SnTc6dqmQ0RSj' +
      'KUZTjKbEmPffDZ9t+WmjKUZTjKYYTTGaYjTFaIrRFKMpRlOMphhNMZpiNOUBBBIEC2JmEJIAAAAaZmNUTAAAAAEAAAA8AAAAKAAA' +
      'AAAAAAAAAAEACgAAPVYu1AAAAE5mZEFUAAAAAnic7c5BDcAgAAAxQMPkIBap87DHkSWtgs7n7PE363bgC+mKdEW6Il2RrkhXpCvS' +
      'FemKdEW6Il2RrkhXpCvSFemKdEW68gIK0QFArOUmYgAAABpmY1RMAAAAAwAAADwAAAAoAAAAAAAAAAAAAQAKAADQwP09AAAAT2Zk' +
      'QVQAAAAEeJztzkENwCAAADFAw/yrQASy5mGPI0taBZ1nP+Nv1u3AF9IV6Yp0RboiXZGuSFekK9IV6Yp0RboiXZGuSFekK9IV6Yp0' +
      '5QW4bAHguI5BxgAAAABJRU5ErkJggg==',
    'base64',
  ),
  avif: Buffer.from(
    'AAAALGZ0eXBhdmlzAAAAAGF2aWZhdmlzbXNmMWlzbzhtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGlj' +
      'dAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAPpAAAALgAAAChpaW5mAAAAAAABAAAA' +
      'GmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgI' +
      'AAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAACym1vb3YAAAB4bXZoZAEAAAAA' +
      'AAAA5y6jPwAAAADnLqM/AAAD6P//////////AAEAAAEAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAA' +
      'QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAJKdHJhawAAAGh0a2hkAQAAAQAAAADnLqM/AAAAAOcuoz8AAAABAAAA' +
      'AP//////////AAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAA8AAAAKAAAAAAALGVk' +
      'dHMAAAAkZWxzdAEAAAEAAAABAAAAAAAAASwAAAAAAAAAAAABAAAAAAGubWRpYQAAACxtZGhkAQAAAAAAAADnLqM/AAAAAOcuoz8A' +
      'AAPoAAAAAAAAASxVxAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAAAAABWW1pbmYAAAAUdm1oZAAAAAEAAAAAAAAA' +
      'AAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAARlzdGJsAAAAlXN0c2QAAAAAAAAAAQAAAIVhdjAxAAAAAAAA' +
      'AAEAAAAAAAAAAAAAAAAAAAAAADwAKABIAAAASAAAAAAAAAABCkFPTSBDb2RpbmcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAA' +
      'DGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABBjY3N0AAAAAHwAAAAAAAAYc3R0cwAAAAAAAAABAAAAAwAAAGQAAAAcc3Rz' +
      'YwAAAAAAAAABAAAAAQAAAAMAAAABAAAAIHN0c3oAAAAAAAAAAAAAAAMAAAAuAAAAHgAAAB8AAAAUc3RjbwAAAAAAAAABAAAD6QAA' +
      'ABRzdHNzAAAAAAAAAAEAAAABAAAAc21kYXQSAAoNAAAAAq9zm18iAhoNCDIbFAAnwAAAgAAAuGgkeQ+NrL8FQH5SocrXXAyBEgAy' +
      'GjIB4EAAAD1AAAAEgABAAAAmgjL2B/lmqAUMEgAyGzIC4IIAACNQAAABIAAQAB86zYWW4HCxSyZdoA==',
    'base64',
  ),
} as const;

/** Letters of five by seven points, enough for one word: no test may hang on the fonts of a machine. */
const letters: Readonly<Record<string, readonly string[]>> = {
  H: ['#...#', '#...#', '#...#', '#####', '#...#', '#...#', '#...#'],
  E: ['#####', '#....', '#....', '####.', '#....', '#....', '#####'],
  L: ['#....', '#....', '#....', '#....', '#....', '#....', '#####'],
  P: ['####.', '#...#', '#...#', '####.', '#....', '#....', '#....'],
};

/** Where the word stands in the picture that has it, upright, in pixels. */
export const word = { reads: /^HEL/u, width: 640, height: 400, left: 60, top: 40, point: 4 } as const;
/** All that stands there: one word alone is hardly a line. */
const line = 'HELP HELP HELP HELP';

/** A PNG with one word near its upper left corner when it is looked at, stored so that this tag turns it upright. */
export function pngOfWord(orientation: number): Buffer {
  const isInk = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor((x - word.left) / word.point), Math.floor((y - word.top) / word.point)];
    const letter = letters[line.charAt(Math.floor(column / 6))];
    return column >= 0 && row >= 0 && letter?.[row]?.[column % 6] === '#';
  };
  const isOnSide = orientation >= 5;
  const [width, height] = isOnSide ? [word.height, word.width] : [word.width, word.height];
  const [a, b, c, d, e, f] = turnUpright(orientation, { width, height });
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: width }, (__, x) => {
        const [middleX, middleY] = [x + 0.5, y + 0.5];
        return isInk(a * middleX + c * middleY + e, b * middleX + d * middleY + f) ? 0 : 255;
      }),
    ]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('eXIf', exifOf({ orientation })),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
