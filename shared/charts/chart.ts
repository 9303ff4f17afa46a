import type { PlotOptions } from '@observablehq/plot';
import type { Palette } from './palette';

/** The same content as rows of text: for a screen reader, for copying, and for whoever reads figures rather than pictures. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows left out at the end of a very long table. */
  readonly leftOut: number;
}

/** A view of the chronology: a picture of it, what it shows in a sentence, and all of it as a table. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What can be read off, in words that claim no more than is counted. */
  readonly words: string;
  /** Null where there is nothing to draw. */
  readonly options: ((width: number, palette: Palette) => PlotOptions) | null;
  readonly table: ChartTable;
}

/** Rows of a table that are printed or shown; the rest is counted. */
const mostRows = 400;

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): ChartTable {
  return { head, rows: rows.slice(0, mostRows), leftOut: Math.max(0, rows.length - mostRows) };
}

/** A day or moment of the calendar as Plot takes it. Always read and printed in UTC, so that no zone ever moves one. */
export function moment(stamp: string): Date {
  return new Date(`${stamp.length === 10 ? `${stamp}T00:00:00` : stamp}Z`);
}

/** How strong a square is drawn, 0 to 1: one incident can be told from none, and more from fewer. */
export function shade(count: number, most: number): number {
  return most <= 1 ? 0.7 : 0.4 + (0.6 * (count - 1)) / (most - 1);
}
