import { wasReported } from '../../../shared/domain/reported';
import { reportedSchema } from '../../../shared/models/chronology';
import type { NewEntry, Reported } from '../../../shared/models/chronology';
import { DayField } from '../../components/date-input';
import { TextField } from '../../components/fields';
import { YesNoField } from '../../components/yes-no-field';

const empty = reportedSchema.parse({ date: null, reference: '', response: '' });

/** Whether and how it was reported to the police, and what became of it. */
export function PoliceFields({
  value,
  set,
}: {
  readonly value: NewEntry;
  readonly set: (change: Partial<NewEntry>) => void;
}) {
  const { reported } = value;
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
      {reported === null ? null : (
        <>
          <div className="pair">
            <DayField
              label="Reported on"
              value={reported.date ?? ''}
              onChange={(date) => {
                change({ date: date === '' ? null : date });
              }}
            />
            <TextField
              label="How"
              value={reported.how}
              onChange={(how) => {
                change({ how });
              }}
              maxLength={80}
            />
            <TextField
              label="Log (CAD) reference"
              value={reported.reference}
              onChange={(reference) => {
                change({ reference });
              }}
              maxLength={80}
            />
            <TextField
              label="Crime number"
              value={reported.crimeNumber}
              onChange={(crimeNumber) => {
                change({ crimeNumber });
              }}
              maxLength={80}
            />
          </div>
          <TextField
            label="Officer"
            value={reported.officer}
            onChange={(officer) => {
              change({ officer });
            }}
            maxLength={120}
          />
          <TextField
            label="What they answered"
            value={reported.response}
            onChange={(response) => {
              change({ response });
            }}
            maxLength={500}
          />
        </>
      )}
    </>
  );
}
