import { describe, expect, it } from 'vitest';
import { qrShape, readQr } from '../../../renderer/features/transfer/qr';
import type { Pixels } from '../../../renderer/features/transfer/qr';
import { printCard, readCards } from '../../../shared/domain/office-card/card-text';
import type { OfficeCard } from '../../../shared/models/office';
import { seeded } from '../../helpers/seeded';

const card: OfficeCard = {
  name: 'Ty Diogel, Caerdydd - Büro',
  made: '2026-11-28',
  recipient: `age1${'q'.repeat(58)}`,
  signingKey: 'ab'.repeat(32),
  signature: 'cd'.repeat(64),
};
const text = printCard(card);

/** The code as a picture: `scale` dots a square, turned by some degrees, with a stain of some squares, or all dots anyhow. */
function picture({ scale = 6, degrees = 0, stain = 0, isNoise = false } = {}): Pixels {
  const { size, path } = qrShape(text);
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h/gu)].map(([, x, y]) => `${x ?? ''} ${y ?? ''}`));
  const random = seeded(7);
  const side = Math.ceil(size * scale * 1.5);
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [dx, dy] = [x - side / 2, y - side / 2];
      const at = [dx * cos - dy * sin, dx * sin + dy * cos].map((each) =>
        Math.floor(each / scale + size / 2),
      );
      const isStained = at.every((each) => each >= 40 && each < 40 + stain);
      const isDark = isNoise ? random.below(2) === 0 : isStained || dark.has(at.join(' '));
      if (isDark) data.fill(20, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

describe('the QR code of a card', () => {
  it.each([
    ['as it is drawn', {}],
    ['small', { scale: 3 }],
    ['on its side', { degrees: 90 }],
    ['photographed askew', { degrees: 11, scale: 7 }],
    ['with a stain on it', { stain: 7 }],
  ])('%s gives the card back, letter for letter', (_how, options) => {
    const read = readQr(picture(options));
    expect(read).toBe(text);
    expect(readCards(read ?? '')).toEqual({ kind: 'cards', cards: [card] });
  });

  it('is not made out of a picture without one', () => {
    expect(readQr({ width: 300, height: 300, data: new Uint8ClampedArray(360_000).fill(255) })).toBeNull();
    expect(readQr(picture({ isNoise: true, scale: 3 }))).toBeNull();
  });

  it('of the longest name still fits', () => {
    expect(qrShape(printCard({ ...card, name: 'ü'.repeat(200) })).size).toBeLessThan(130);
  });
});
