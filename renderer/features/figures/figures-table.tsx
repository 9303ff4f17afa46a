import { useId } from 'react';
import { notShown } from '../../../shared/charts/figures';
import type { FigureTable } from '../../../shared/models/figures';
import { figuresText as words } from '../../strings/figures';

/** One table, with what it counts and what it does not. */
export function FiguresTable({ table }: { readonly table: FigureTable }) {
  const heading = useId();
  const { title, definition, notCounted, head, labels, rows } = table;
  return (
    <section className="card pad stack" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className="quiet small">
        {definition} {notCounted}
      </p>
      <div className="figures-table" tabIndex={0} role="region" aria-label={words.asTable(title)}>
        <table>
          <thead>
            <tr>
              {head.map((each, nth) => (
                <th key={each} scope="col" className={nth < labels ? undefined : 'count'}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.labels.join(' ')}>
                {row.labels.map((each, nth) =>
                  // The total of a group has no second label.
                  each === '' ? (
                    <td key={nth} />
                  ) : (
                    <th key={nth} scope="row">
                      {each}
                    </th>
                  ),
                )}
                {row.cells.map((each, nth) => (
                  <td key={nth} className="count">
                    {each ?? notShown}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
