import type { CaseSummary } from '../../../shared/models/case';
import type { TransferRecord } from '../../../shared/models/transfer';
import { CheckboxGroupField, Segmented, SelectField, TextField } from '../../components/fields';
import { printMoment } from '../../strings/dates';
import { sendText } from '../../strings/send';
import { nothingToSend } from './send-choice';
import type { ProblemOf, SendChoice, SendFrom } from './send-choice';

interface Props {
  readonly choice: SendChoice;
  readonly onChange: (choice: SendChoice) => void;
  readonly cases: readonly CaseSummary[];
  readonly from: SendFrom;
  readonly problemOf: ProblemOf;
}

/** Which case goes, to whom, and how it is sealed. */
export function SendTo({ choice, onChange, cases, from, problemOf }: Props) {
  return (
    <>
      <SelectField
        label={sendText.case}
        placeholder={sendText.chooseCase}
        options={cases.map(({ id, reference, alias }) => ({ id, label: `${reference} “${alias}”` }))}
        value={choice.caseId}
        onChange={(caseId) => {
          // What was chosen of another case says nothing of this one.
          const { type, officeIds, passphrase } = choice;
          onChange({ ...nothingToSend(caseId), type, officeIds, passphrase });
        }}
        error={problemOf('case')}
      />
      <Segmented
        label={sendText.sealed}
        value={choice.type}
        onChange={(type) => {
          onChange({ ...choice, type, purpose: null });
        }}
        options={[
          { id: 'recipient', label: sendText.forOffice },
          { id: 'passphrase', label: sendText.byPassphrase },
        ]}
      />
      {choice.type === 'passphrase' ? (
        <TextField
          label={sendText.passphrase}
          type="password"
          value={choice.passphrase}
          onChange={(passphrase) => {
            onChange({ ...choice, passphrase });
          }}
          error={problemOf('passphrase')}
        />
      ) : (
        <Offices choice={choice} onChange={onChange} from={from} problemOf={problemOf} />
      )}
    </>
  );
}

function Offices({ choice, onChange, from, problemOf }: Omit<Props, 'cases'>) {
  const compared = from.offices.filter(({ standing }) => standing === 'compared');
  const [first = null, ...others] = choice.officeIds;
  if (compared.length === 0) return <p className="quiet">{sendText.noOffice}</p>;
  const maySeveral = choice.purpose === 'copy' || choice.purpose === 'share';
  const further = compared.filter(({ id }) => id !== first);
  const last = choice.caseId === null ? undefined : lastSent(from.records, choice.caseId);
  return (
    <>
      <SelectField
        label={sendText.offices}
        placeholder={sendText.chooseOffice}
        options={compared.map(({ id, name }) => ({ id, label: name }))}
        value={first}
        onChange={(id) => {
          onChange({ ...choice, officeIds: [id, ...others.filter((each) => each !== id)], since: null });
        }}
        error={problemOf('office')}
        {...(last === undefined ? {} : { description: last })}
      />
      {first === null || !maySeveral || further.length === 0 ? null : (
        <CheckboxGroupField
          label={sendText.alsoFor}
          options={further.map(({ id, name }) => ({ id, label: name }))}
          value={others}
          onChange={(ids) => {
            onChange({ ...choice, officeIds: [first, ...ids] });
          }}
        />
      )}
    </>
  );
}

/** Where this case went before: to be seen, and not chosen again by itself. */
function lastSent(records: readonly TransferRecord[], caseId: string): string | undefined {
  const last = records.find((each) => each.direction === 'out' && each.caseId === caseId);
  return last === undefined ? undefined : sendText.lastSent(last.partner?.name ?? null, printMoment(last.at));
}
