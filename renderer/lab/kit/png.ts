import { LabProblem } from './problem';

/** CRC-32 of PNG chunks (ISO/IEC 15948, annex D). */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(data.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(new TextEncoder().encode(type), 4);
  whole.set(data, 8);
  view.setUint32(data.length + 8, crc(whole.subarray(4, data.length + 8)));
  return whole;
}

/**
 * A canvas as a PNG of three colours. Chromium's own encoder always adds an alpha channel, which a PDF can only take
 * after decoding it; on white paper it says nothing. Rows are filtered against the row above (filter 2, "Up").
 */
export async function opaquePng(canvas: OffscreenCanvas): Promise<Uint8Array> {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  if (context === null) throw new LabProblem('file-too-large');
  const { data } = context.getImageData(0, 0, width, height);
  const rows = new Uint8Array(height * (1 + width * 3));
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    rows[to++] = 2;
    for (let from = y * width * 4; from < (y + 1) * width * 4; from += 4) {
      for (let colour = 0; colour < 3; colour += 1) {
        const above = y === 0 ? 0 : (data[from + colour - width * 4] ?? 0);
        rows[to++] = (data[from + colour] ?? 0) - above;
      }
    }
  }
  const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'));
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const file = new Blob([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', new Uint8Array(await new Response(packed).arrayBuffer())),
    chunk('IEND', new Uint8Array()),
  ]);
  return new Uint8Array(await file.arrayBuffer());
}
