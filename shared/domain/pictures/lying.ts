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
