import { wasReported } from '../../../shared/domain/reported';
import { reportedSchema } from '../../../shared/models/chronology';
import type { NewEntry, Reported } from '../../../shared/models/chronology';
import { RecordFields, day, text, together } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { TextLink } from '../../components/button';
import { YesNoField } from '../../components/yes-no-field';
import { useNavigation } from '../../kit/navigation';
import { inEntryText } from '../../strings/response';

const empty = reportedSchema.parse({ date: null, reference: '', response: '' });

const ofReport: readonly Field<Reported>[] = [
  together('pair', [
    day('date', 'Reported on'),
    text('how', 'How', { maxLength: 80 }),
    text('reference', 'Log (CAD) reference', { maxLength: 80 }),
    text('crimeNumber', 'Crime number', { maxLength: 80 }),
  ]),
  text('officer', 'Officer', { maxLength: 120 }),
  text('response', 'What they answered', { maxLength: 500 }),
];

/** Whether and how it was reported to the police, and what became of it; the report itself is kept in its room. */
export function PoliceFields({
  caseId,
  value,
  set,
}: {
  readonly caseId: string;
  readonly value: NewEntry;
  readonly set: (change: Partial<NewEntry>) => void;
}) {
  const { reported } = value;
  const { go } = useNavigation();
  const change = (more: Partial<Reported>): void => {
    set({ reported: { ...(reported ?? empty), ...more } });
  };
  return (
    <>
      <YesNoField
        label="Was it reported to the police?"
        value={wasReported(value)}
        onChange={(answer) => {
          set({
            reported: answer === true ? (reported ?? empty) : null,
            unreported: answer === false ? true : undefined,
          });
        }}
      />
      {reported === null ? null : <RecordFields fields={ofReport} value={reported} set={change} />}
      <p className="quiet small">
        {inEntryText.kept}{' '}
        <TextLink
          onPress={() => {
            go({ name: 'response', caseId });
          }}
        >
          {inEntryText.open}
        </TextLink>
      </p>
    </>
  );
}
