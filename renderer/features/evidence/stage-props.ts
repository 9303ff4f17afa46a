import type { View, Fit, ScrollLink } from './use-view';

/** What every kind is given: how it is looked at, and whom to tell. */
export interface StageProps {
  readonly view: View;
  readonly onFit: (fit: Fit) => void;
  readonly onScale: (scale: number) => void;
  readonly hidden: boolean;
  readonly link: ScrollLink;
  readonly onFail: () => void;
  readonly onEdge?: (direction: 'left' | 'right' | 'up' | 'down') => void;
  readonly isFocused: boolean;
}
