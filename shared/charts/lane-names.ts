import { text } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';

/** Names of lanes at the left edge, each in the middle of its lane. */
export function laneNames(lanes: readonly string[], colour: string): Markish {
  return text(
    lanes.map((lane) => ({ lane })),
    {
      fy: 'lane',
      text: 'lane',
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -26,
      fill: colour,
      fontWeight: 600,
    },
  );
}
