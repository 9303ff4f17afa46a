import type { TurnBy } from '../../models/page-turn';

const ways: Readonly<Record<TurnBy, string>> = {
  0: 'upright',
  90: 'on its side, with its top to the left',
  180: 'upside down',
  270: 'on its side, with its top to the right',
};

/** How a page lies that must be turned by so much: `upside down`. */
export function lyingText(by: TurnBy): string {
  return ways[by];
}

/** A small angle in words: `2.1 degrees`. */
export function degreesText(tenths: number): string {
  const size = Math.abs(tenths) / 10;
  return `${size} ${size === 1 ? 'degree' : 'degrees'}`;
}
