import { Download, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { audienceText, viewFor } from '../../../shared/domain/export/audiences';
import { fieldLabel } from '../../../shared/domain/export/view-columns';
import type { ErrorCode } from '../../../shared/errors';
import type { ExportFormat, Exported } from '../../../shared/models/chronology-export';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import type { RegisterItem } from '../../../shared/models/register';
import { audiences, viewFields } from '../../../shared/models/saved-view';
import type { Audience, SavedView, SavedViewBody } from '../../../shared/models/saved-view';
import { call, codeOf, holdfast } from '../../app/bridge';
import { useQuery } from '../../app/hooks';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { CheckboxField, CheckboxGroupField, SelectField, TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { RadioCards } from '../../components/radio-cards';
import { counted } from '../../strings/counts';
import { filterWords } from '../../strings/entry-filter';
import { formatCards, isFull, purposeOf } from '../../strings/export';
import { CoveringFields } from './covering-fields';

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
  const [chosen, setChosen] = useState<string>('police');
  const [body, setBody] = useState<SavedViewBody>({ ...viewFor('police'), filter, order });
  const [name, setName] = useState('');
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const [withCharts, setWithCharts] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [written, setWritten] = useState<Exported | null>(null);
  const kept = views.data?.find(({ id }) => id === chosen) ?? null;
  const count = useQuery(`export-count-${caseId}|${JSON.stringify(body.filter)}`, () =>
    call(holdfast.chronology.summary({ caseId, filter: body.filter })),
  );
  const which = filterWords(body.filter, register);
  const total = count.data?.total ?? null;
  const set = (change: Partial<SavedViewBody>): void => {
    setBody((before) => ({ ...before, ...change }));
    setWritten(null);
  };

  function choose(id: string): void {
    setChosen(id);
    setWritten(null);
    const view = views.data?.find((each) => each.id === id);
    if (view === undefined) {
      setName('');
      setBody({ ...viewFor(id as Audience), filter, order });
    } else {
      setName(view.name);
      setBody(bodyOf(view));
    }
  }
  const attempt = (work: Promise<unknown>): void => {
    setError(null);
    work
      .catch((problem: unknown) => {
        setError(codeOf(problem));
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const write = async (): Promise<void> => {
    const target = await call(holdfast.paths.save({ purpose: purposeOf(format) }));
    if (target === null) return;
    setBusy(true);
    setWritten(null);
    setWritten(
      await call(
        holdfast.chronology.export({ caseId, view: body, format, withCharts, target: target.token }),
      ),
    );
  };
  const keep = async (): Promise<void> => {
    const view =
      kept === null
        ? await call(holdfast.views.create({ caseId, name: name.trim(), body }))
        : await call(holdfast.views.update({ id: kept.id, name: name.trim(), body }));
    views.reload();
    setChosen(view.id);
  };

  return (
    <Dialog title="Print or export" isOpen isWide onClose={onClose}>
      <div className="stack">
        <div className="pair">
          <SelectField
            label="For"
            value={chosen}
            onChange={choose}
            options={[
              ...audiences.map((id) => ({ id: id, label: audienceText(id) })),
              ...(views.data ?? []).map((view) => ({
                id: view.id,
                label: `${view.name} (${audienceText(view.audience)})`,
              })),
            ]}
          />
          <div className="field">
            <span className="label">Which entries</span>
            <span>
              {total === null ? ' ' : counted(total, 'entry', 'entries')}
              {body.filter.text === '' && which.length === 0 ? ', all of the chronology' : ', as filtered: '}
              {[body.filter.text === '' ? null : `“${body.filter.text}”`, ...which]
                .filter((each) => each !== null)
                .join(', ')}
            </span>
          </div>
        </div>
        <RadioCards label="As" options={formatCards} value={format} onChange={setFormat} />
        {format === 'pdf' ? (
          <CheckboxField value={withCharts} onChange={setWithCharts}>
            With the patterns: timeline, weeks, calendar, hours, silences, and what followed events
          </CheckboxField>
        ) : null}
        {isFull(format) ? (
          <Notice tone="amber" title="This holds everything">
            Every field, your comments and how to reach witnesses too, and nothing covered. It is for moving
            your own work, not for giving to others.
          </Notice>
        ) : (
          <>
            <Disclose title={`Fields: ${body.fields.length} of ${viewFields.length}`}>
              <CheckboxGroupField
                label="What is shown"
                options={viewFields.map((id) => ({ id, label: fieldLabel(id) }))}
                value={body.fields}
                onChange={(fields) => {
                  if (fields.length > 0) set({ fields });
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
                  set({ covering });
                }}
              />
            </Disclose>
            <div className="row keep-view">
              <div className="grow">
                <TextField
                  label={kept === null ? 'Keep these choices as a view called' : 'Name of this view'}
                  value={name}
                  onChange={setName}
                  maxLength={200}
                />
              </div>
              <Button
                icon={<Save aria-hidden />}
                isDisabled={name.trim() === ''}
                onPress={() => {
                  attempt(keep());
                }}
              >
                {kept === null ? 'Keep' : 'Save changes'}
              </Button>
              {kept === null ? null : (
                <Button
                  icon={<Trash2 aria-hidden />}
                  onPress={() => {
                    attempt(
                      call(holdfast.views.remove({ id: kept.id })).then(() => {
                        choose('police');
                        views.reload();
                      }),
                    );
                  }}
                >
                  Remove view
                </Button>
              )}
            </div>
          </>
        )}
        {error === null ? null : <Failure code={error} />}
        {written === null ? null : (
          <Notice
            tone="green"
            title={`${counted(written.entries, 'entry', 'entries')} written${written.pages === null ? '' : `, ${counted(written.pages, 'page', 'pages')}`}`}
          >
            It is not encrypted where it is now.
          </Notice>
        )}
      </div>
      <div className="actions">
        <Button onPress={onClose}>{written === null ? 'Cancel' : 'Close'}</Button>
        <Button
          variant="primary"
          icon={<Download aria-hidden />}
          isPending={busy}
          isDisabled={total === 0}
          onPress={() => {
            attempt(write());
          }}
        >
          Save the file
        </Button>
      </div>
    </Dialog>
  );
}

function bodyOf({ audience, filter, order, fields, covering }: SavedView): SavedViewBody {
  return { audience, filter, order, fields, covering };
}
