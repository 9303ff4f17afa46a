import { caseSorts, dueWithin, ownersOf } from '../../../shared/domain/casework/caseload/choose';
import type { CaseChoice } from '../../../shared/domain/casework/caseload/choose';
import { endedStatuses, openStatuses } from '../../../shared/domain/casework/caseload/endings';
import type { CaseRow } from '../../../shared/models/caseload';
import { jurisdictionOptions } from '../../../shared/records/case-details';
import { statusText } from '../../../shared/records/words/case-words';
import { SearchField } from '../../components/fields';
import { RecordFields, choice as choiceField } from '../../components/record-fields';
import { caseSortText, caseloadText as words, dueWithinText } from '../../strings/caseload';

const statuses = [
  { id: 'open', label: words.openOnes },
  ...openStatuses.map((id) => ({ id, label: statusText(id) })),
  { id: 'ended', label: words.endedOnes },
  ...endedStatuses.map((id) => ({ id, label: statusText(id) })),
  { id: 'all', label: words.everyOne },
] as const;

const laws = [
  { id: 'any', label: words.anyLaw },
  ...jurisdictionOptions,
  { id: 'not-said', label: words.lawNotSaid },
] as const;

const days = dueWithin.map((id) => ({ id, label: dueWithinText[id] }));
const sorts = caseSorts.map((id) => ({ id, label: caseSortText[id] }));

/** Which cases are listed, and in which order. */
export function CaseFilterBar({
  rows,
  choice,
  onChange,
}: {
  readonly rows: readonly CaseRow[];
  readonly choice: CaseChoice;
  readonly onChange: (choice: CaseChoice) => void;
}) {
  const set = (change: Partial<CaseChoice>): void => {
    onChange({ ...choice, ...change });
  };
  const people = [
    { id: 'any', label: words.everybody },
    ...ownersOf(rows).map((owner) => ({ id: `of:${owner}`, label: owner })),
    { id: 'nobody', label: words.nobody },
  ];
  const fields = [
    choiceField('status', words.status, statuses),
    choiceField('due', words.due, days),
    choiceField('whose', words.whose, people),
    choiceField('jurisdiction', words.law, laws),
    choiceField('sort', words.sort, sorts),
  ];
  return (
    <div className="case-filter">
      <div className="full">
        <SearchField
          label={words.filterText}
          value={choice.text}
          onChange={(text) => {
            set({ text });
          }}
          shortcut="/"
        />
      </div>
      <RecordFields<CaseChoice> fields={fields} value={choice} set={set} />
    </div>
  );
}
