import type { Duty } from '../../../shared/models/duty';
import { putOffFields, putOffKind } from '../../../shared/records/put-off';
import type { PutOff } from '../../../shared/records/put-off';
import { ruleTitle } from '../../../shared/domain/casework/duties/rules';
import { duties as words } from '../../strings/duties';
import { RecordForm } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';

/** What is put off: the line by its rule and what it is about, and the record of having put it off before, if there is one. */
export interface PutOffOpen {
  readonly start: Pick<PutOff, 'rule' | 'subject'> | null;
  readonly shown: Shown<PutOff> | null;
}

/** Puts a line off, with a reason and, where somebody names one, a day from which it is there again. */
export function PutOffForm({
  caseId,
  open: { start, shown },
  duties,
  onClose,
}: {
  readonly caseId: string;
  readonly open: PutOffOpen;
  readonly duties: readonly Duty[];
  readonly onClose: () => void;
}) {
  // The line is shown as the form has it: what was typed before may be about another.
  const lineOf = (rule: unknown, subject: unknown): string =>
    duties.find((duty) => duty.rule === rule && duty.subject === subject)?.text ??
    (typeof rule === 'string' ? ruleTitle(rule) : '');
  return (
    <RecordForm
      caseId={caseId}
      kind={putOffKind}
      fields={putOffFields}
      shown={shown}
      start={start ?? {}}
      title={words.putOffTitle}
      intro={words.putOffIntro}
      submit={words.putOff}
      groups={[{ fields: ['reason', 'until'] }, { heading: words.line, fields: ['rule'] }]}
      own={{
        rule: (value) => <p dir="auto">{lineOf(value.rule, value.subject)}</p>,
      }}
      onClose={onClose}
    />
  );
}
