import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadShippedFaces, shippedFaces } from '../e2e/helpers/shipped-fonts';
import { tiff } from '../electron/services/evidence/files';

export const screenshots = { count: 100, width: 1080, height: 2340 } as const;
export const photographs = { count: 60, width: 3000, height: 2000 } as const;

/**
 * Draws what clients hand over, the same in every run: screenshots of conversations as PNG, photographs with grain as JPEG
 * with a camera's metadata. Chromium draws them, in the page of the running app. Gives the number of bytes.
 */
export async function drawPictures(page: Page, folder: string): Promise<number> {
  await mkdir(folder);
  await page.evaluate(loadShippedFaces, shippedFaces);
  let bytes = 0;
  const keep = async (name: string, content: Buffer): Promise<void> => {
    bytes += content.length;
    await writeFile(join(folder, name), content);
  };
  const numbered = (index: number): string => String(index).padStart(3, '0');
  for (let index = 0; index < screenshots.count; index += 1) {
    const second = String(index % 60).padStart(2, '0');
    const name = `Screenshot_20260303-2100${second}_${numbered(index)}.png`;
    await keep(
      name,
      Buffer.from(await page.evaluate(drawScreenshot, { seed: index + 1, ...screenshots }), 'base64'),
    );
  }
  for (let index = 0; index < photographs.count; index += 1) {
    const drawn = await page.evaluate(drawPhotograph, { seed: index + 1000, ...photographs });
    await keep(`IMG_20260304_2200${numbered(index)}.jpg`, withCamera(Buffer.from(drawn, 'base64'), index));
  }
  return bytes;
}

/** Puts a camera's EXIF block behind the first marker. */
function withCamera(jpeg: Buffer, index: number): Buffer {
  const time = `2026:03:04 22:${String(index % 60).padStart(2, '0')}:05`;
  const exif = tiff({
    ifd0: [
      [0x010f, 'Google'],
      [0x0110, 'Pixel 7'],
      [0x0132, time],
    ],
    exif: [
      [0x9003, time],
      [0x9011, '+00:00'],
    ],
  });
  const block = Buffer.concat([Buffer.from('Exif\u0000\u0000', 'latin1'), exif]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)]);
}

interface Drawing {
  readonly seed: number;
  readonly width: number;
  readonly height: number;
}

/** Runs in the page, so it must hold all it needs. */
async function drawScreenshot({ seed, width, height }: Drawing): Promise<string> {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const words =
    'I know where you work now answer me who is that car outside your house last night why are you ignoring me again I will wait for you tomorrow at nine you cannot hide from me'.split(
      ' ',
    );
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#efeae2';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#075e54';
  context.fillRect(0, 0, width, 220);
  context.fillStyle = '#ffffff';
  context.font = '48px "Shipped Arimo"';
  context.fillText(`Unknown ${seed}`, 180, 165);
  // A picture of somebody, which is no flat area.
  for (let spot = 0; spot < 700; spot += 1) {
    context.fillStyle = `rgb(${random() * 255} ${random() * 255} ${random() * 255})`;
    context.fillRect(40 + random() * 100, 90 + random() * 100, 8, 8);
  }
  context.font = '42px "Shipped Arimo"';
  for (let top = 270; top < height - 200;) {
    const mine = random() < 0.35;
    const rows = 1 + Math.floor(random() * 4);
    const left = mine ? 260 : 40;
    context.fillStyle = mine ? '#d9fdd3' : '#ffffff';
    context.beginPath();
    context.roundRect(left, top, 780, rows * 58 + 60, 24);
    context.fill();
    context.fillStyle = '#111b21';
    for (let row = 0; row < rows; row += 1) {
      const line = Array.from({ length: 6 }, () => words[Math.floor(random() * words.length)]).join(' ');
      context.fillText(line, left + 28, top + 62 + row * 58, 720);
    }
    context.fillStyle = '#667781';
    context.fillText(`21:0${Math.floor(random() * 10)}`, left + 640, top + rows * 58 + 36, 110);
    top += rows * 58 + 84;
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    };
    reader.onerror = reject;
    reader.readAsDataURL(blob);
  });
}

/** Runs in the page: a street at night, with the grain of a small sensor. */
async function drawPhotograph({ seed, width, height }: Drawing): Promise<string> {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas');
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#101828');
  sky.addColorStop(1, '#584b53');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  for (let shape = 0; shape < 160; shape += 1) {
    context.fillStyle = `rgb(${random() * 255} ${random() * 220} ${random() * 200} / 70%)`;
    context.beginPath();
    context.ellipse(random() * width, random() * height, random() * 300, random() * 200, random() * 3, 0, 7);
    context.fill();
  }
  const picture = context.getImageData(0, 0, width, height);
  for (let at = 0; at < picture.data.length; at += 4) {
    const grain = random() * 24 - 12;
    for (let colour = 0; colour < 3; colour += 1)
      picture.data[at + colour] = (picture.data[at + colour] ?? 0) + grain;
  }
  context.putImageData(picture, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    };
    reader.onerror = reject;
    reader.readAsDataURL(blob);
  });
}
