import { plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Chart } from '../../../shared/charts/chart';
import { printPalette } from '../../../shared/charts/palette';
import { Html } from './html';

/** Pixels across an A4 page between its margins. */
const printWidth = 660;

/** A chart as SVG, drawn without a browser, in the colours of print. Null where there is nothing to draw. */
export function drawChart(chart: Chart): Html | null {
  if (chart.options === null) return null;
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  // Plot asks for no more of a document than linkedom has; its types ask for all of it.
  const drawn = plot({
    ...chart.options(printWidth, printPalette),
    document: document,
  });
  for (const style of drawn.querySelectorAll('style')) style.remove();
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', `${chart.title}. ${chart.words}`);
  return new Html(drawn.outerHTML);
}
