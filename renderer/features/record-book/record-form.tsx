import { useState } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod';
import type { RecordForm as FormName } from '../../../shared/models/record-form';
import type { FieldOf } from '../../../shared/records/by-fields';
import type { RecordKind } from '../../../shared/records/define';
import { FormDialog } from '../../components/form-dialog';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { recordBook as words } from '../../strings/record-book';
import { WithDraft } from '../drafts/with-draft';
import { BookField } from './book-field';
import { problemsIn, tidied } from './problems';
import type { Problems } from './problems';
import type { Shown } from './use-records';
import './record-book.css';

/** What stands in a form: the fields of the body, complete or not. */
export type FormValue = Readonly<Record<string, unknown>>;

/** What only the screen of a kind can draw, by the name of its field. */
export type OwnFields = Readonly<
  Record<string, (value: FormValue, set: (change: FormValue) => void, problem: string | null) => ReactNode>
>;

/** Fields that stand together under a heading, by their names. */
export interface FieldGroup {
  readonly heading?: string;
  readonly hint?: string;
  readonly fields: readonly string[];
}

export interface RecordFormProps<T extends object> {
  /** Null for a record of the office. */
  readonly caseId: string | null;
  readonly kind: Pick<RecordKind<T>, 'kind' | 'body' | 'onlyOneAbout'>;
  readonly fields: readonly FieldOf<T>[];
  /** The record to change, or null for a new one. */
  readonly shown: Pick<Shown<T>, 'id' | 'version' | 'body'> | null;
  /** What a new one begins with. */
  readonly start: FormValue;
  readonly title: string;
  readonly intro?: ReactNode;
  readonly submit?: string;
  readonly groups?: readonly FieldGroup[];
  readonly own?: OwnFields;
  /** What is saved of what stands in the form, where that is something else. Lines with nothing in them are left out anyway. */
  readonly tidy?: (value: FormValue) => FormValue;
  /** What its draft is called, where it is not the kind: two rooms may write records of one kind. */
  readonly draft?: FormName;
  /** What the draft of a new one is about, where several new ones may be begun: the id of an entry, say. */
  readonly draftAbout?: string;
  /** What is wrong that the schema cannot tell, by the name of the field. */
  readonly check?: (value: FormValue) => Problems;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

const draftSchema = z.object({
  value: z.record(z.string(), z.unknown()),
  version: z.string().nullable(),
});
type Draft = z.infer<typeof draftSchema>;

const formName = (kind: string): FormName => `record-${kind}` as FormName;

/** The form of a record of the casework, drawn from the list of its fields. What is typed is kept when the vault is locked. */
export function RecordForm<T extends object>(props: RecordFormProps<T>) {
  const { caseId, kind, shown, draft = formName(kind.kind), onClose } = props;
  return (
    <WithDraft
      form={draft}
      subject={shown?.id ?? props.draftAbout ?? null}
      caseId={caseId}
      schema={draftSchema}
      onClose={onClose}
    >
      {(resumed, notice) => <Form {...props} resumed={resumed} notice={notice} />}
    </WithDraft>
  );
}

function useForm<T extends object>({
  caseId,
  kind,
  shown,
  start,
  resumed,
  draft = formName(kind.kind),
  draftAbout,
}: RecordFormProps<T> & { readonly resumed: Draft | null }) {
  const [first] = useState<FormValue>(() => ({ ...emptyOf(kind.body), ...start, ...shown?.body }));
  const [value, setValue] = useState<FormValue>(resumed?.value ?? first);
  // A draft goes on from the version that it was begun with: where there is another by now, saving says so.
  const [version] = useState(resumed === null ? (shown?.version ?? null) : resumed.version);
  const settled = useDraft(
    { form: draft, subject: shown?.id ?? draftAbout ?? null, caseId },
    { value, version },
    resumed !== null || JSON.stringify(value) !== JSON.stringify(first),
  );
  return {
    value,
    version,
    settled,
    set: (change: FormValue) => setValue((before) => ({ ...before, ...change })),
  };
}

/** A body in which nothing was said: defaults, and nothing where there is none. */
function emptyOf(schema: z.ZodObject): FormValue {
  const said = Object.entries(schema.shape).map(([name, field]) => {
    const read = (field as z.ZodType).safeParse(undefined);
    return [name, read.success ? read.data : ''] as const;
  });
  return Object.fromEntries(said);
}

function Form<T extends object>(
  props: RecordFormProps<T> & { readonly resumed: Draft | null; readonly notice: ReactNode },
) {
  const { caseId, kind, fields, shown, title, intro, submit = words.save, check, notice } = props;
  const { value, version, settled, set } = useForm(props);
  const [checked, setChecked] = useState(false);
  const said = tidied(fields, props.tidy?.(value) ?? value);
  const problems = { ...problemsIn(kind.body, fields, said), ...check?.(said) };
  const leave = (): void => {
    settled();
    props.onClose();
  };

  async function save(): Promise<void> {
    const body = { ...said };
    const saved =
      shown === null || version === null
        ? await call(holdfast.records.create({ caseId, kind: kind.kind, body }))
        : await call(holdfast.records.change({ id: shown.id, version, body }));
    settled();
    props.onSaved?.(saved.id);
  }

  return (
    <FormDialog
      title={title}
      submit={submit}
      isWide
      ready={() => {
        setChecked(true);
        return Object.keys(problems).length === 0;
      }}
      work={save}
      onDone={leave}
      onClose={leave}
    >
      {notice}
      {intro === undefined ? null : <div className="quiet">{intro}</div>}
      <Groups {...props} value={value} set={set} problems={checked ? problems : {}} />
    </FormDialog>
  );
}

function Groups<T extends object>({
  caseId,
  fields,
  groups = [{ fields: fields.map(({ at }) => at) }],
  own = {},
  value,
  set,
  problems,
}: RecordFormProps<T> & {
  readonly value: FormValue;
  readonly set: (change: FormValue) => void;
  readonly problems: Problems;
}) {
  return groups.map(({ heading, hint, fields: names }, nth) => (
    <fieldset key={heading ?? nth} className="book-group">
      {heading === undefined ? null : <legend>{heading}</legend>}
      {hint === undefined ? null : <p className="quiet small full">{hint}</p>}
      {names.map((at, place) => {
        const field = fields.find((each) => each.at === at);
        const drawn = own[at];
        const problem = problems[at] ?? null;
        if (drawn !== undefined)
          return (
            <div key={at} className="full">
              {drawn(value, set, problem)}
            </div>
          );
        return field === undefined ? null : (
          <BookField
            key={at}
            caseId={caseId}
            field={field}
            value={value[at]}
            problem={problem}
            isFirst={nth === 0 && place === 0}
            onChange={(next) => {
              set({ [at]: next });
            }}
          />
        );
      })}
    </fieldset>
  ));
}
