import type { Law } from '../../../shared/models/law';
import { lawBesides } from '../../strings/law';

/** What the law says besides offences and acts: effects it names, defences, other offences, who reviews a decision. */
export function LawBesides({ law }: { readonly law: Law }) {
  return lawBesides(law).map(({ title, rows }) => (
    <section key={title} className="card coverage-group" aria-label={title}>
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
  ));
}
