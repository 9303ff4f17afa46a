import { Copy, History, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { channelText } from '../../../shared/domain/channels';
import { entryContent, nothingMore } from '../../../shared/domain/entry-content';
import { channels } from '../../../shared/models/chronology';
import type { Channel, Entry, NewEntry } from '../../../shared/models/chronology';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { useNavigation, useUnsaved } from '../../kit/navigation';
import { Button, IconButton } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { useFirstProblem } from '../../components/first-problem';
import { Disclose } from '../../components/disclose';
import { NumberField, Segmented, SelectField, TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { recordedOptions } from '../../../shared/records/words/entry-words';
import { ActFields } from './act-fields';
import { CitedMessages } from '../messages/cited-messages';
import { DateFields, dateWords } from './date-fields';
import { fromEdtf, toEdtf } from './date-form';
import type { EntryDraft } from './entry-draft';
import { EffectFields } from './effect-fields';
import { EvidencePicker } from './evidence-picker';
import { HistoryDialog } from '../records/history-dialog';
import { PoliceFields } from './police-fields';
import { SayWhen } from './say-when';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { WhoFields } from './who-fields';

const channelOptions: readonly { readonly id: Channel | 'none'; readonly label: string }[] = [
  { id: 'none', label: 'Not said' },
  ...channels.map((id) => ({ id, label: channelText(id) })),
];

const account = 'the client’s account';

function emptyEntry(): NewEntry {
  return { ...nothingMore, edtf: today(), time: null, title: '', dateSource: account };
}

const hasWho = ({ links, actor, others, vehicle, witnesses }: NewEntry): boolean =>
  links.length > 0 || actor !== null || others !== '' || vehicle !== '' || witnesses.length > 0;
const hasEffect = (entry: NewEntry): boolean =>
  entry.effect !== '' ||
  entry.changes !== '' ||
  entry.fear !== null ||
  entry.threat !== null ||
  entry.childrenPresent !== null ||
  entry.firstTime !== null ||
  entry.safetyAction !== '' ||
  entry.marks.length > 0;
const hasRecord = ({ recordedWhen, attempts, comment }: NewEntry): boolean =>
  recordedWhen !== null || attempts !== null || comment !== '';

/** Beside the list: a new entry, or one to change. What is typed is never thrown away without asking. */
export function EntryEditor({
  caseId,
  entry,
  draft,
  resumed,
  notice,
  onSaved,
  onRemoved,
  onClose,
}: {
  readonly caseId: string;
  readonly entry: Entry | null;
  readonly draft: NewEntry | null;
  /** What was being typed when the vault was locked, and what to say about it. */
  readonly resumed: EntryDraft | null;
  readonly notice: ReactNode;
  readonly onSaved: () => void;
  readonly onRemoved: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { go } = useNavigation();
  const [first] = useState<NewEntry>(() => entryContent(entry ?? draft ?? emptyEntry()));
  const [value, setValue] = useState<NewEntry>(resumed?.value ?? first);
  const [form, setForm] = useState(() => resumed?.form ?? fromEdtf(first.edtf, today()));
  const version = resumed?.version ?? entry?.version ?? null;
  const [checked, setChecked] = useState(false);
  const act = useAct({ once: true });
  const [removing, setRemoving] = useState(false);
  const [history, setHistory] = useState(false);
  const { form: body, refuse } = useFirstProblem<HTMLDivElement>();

  const whole: NewEntry = { ...value, edtf: toEdtf(form) };
  const unsaved = resumed !== null || JSON.stringify(whole) !== JSON.stringify(first);
  const leave = useUnsaved(unsaved);
  const forget = useDraft(
    { form: 'entry', subject: entry?.id ?? null, caseId },
    { value: whole, form, version },
    unsaved,
  );
  const settled = (): void => {
    leave();
    forget();
  };
  const set = (change: Partial<NewEntry>): void => {
    setValue((before) => ({ ...before, ...change }));
  };
  const dateProblem = dateWords(whole.edtf, whole.time) === null ? 'Complete the date.' : null;
  const titleProblem = whole.title.trim() === '' ? 'Say in a few words what happened.' : null;

  function save(): void {
    setChecked(true);
    act.setError(null);
    if (act.busy) return;
    if (dateProblem !== null || titleProblem !== null) {
      refuse();
      return;
    }
    act.run(
      () =>
        call(
          entry === null
            ? holdfast.chronology.create({ ...whole, caseId })
            : holdfast.chronology.update({ ...whole, id: entry.id, version: version ?? entry.version }),
        ),
      () => {
        settled();
        onSaved();
      },
    );
  }

  return (
    <section className="card editor" aria-label={entry === null ? 'New entry' : 'Change entry'}>
      <div className="row editor-head">
        <h2 className="grow">{entry === null ? 'New entry' : 'Change entry'}</h2>
        <IconButton label="Close" icon={<X aria-hidden />} onPress={onClose} />
      </div>
      <div className="body" ref={body}>
        {notice}
        <SayWhen
          onDate={({ edtf, time }, said) => {
            setForm(fromEdtf(edtf, today()));
            // The words it was said in are kept, unless another source is written there.
            const source = value.dateSource.replace(/: “[^”]*”$/u, '');
            set(source === account ? { time, dateSource: `${account}: “${said.slice(0, 170)}”` } : { time });
          }}
        />
        <DateFields
          form={form}
          onForm={setForm}
          time={value.time}
          onTime={(time) => {
            set({ time });
          }}
          problem={checked ? dateProblem : null}
        />
        <TextField
          label="Where the date comes from"
          value={value.dateSource}
          onChange={(dateSource) => {
            set({ dateSource });
          }}
          maxLength={200}
        />
        <TextField
          label="In a few words"
          value={value.title}
          onChange={(title) => {
            set({ title });
          }}
          error={checked ? titleProblem : null}
          maxLength={200}
          autoFocus={entry === null}
        />
        <TextField
          label="What happened, as the client tells it"
          rows={5}
          value={value.description}
          onChange={(description) => {
            set({ description });
          }}
        />
        <TextField
          label="The exact words used, if any"
          rows={2}
          value={value.quote}
          onChange={(quote) => {
            set({ quote });
          }}
        />
        <div className="field">
          <span className="label" aria-hidden>
            Kind
          </span>
          <Segmented
            label="Kind"
            value={value.kind}
            onChange={(kind) => {
              set({ kind });
            }}
            options={[
              { id: 'incident', label: 'Incident' },
              { id: 'event', label: 'Background event' },
            ]}
          />
          {value.kind === 'event' ? (
            <span className="hint">
              What the conduct stands against: a separation, a warning, an order, a hearing. It is never
              counted as conduct.
            </span>
          ) : null}
        </div>
        <div className="pair">
          <SelectField
            label="How"
            options={channelOptions}
            value={value.channel ?? 'none'}
            onChange={(channel) => {
              set({ channel: channel === 'none' ? null : channel });
            }}
          />
          <TextField
            label="Place"
            value={value.place}
            onChange={(place) => {
              set({ place });
            }}
            maxLength={200}
          />
        </div>
        <ActFields value={value} set={set} />
        <PoliceFields caseId={caseId} value={value} set={set} />
        <Disclose title="Who, vehicle and witnesses" isOpenAtFirst={hasWho(first)}>
          <WhoFields caseId={caseId} value={value} set={set} />
        </Disclose>
        <Disclose title="Effect, fear, safety and coverage" isOpenAtFirst={hasEffect(first)}>
          <EffectFields value={value} set={set} />
        </Disclose>
        <Disclose title="How it was recorded, and your comment" isOpenAtFirst={hasRecord(first)}>
          <div className="stack">
            <div className="pair">
              <SelectField
                label="Written down or told"
                value={value.recordedWhen ?? 'none'}
                onChange={(next) => {
                  set({ recordedWhen: next === 'none' ? null : next });
                }}
                options={[{ id: 'none', label: 'Not said' }, ...recordedOptions]}
              />
              <NumberField
                label="How often, as told"
                description="Only where there are no messages or calls to count."
                value={value.attempts ?? 1}
                min={1}
                max={100_000}
                onChange={(attempts) => {
                  set({ attempts: attempts === 1 ? null : attempts });
                }}
              />
            </div>
            <TextField
              label="Your comment"
              description="Kept apart from the account, and left out of what is given to others unless it is chosen."
              rows={3}
              value={value.comment}
              onChange={(comment) => {
                set({ comment });
              }}
            />
          </div>
        </Disclose>
        <CitedMessages
          caseId={caseId}
          entryId={entry?.id ?? null}
          value={value.messageKeys}
          onChange={(messageKeys) => {
            set({ messageKeys });
          }}
        />
        <EvidencePicker
          caseId={caseId}
          value={value.evidenceIds}
          onChange={(evidenceIds) => {
            set({ evidenceIds });
          }}
        />
        {act.error === 'conflict' ? (
          <Notice tone="red" title="This entry was changed meanwhile." isUrgent>
            Yours is not saved and is still here. Copy what you wrote, leave without saving, and open the
            entry again to see the other one.
          </Notice>
        ) : (
          <Failure code={act.error} />
        )}
      </div>
      <div className="actions">
        <Button variant="primary" isPending={act.busy} onPress={save}>
          Save entry
        </Button>
        {entry === null ? null : (
          <>
            <Button
              icon={<History aria-hidden />}
              onPress={() => {
                setHistory(true);
              }}
            >
              Versions
            </Button>
            <Button
              icon={<Copy aria-hidden />}
              onPress={() => {
                go({ name: 'chronology', caseId, beginAs: { copyOf: entry.id } });
              }}
            >
              Duplicate
            </Button>
            <Button
              variant="danger"
              icon={<Trash2 aria-hidden />}
              onPress={() => {
                setRemoving(true);
              }}
            >
              Remove
            </Button>
          </>
        )}
      </div>
      {entry === null || !history ? null : (
        <HistoryDialog
          title="Versions of this entry"
          id={entry.id}
          onRestored={() => {
            settled();
            onSaved();
          }}
          onClose={() => {
            setHistory(false);
          }}
        />
      )}
      <ConfirmDialog
        title="Remove this entry?"
        isOpen={removing}
        confirm="Remove the entry"
        onConfirm={() => {
          if (entry === null) return;
          act.run(
            () => call(holdfast.chronology.remove({ id: entry.id })),
            () => {
              settled();
              onRemoved(entry.id);
            },
            () => {
              setRemoving(false);
            },
          );
        }}
        onClose={() => {
          setRemoving(false);
        }}
      >
        It goes out of the chronology and of new bundles. Its earlier versions and a note that it was removed
        stay on record. Evidence is not touched.
      </ConfirmDialog>
    </section>
  );
}
