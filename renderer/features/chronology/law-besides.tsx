import type { Law } from '../../../shared/models/law';
import { lawBesides } from '../../strings/law';

/** Statements of the law, each with where it stands. */
export function SourcedCard({
  title,
  label = title,
  rows,
}: {
  readonly title: string;
  readonly label?: string;
  readonly rows: readonly { readonly text: string; readonly source: string }[];
}) {
  return (
    <section className="card coverage-group" aria-label={label}>
      <h2>{title}</h2>
      <ul>
        {rows.map(({ text, source }) => (
          <li key={text} className="element">
            <span className="grow">
              {text}
              <br />
              <span className="quiet small">{source}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the law says besides offences and acts: effects it names, defences, other offences, who reviews a decision. */
export function LawBesides({ law }: { readonly law: Law }) {
  return lawBesides(law).map((each) => <SourcedCard key={each.title} {...each} />);
}
