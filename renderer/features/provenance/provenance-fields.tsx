import { ways } from '../../../shared/domain/provenance';
import type { ProvenanceWay } from '../../../shared/models/provenance';
import { Segmented, SelectField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { RecordFields, text } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { wayOptions } from '../../strings/provenance';
import type { ProvenanceForm } from './provenance-form';
import { LooseDateField } from './received-field';

type Shared = Omit<ProvenanceForm, 'checks'>;

const tones = { whole: 'green', perhaps: 'accent', lossy: 'amber' } as const;
const lead = {
  whole: 'The file comes as it was made',
  perhaps: 'It may not be the file as it was made',
  lossy: 'This is not the file as it was made',
} as const;

const ofGiving: readonly Field<Shared>[] = [text('givenBy', 'Who gave it to you', { maxLength: 200 })];
const ofMaking: readonly Field<Shared>[] = [
  text('device', 'Whose device it was made on', {
    description: 'For example: the client’s own phone, iPhone 13.',
    maxLength: 200,
  }),
  text('capturedBy', 'Who took it', {
    description: 'Whoever pressed the button can be asked about it.',
    maxLength: 200,
  }),
  text('account', 'Account that was signed in', {
    description: 'As it shows on the screen, where it does.',
    maxLength: 200,
  }),
];
const ofWords: readonly Field<Shared>[] = [
  text('saidBy', 'Whose words this is', {
    description: 'For example: the client, on the phone on 3 November.',
    maxLength: 200,
  }),
  text('note', 'Note', { rows: 2, maxLength: 20_000 }),
];

/** How it came here and in whose words; what a way of sending takes away is said at once. */
export function ProvenanceFields({
  form,
  onForm,
  dateProblem,
  several = false,
}: {
  readonly form: Shared;
  readonly onForm: (change: Partial<Shared>) => void;
  readonly dateProblem: string | null;
  /** For several items: nothing that differs from one to the next is asked. */
  readonly several?: boolean;
}) {
  const none = several ? 'Leave as it is' : 'Not said yet';
  const way = form.way === null ? null : ways[form.way];
  return (
    <>
      <SelectField<ProvenanceWay | 'none'>
        label="How it came to you"
        options={[{ id: 'none', label: none }, ...wayOptions]}
        value={form.way ?? 'none'}
        onChange={(chosen) => {
          onForm({ way: chosen === 'none' ? null : chosen });
        }}
      />
      {way === null ? null : (
        <Notice tone={tones[way.keeping]} title={lead[way.keeping]}>
          {way.words}
        </Notice>
      )}
      <RecordFields fields={ofGiving} value={form} set={onForm} />
      <LooseDateField
        label="When you received it"
        value={form.received}
        onChange={(received) => {
          onForm({ received });
        }}
        error={dateProblem}
        {...(several ? { none } : {})}
      />
      <RecordFields fields={ofMaking} value={form} set={onForm} />
      <div className="field">
        <span className="label">Is the original still where it was made?</span>
        <Segmented<'yes' | 'no' | 'unknown'>
          label="Is the original still where it was made?"
          value={form.originalKept ?? 'unknown'}
          onChange={(kept) => {
            onForm({ originalKept: kept === 'unknown' ? null : kept });
          }}
          options={[
            { id: 'yes', label: 'Yes' },
            { id: 'no', label: 'No' },
            { id: 'unknown', label: several ? 'Leave as it is' : 'Not known' },
          ]}
        />
      </div>
      <RecordFields fields={ofWords} value={form} set={onForm} />
    </>
  );
}
