/** Colours of a chart. On screen they are names of the design tokens, so that light, dark and high contrast follow; in print they are fixed. */
export interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly event: string;
  readonly gap: string;
}

export const printPalette: Palette = {
  ink: '#1d2330',
  quiet: '#4c5465',
  line: '#c9c4ba',
  accent: '#0e5a63',
  event: '#6b2d5c',
  gap: '#b98a2f',
};
