import { aroundWarning, daysAroundWarning } from '../../../shared/domain/casework/response/around-warning';
import { labelOf } from '../../../shared/records/by-fields';
import { eventSorts } from '../../../shared/records/case-event';
import type { CaseEvent } from '../../../shared/records/case-event';
import { Sentence } from '../../components/sentence';
import { today } from '../../kit/today';
import { adviceText, responseText, warningText as words } from '../../strings/response';
import type { Shown } from '../record-book/use-records';
import { EntryLinks, Lines, Part, Why } from './parts';
import type { Response } from './use-response';

/** Warnings and information notices, with what was reported in the days around each. */
export function WarningsPart({ response }: { readonly response: Response }) {
  const warnings = response.events.filter(({ body }) => body.what === 'warning');
  return (
    <Part title={words.title} count={warnings.length} empty={words.empty}>
      {warnings.length === 0 ? null : <Why id="warning" jurisdiction={response.facts.jurisdiction} />}
      <ul className="response-list">
        {warnings.map((shown) => (
          <li key={shown.id}>
            <Warning response={response} shown={shown} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Warning({
  response: { caseId, facts },
  shown: { body },
}: {
  readonly response: Response;
  readonly shown: Shown<CaseEvent>;
}) {
  const { before, sameDay, after, unsure, to } = aroundWarning(body, facts.entries);
  return (
    <article className="stack response-record">
      <h3>{`${labelOf(eventSorts, body.what)}, ${responseText.on(body.on)}`}</h3>
      <Lines
        lines={[
          words.counts(before.length, after.length, daysAroundWarning),
          sameDay.length === 0 ? null : words.sameDay(sameDay.length),
          unsure.length === 0 ? null : words.unsure(unsure.length),
          to > today() ? words.toCome(to) : null,
        ]}
      />
      <EntryLinks caseId={caseId} label={words.before} entries={before} />
      <EntryLinks caseId={caseId} label={words.on} entries={sameDay} />
      <EntryLinks caseId={caseId} label={words.after} entries={after} />
      <EntryLinks caseId={caseId} label={words.wide} entries={unsure} />
    </article>
  );
}

/** Advice that the police gave, word for word, with the report it was given on. */
export function AdvicePart({ response }: { readonly response: Response }) {
  const given = response.reports.filter(({ body }) => body.advice !== '');
  return (
    <Part title={adviceText.title} count={given.length} empty={adviceText.empty}>
      <ul className="response-list">
        {given.map(({ id, body }) => (
          <li key={id} className="response-record">
            <blockquote dir="auto">{body.advice}</blockquote>
            <p className="quiet small">
              <Sentence>{adviceText.by(body.adviceBy, body.on)}</Sentence>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
