import { Download, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { audienceText } from '../../../shared/domain/export/audiences';
import { fieldLabel } from '../../../shared/domain/export/view-columns';
import { isFull } from '../../../shared/models/chronology-export';
import type { Exported } from '../../../shared/models/chronology-export';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import type { ExportChoices } from '../../../shared/models/leaving';
import type { RegisterItem } from '../../../shared/models/register';
import { audiences, viewFields } from '../../../shared/models/saved-view';
import type { SavedView, SavedViewBody } from '../../../shared/models/saved-view';
import { call, holdfast } from '../../kit/bridge';
import { useLaw } from '../../kit/case-law';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { FilterNote } from '../../components/filter-note';
import { CheckboxField, CheckboxGroupField, SelectField, TextField } from '../../components/fields';
import { LawNotSaid } from '../../components/law-not-said';
import { Notice, Skeleton } from '../../components/parts';
import { RadioCards } from '../../components/radio-cards';
import { counted } from '../../strings/counts';
import { printMoment } from '../../strings/dates';
import { filterWords } from '../../../shared/records/words/filter-words';
import { namesIn } from '../../strings/entry-filter';
import { formatCards, purposeOf } from '../../strings/export';
import { leavingText } from '../../strings/leaving';
import { LeavingDialog } from '../leaving/leaving-dialog';
import { useGate } from '../leaving/use-gate';
import { CoveringFields } from './covering-fields';
import { useExportChoice } from './use-export-choice';

/** Prints or writes the chronology for somebody: which fields, what is covered, and as what. Views are kept under a name. */
export function ExportDialog({
  caseId,
  filter,
  order,
  register,
  onClose,
}: {
  readonly caseId: string;
  /** What is on the screen; a kept view has its own. */
  readonly filter: EntryFilter;
  readonly order: EntryOrder;
  readonly register: readonly RegisterItem[];
  readonly onClose: () => void;
}) {
  const views = useQuery(`views-${caseId}`, () => call(holdfast.views.list({ caseId })), ['chronology']);
  // Read once: from here on what is in the dialog counts, and is kept.
  const kept = useQuery(`export-choices-${caseId}`, () => call(holdfast.views.choices({ caseId })));
  const problem = [views, kept].find(({ error }) => error !== null)?.error ?? null;
  if (problem !== null || views.data === null || kept.data === null) {
    return (
      <Dialog title="Print or export" isOpen isWide onClose={onClose}>
        {problem === null ? <Skeleton height={320} /> : <Failure code={problem} />}
      </Dialog>
    );
  }
  return (
    <ExportForm
      caseId={caseId}
      filter={filter}
      order={order}
      register={register}
      views={views.data}
      kept={kept.data}
      onViewsChanged={views.reload}
      onClose={onClose}
    />
  );
}

function ExportForm({
  caseId,
  filter,
  order,
  register,
  views,
  kept,
  onViewsChanged,
  onClose,
}: Parameters<typeof ExportDialog>[0] & {
  readonly views: readonly SavedView[];
  readonly kept: ExportChoices;
  readonly onViewsChanged: () => void;
}) {
  const [asked, setAsked] = useState(false);
  const act = useAct();
  const gate = useGate();
  const [written, setWritten] = useState<Exported | null>(null);
  const choices = useExportChoice({ caseId, filter, order, views, kept, onProblem: act.setError });
  const { chosen, body, name, format, withCharts, set, setName } = choices;
  const law = useLaw();
  const view = views.find(({ id }) => id === chosen) ?? null;
  const before = kept.find(({ who }) => who === chosen)?.chosen ?? null;
  const shown = body?.filter ?? filter;
  const count = useQuery(`export-count-${caseId}|${JSON.stringify(shown)}`, () =>
    call(holdfast.chronology.summary({ caseId, filter: shown })),
  );
  const which = filterWords(shown, namesIn(register), law);
  const total = count.data?.total ?? null;
  const change = (next: Parameters<typeof set>[0]): void => {
    set(next);
    setWritten(null);
  };
  const write = async (): Promise<void> => {
    setAsked(true);
    if (body === null) return;
    if ((await gate.ask({ output: 'chronology', caseId, view: body, format, withCharts })) === null) return;
    const target = await call(holdfast.paths.save({ purpose: purposeOf(format) }));
    if (target === null) return;
    setWritten(null);
    setWritten(
      await call(
        holdfast.chronology.export({ caseId, view: body, format, withCharts, target: target.token }),
      ),
    );
  };
  const keep = async (): Promise<void> => {
    if (body === null) return;
    const saved =
      view === null
        ? await call(holdfast.views.create({ caseId, name: name.trim(), body }))
        : await call(holdfast.views.update({ id: view.id, name: name.trim(), body }));
    onViewsChanged();
    choices.nowCalled(saved.id);
  };

  return (
    <Dialog title="Print or export" isOpen isWide onClose={onClose}>
      <div className="stack">
        <div className="pair">
          <ForWhom
            chosen={chosen}
            choose={(id) => {
              choices.choose(id);
              setWritten(null);
            }}
            isMissing={asked && chosen === null}
            before={before}
            views={views}
          />
          <WhichEntries total={total} shown={shown} which={which} />
        </div>
        <RadioCards
          label="As"
          options={formatCards}
          value={format}
          onChange={(next) => {
            change({ format: next });
          }}
        />
        {format === 'pdf' ? (
          <CheckboxField
            value={withCharts}
            onChange={(next) => {
              change({ withCharts: next });
            }}
          >
            With the patterns: timeline, weeks, calendar, hours, silences, and what followed events
          </CheckboxField>
        ) : null}
        {isFull(format) ? (
          <Notice tone="amber" title="This holds everything">
            Every field, your comments and how to reach witnesses too, and nothing covered. It is for moving
            your own work, not for giving to others.
          </Notice>
        ) : body === null ? null : (
          <>
            <LawNotSaid />
            <FieldsAndCovering body={body} change={change} />
            <KeepView
              view={view}
              name={name}
              setName={setName}
              onKeep={() => {
                act.run(keep);
              }}
              onRemove={({ id }) => {
                act.run(
                  () => call(holdfast.views.remove({ id })),
                  () => {
                    choices.choose(null);
                    onViewsChanged();
                  },
                );
              }}
            />
          </>
        )}
        <Failure code={act.error} />
        <IsWritten written={written} />
        <LeavingDialog gate={gate} submit={leavingText.saveExport} />
      </div>
      <div className="actions">
        <Button onPress={onClose}>{written === null ? 'Cancel' : 'Close'}</Button>
        <Button
          variant="primary"
          icon={<Download aria-hidden />}
          isPending={act.busy}
          isDisabled={total === 0}
          onPress={() => {
            act.run(write);
          }}
        >
          Save the file
        </Button>
      </div>
    </Dialog>
  );
}

/** Keeps what was chosen under a name. */
function KeepView({
  view,
  name,
  setName,
  onKeep,
  onRemove,
}: {
  readonly view: SavedView | null;
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly onKeep: () => void;
  readonly onRemove: (view: SavedView) => void;
}) {
  return (
    <div className="row keep-view">
      <div className="grow">
        <TextField
          label={view === null ? 'Keep these choices as a view called' : 'Name of this view'}
          value={name}
          onChange={setName}
          maxLength={200}
        />
      </div>
      <Button icon={<Save aria-hidden />} isDisabled={name.trim() === ''} onPress={onKeep}>
        {view === null ? 'Keep' : 'Save changes'}
      </Button>
      {view === null ? null : (
        <Button
          icon={<Trash2 aria-hidden />}
          onPress={() => {
            onRemove(view);
          }}
        >
          Remove view
        </Button>
      )}
    </div>
  );
}

/** What is shown of each entry, and which words are covered. */
function FieldsAndCovering({
  body,
  change,
}: {
  readonly body: SavedViewBody;
  readonly change: (change: Partial<SavedViewBody>) => void;
}) {
  const law = useLaw();
  return (
    <>
      {' '}
      <Disclose title={`Fields: ${body.fields.length} of ${viewFields.length}`}>
        <CheckboxGroupField
          label="What is shown"
          options={viewFields.map((id) => ({ id, label: fieldLabel(id, law) }))}
          value={body.fields}
          onChange={(fields) => {
            if (fields.length > 0) change({ fields });
          }}
        />
      </Disclose>
      <Disclose
        title={`Covered words: ${body.covering.length === 0 ? 'none' : body.covering.length}`}
        isOpenAtFirst={body.covering.length > 0}
      >
        <CoveringFields
          value={body.covering}
          onChange={(covering) => {
            change({ covering });
          }}
        />
      </Disclose>
    </>
  );
}

/** That the file is there. */
function IsWritten({ written }: { readonly written: Exported | null }) {
  return (
    <>
      {' '}
      {written === null ? null : (
        <Notice
          tone="green"
          title={`${counted(written.entries, 'entry', 'entries')} written${written.pages === null ? '' : `, ${counted(written.pages, 'page', 'pages')}`}`}
        >
          It is not encrypted where it is now.
        </Notice>
      )}
    </>
  );
}

/** How many entries it is, and by which filter. */
function WhichEntries({
  total,
  shown,
  which,
}: {
  readonly total: number | null;
  readonly shown: EntryFilter;
  readonly which: readonly string[];
}) {
  return (
    <div className="field">
      <span className="label">Which entries</span>
      <span>
        {total === null ? ' ' : counted(total, 'entry', 'entries')}
        {shown.text === '' && which.length === 0 ? ', all of the chronology' : ', as filtered: '}
        {[shown.text === '' ? null : `“${shown.text}”`, ...which].filter((each) => each !== null).join(', ')}
      </span>
      <FilterNote filter={shown} />
    </div>
  );
}

/** Whom it is for, or a view kept under a name. */
function ForWhom({
  chosen,
  choose,
  isMissing,
  before,
  views,
}: {
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly isMissing: boolean;
  readonly before: ExportChoices[number]['chosen'] | null;
  readonly views: readonly SavedView[];
}) {
  return (
    <SelectField
      label="For"
      placeholder="Choose whom it is for"
      value={chosen}
      onChange={choose}
      error={isMissing ? 'Choose whom it is for.' : null}
      description={before === null ? undefined : `As chosen by ${before.by} on ${printMoment(before.at)}.`}
      options={[
        ...audiences.map((id) => ({ id: id, label: audienceText(id) })),
        ...views.map((each) => ({
          id: each.id,
          label: `${each.name} (${audienceText(each.audience)})`,
        })),
      ]}
    />
  );
}
