import { plot } from '@observablehq/plot';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Chart } from '../../../shared/charts/chart';
import type { Palette } from '../../../shared/charts/palette';
import { Disclose } from '../../components/disclose';
import { printCount } from '../../strings/counts';

/** The design tokens, so that a chart follows light, dark and high contrast. */
const palette: Palette = {
  ink: 'var(--ink)',
  quiet: 'var(--ink-2)',
  line: 'var(--line-strong)',
  accent: 'var(--accent)',
  event: 'var(--plum)',
  gap: 'var(--amber)',
};
/** Narrower than this a chart is scrolled rather than squeezed. */
const narrowest = 560;

/** One view: what it shows in a sentence, a picture of it, and the same as a table. */
export function ChartFigure({ chart, controls }: { readonly chart: Chart; readonly controls?: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const heading = useId();
  const [width, setWidth] = useState(0);
  const { options, words, title, table } = chart;

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWidth(Math.max(narrowest, Math.floor(element.clientWidth)));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (element === null || width === 0) return;
    if (options === null) {
      element.replaceChildren();
      return;
    }
    const drawn = plot(options(width, palette));
    // The page allows no style but its own sheets; what these rules say stands in chronology.css.
    for (const style of drawn.querySelectorAll('style')) style.remove();
    // Parts of a picture have no names of their own.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', `${title}. ${words}`);
    element.replaceChildren(drawn);
  }, [options, width, title, words]);

  return (
    <section className="card chart" aria-labelledby={heading}>
      <div className="row">
        <h2 className="grow" id={heading} dir="auto">
          {title}
        </h2>
        {controls}
      </div>
      <p>{words}</p>
      <div className="drawing" ref={place} />
      <ChartTable title={title} table={table} />
    </section>
  );
}

/** What the drawing shows, in numbers and words. */
function ChartTable({ title, table }: { readonly title: string; readonly table: Chart['table'] }) {
  return (
    <>
      {' '}
      {table.rows.length === 0 ? null : (
        <Disclose title={`${title} as a table`}>
          <div className="chart-table" tabIndex={0} role="region" aria-label={`${title} as a table`}>
            <table>
              <thead>
                <tr>
                  {table.head.map((each) => (
                    <th key={each} scope="col">
                      {each}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, index) => (
                  <tr key={index}>
                    {row.map((each, column) => (
                      <td key={column} dir="auto">
                        {each}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {table.leftOut === 0 ? null : (
            <p className="quiet small">and {printCount(table.leftOut)} more, which an export has in full</p>
          )}
        </Disclose>
      )}
    </>
  );
}
