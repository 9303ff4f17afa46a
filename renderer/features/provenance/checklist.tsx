import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { checksLookedAt, withCheck } from '../../../shared/domain/provenance';
import { checkIds } from '../../../shared/models/provenance';
import type { CheckAnswer, Provenance } from '../../../shared/models/provenance';
import { checkWords } from '../../strings/provenance';

const answers: readonly { readonly id: CheckAnswer; readonly label: string }[] = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
  { id: 'na', label: 'Does not apply' },
];

/**
 * What makes a screenshot useful, one question each. It counts what was looked at and never scores: a screenshot with
 * every answer no may still be what the case turns on.
 */
export function Checklist({
  checks,
  onChange,
}: {
  readonly checks: Provenance['checks'];
  readonly onChange: (checks: Provenance['checks']) => void;
}) {
  const { lookedAt, of } = checksLookedAt(checks);
  return (
    <section className="checklist" aria-label="What a screenshot should show">
      <h3>What a screenshot should show</h3>
      <p className="quiet small" role="status">
        {lookedAt} of {of} looked at. Press an answer again to take it back.
      </p>
      {checkIds.map((id) => {
        const { question, hint } = checkWords(id);
        return (
          <div className="check-row" key={id}>
            <span className="question">{question}</span>
            <ToggleButtonGroup
              className="segmented"
              aria-label={question}
              selectionMode="single"
              selectedKeys={checks[id] === undefined ? [] : [checks[id]]}
              onSelectionChange={(keys) => {
                onChange(withCheck(checks, id, answers.find((each) => keys.has(each.id))?.id ?? null));
              }}
            >
              {answers.map((answer) => (
                <ToggleButton key={answer.id} id={answer.id}>
                  {answer.label}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            {checks[id] === 'no' ? <p className="hint small">{hint}</p> : null}
          </div>
        );
      })}
    </section>
  );
}
