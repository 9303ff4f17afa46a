import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { checksLookedAt, ways } from '../../../shared/domain/provenance';
import { printDate } from '../../../shared/domain/dates/print';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { checkIds, emptyProvenance } from '../../../shared/models/provenance';
import type { Provenance, ProvenanceVersion } from '../../../shared/models/provenance';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { useQuery } from '../../kit/hooks';
import { useUnsaved } from '../../kit/navigation';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { Chip, FactRow, Facts, Notice, Skeleton } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { checkWords, wayText } from '../../strings/provenance';
import { WithDraft } from '../drafts/with-draft';
import { Checklist } from './checklist';
import { ProvenanceFields } from './provenance-fields';
import { fromForm, provenanceFormSchema, receivedProblem, toForm } from './provenance-form';
import type { ProvenanceForm } from './provenance-form';
import './provenance.css';

/** Where an exhibit came from, as people said it; to read, and to say or correct. */
export function ProvenancePanel({
  item,
  startsOpen,
}: {
  readonly item: EvidenceDetail;
  /** The form is to be open at once. */
  readonly startsOpen: boolean;
}) {
  const [editing, setEditing] = useState(startsOpen);
  const { data, error, reload } = useQuery(
    `provenance-${item.id}`,
    () => call(holdfast.provenance.get({ id: item.id })),
    ['evidence'],
  );
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={200} />;
  const { versions } = data;
  const [newest] = versions;

  if (editing) {
    return (
      <WithDraft
        form="provenance"
        subject={item.id}
        caseId={item.caseId}
        schema={provenanceFormSchema}
        onClose={() => {
          setEditing(false);
        }}
      >
        {(resumed, notice) => (
          <Form
            item={item}
            newest={newest ?? null}
            resumed={resumed}
            notice={notice}
            onDone={() => {
              setEditing(false);
              reload();
            }}
            onCancel={() => {
              setEditing(false);
            }}
          />
        )}
      </WithDraft>
    );
  }
  return <WhatIsSaid item={item} versions={versions} setEditing={setEditing} />;
}

function Said({ body, isPicture }: { readonly body: Provenance; readonly isPicture: boolean }) {
  const { lookedAt, of } = checksLookedAt(body.checks);
  const rows: readonly (readonly [string, string])[] = [
    ['Given by', body.givenBy],
    ['Received', body.receivedOn === null ? '' : printDate(body.receivedOn, null)],
    ['Device', body.device],
    ['Taken by', body.capturedBy],
    ['Account', body.account],
    [
      'Original',
      body.originalKept === null
        ? ''
        : body.originalKept === 'yes'
          ? 'still where it was made'
          : 'no longer there',
    ],
    ['In the words of', body.saidBy],
    ['Note', body.note],
  ];
  return (
    <div className="stack">
      {body.way === null ? (
        <p className="quiet">How it came is not said.</p>
      ) : (
        <div>
          <strong>{wayText(body.way)}</strong>
          {ways[body.way].keeping === 'lossy' ? <Notice tone="amber">{ways[body.way].words}</Notice> : null}
        </div>
      )}
      <Facts>
        {rows
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <FactRow key={name} name={name}>
              {text}
            </FactRow>
          ))}
      </Facts>
      {!isPicture && lookedAt === 0 ? null : (
        <div>
          <h3>
            What it shows: {lookedAt} of {of} looked at
          </h3>
          <div className="row chips">
            {checkIds.flatMap((id) => {
              const answer = body.checks[id];
              if (answer === undefined || answer === 'na') return [];
              return (
                <Chip key={id} tone={answer === 'yes' ? 'green' : 'amber'}>
                  {answer === 'yes' ? checkWords(id).short : `no: ${checkWords(id).short}`}
                </Chip>
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}

interface FormProps {
  readonly item: EvidenceDetail;
  readonly newest: ProvenanceVersion | null;
  readonly resumed: ProvenanceForm | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What is typed, kept as it is typed, and saving it. */
function useProvenance({ item, newest, resumed, onDone, onCancel }: FormProps) {
  // What the form began with stays what it is compared with, also when somebody else saves meanwhile.
  const [start] = useState(() => ({
    form: toForm(newest?.body ?? emptyProvenance, today()),
    version: newest?.version ?? 0,
  }));
  const [form, setForm] = useState(resumed ?? start.form);
  const [checked, setChecked] = useState(false);
  const act = useAct({ once: true });
  const changed = JSON.stringify(form) !== JSON.stringify(start.form);
  const unsaved = resumed !== null || changed;
  const settled = useDraft({ form: 'provenance', subject: item.id, caseId: item.caseId }, form, unsaved);
  const stay = useUnsaved(unsaved);
  const found = receivedProblem(form);
  const close = (then: () => void): void => {
    settled();
    stay();
    then();
  };

  function save(): void {
    setChecked(true);
    if (found !== null) return;
    const { version } = start;
    act.run(
      () => call(holdfast.provenance.save({ id: item.id, version, provenance: fromForm(form) })),
      () => {
        close(onDone);
      },
    );
  }

  return {
    form,
    change: (change: Partial<ProvenanceForm>): void => {
      setForm((before) => ({ ...before, ...change }));
    },
    /** What is wrong with the date is said once somebody wanted to save. */
    problem: checked ? found : null,
    act,
    save,
    cancel: (): void => {
      close(onCancel);
    },
  };
}

function Form({ notice, ...props }: FormProps & { readonly notice: ReactNode }) {
  const { item } = props;
  const { form, change, problem, act, save, cancel } = useProvenance(props);
  return (
    <form
      className="provenance stack"
      aria-label="Where it came from"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>Where it came from</h2>
      {notice}
      <ProvenanceFields form={form} onForm={change} dateProblem={problem} />
      {item.kind === 'image' ? (
        <Checklist
          checks={form.checks}
          onChange={(checks) => {
            change({ checks });
          }}
        />
      ) : null}
      <Failure code={act.error} />
      <div className="save-bar">
        <Button onPress={cancel}>Cancel</Button>
        <Button variant="primary" isPending={act.busy} onPress={save}>
          Save
        </Button>
      </div>
    </form>
  );
}

/** What was said last, who said it, and what was said before. */
function WhatIsSaid({
  item,
  versions,
  setEditing,
}: {
  readonly item: EvidenceDetail;
  readonly versions: readonly ProvenanceVersion[];
  readonly setEditing: (editing: boolean) => void;
}) {
  const [newest] = versions;
  return (
    <div className="provenance">
      <h2>Where it came from</h2>
      {newest === undefined ? (
        <p className="quiet">
          Nobody has said yet. The file cannot tell: whether it was copied by cable or sent through an app
          decides what its dates are worth.
        </p>
      ) : (
        <Said body={newest.body} isPicture={item.kind === 'image'} />
      )}
      <div>
        <Button
          variant={newest === undefined ? 'primary' : 'secondary'}
          icon={<Pencil aria-hidden />}
          onPress={() => {
            setEditing(true);
          }}
        >
          {newest === undefined ? 'Say where it came from' : 'Add or correct'}
        </Button>
      </div>
      {newest === undefined ? null : (
        <p className="quiet small">
          Written by {newest.author}, {printMoment(newest.at)}.
        </p>
      )}
      {versions.length < 2 ? null : (
        <Disclose title={`Earlier versions (${versions.length - 1})`}>
          {versions.slice(1).map((version) => (
            <div className="fact" key={version.version}>
              <p className="quiet small">
                Written by {version.author}, {printMoment(version.at)}
              </p>
              <Said body={version.body} isPicture={item.kind === 'image'} />
            </div>
          ))}
        </Disclose>
      )}
    </div>
  );
}
