import { useState } from 'react';
import type { Breach } from '../../../shared/models/breach';
import type { TransferRecord } from '../../../shared/models/transfer';
import { ClockField, DayField } from '../../components/date-input';
import { FormDialog } from '../../components/form-dialog';
import { RecordFields, choice, choiceOrNone, text } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { call, holdfast } from '../../kit/bridge';
import { nowIso } from '../../kit/today';
import { packageOption } from '../../strings/after';
import { breachText as words } from '../../strings/breaches';
import { readBreach, startBreach } from './breach-form';
import type { BreachForm } from './breach-form';

type DayAt = 'foundDay' | 'icoDay' | 'clientDay';
type TimeAt = 'foundTime' | 'icoTime' | 'clientTime';

/** A day and a time beside each other. */
function moment(dayAt: DayAt, timeAt: TimeAt, day: string, time: string): Field<BreachForm> {
  return {
    at: dayAt,
    draw: (value, set, errors) => (
      <div className="pair">
        <DayField
          label={day}
          value={value[dayAt]}
          onChange={(chosen) => {
            set({ [dayAt]: chosen });
          }}
          error={errors[dayAt] ?? null}
        />
        <ClockField
          label={time}
          value={value[timeAt]}
          onChange={(chosen) => {
            set({ [timeAt]: chosen });
          }}
          error={errors[timeAt] ?? null}
        />
      </div>
    ),
  };
}

const fieldsFor = (records: readonly TransferRecord[]): readonly Field<BreachForm>[] => [
  text('what', words.what, { description: words.whatHint, autoFocus: true, maxLength: 200 }),
  moment('foundDay', 'foundTime', words.foundDay, words.foundTime),
  choiceOrNone(
    'packageId',
    words.package,
    words.noPackage,
    records.map((record) => ({ id: record.packageId, label: packageOption(record) })),
  ),
  choice('strength', words.strength, words.strengths),
  text('circumstances', words.circumstances, { rows: 3 }),
  choice('risk', words.risk, words.risks),
  text('riskWhy', words.riskWhy, { rows: 3, description: words.riskHint }),
  moment('icoDay', 'icoTime', words.icoDay, words.icoTime),
  text('icoReference', words.icoReference, { maxLength: 200 }),
  moment('clientDay', 'clientTime', words.clientDay, words.clientTime),
  text('notes', words.notes, { rows: 3 }),
];

/** What is written down about something that was lost or stolen. */
export function BreachDialog({
  breach,
  records,
  onDone,
  onClose,
}: {
  /** Null for a new one. */
  readonly breach: Breach | null;
  readonly records: readonly TransferRecord[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [form, setForm] = useState(() => startBreach(breach?.body ?? null, nowIso()));
  const [isChecked, setChecked] = useState(false);
  const { body, errors } = readBreach(form, nowIso());
  return (
    <FormDialog
      title={breach === null ? words.newTitle : words.changeTitle(breach.body.what)}
      submit={words.save}
      isWide
      ready={() => {
        setChecked(true);
        return body !== null;
      }}
      work={async () => {
        if (body === null) return;
        const changes = breach === null ? null : { id: breach.id, version: breach.version };
        await call(holdfast.breaches.save({ changes, body }));
      }}
      onDone={onDone}
      onClose={onClose}
    >
      <RecordFields
        fields={fieldsFor(records)}
        value={form}
        set={(change) => {
          setForm((before) => withStrength({ ...before, ...change }, change, records));
        }}
        errors={isChecked ? errors : {}}
      />
    </FormDialog>
  );
}

/** How a package was sealed is known from the list: it is filled in when the package is chosen, and may be changed. */
function withStrength(
  form: BreachForm,
  change: Partial<BreachForm>,
  records: readonly TransferRecord[],
): BreachForm {
  if (change.packageId == null) return form;
  const sealed = records.find(({ packageId }) => packageId === change.packageId)?.sealed ?? null;
  return sealed === null ? form : { ...form, strength: sealed };
}
