import { orderDetailsSchema } from '../../../shared/models/register';
import type { OrderDetails, OrderTerm, RegisterItem } from '../../../shared/models/register';
import { registerKind, registerRecordSchema } from '../../../shared/records/register';
import type { RegisterRecord } from '../../../shared/records/register';
import { CheckboxGroupField, TextField } from '../../components/fields';
import { DayField } from '../../components/date-input';
import { RowsField } from '../../components/rows-field';
import { useLaw } from '../../kit/case-law';
import { protectionForm as words } from '../../strings/protection';
import { BookField } from '../record-book/book-field';
import { RecordForm } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';
import { detailGroups, recordFields } from './order-fields';

const kind = { kind: registerKind.kind, body: registerRecordSchema };
const emptyOrder = orderDetailsSchema.parse({});
const groups = [
  { fields: ['name', 'orderType', 'from', 'until'] },
  { fields: ['order'] },
  { fields: ['notes'] },
];

/** Writes down an order or bail, or changes it. */
export function OrderForm({
  caseId,
  shown,
  register,
  onClose,
}: {
  readonly caseId: string;
  readonly shown: Shown<RegisterRecord> | null;
  readonly register: readonly RegisterItem[];
  readonly onClose: () => void;
}) {
  const law = useLaw();
  return (
    <RecordForm<RegisterRecord>
      caseId={caseId}
      draft="record-order"
      kind={kind}
      fields={recordFields(law, shown?.body.orderType ?? null)}
      shown={shown}
      start={{ kind: 'order', order: emptyOrder }}
      title={shown === null ? words.newTitle : words.changeTitle(shown.body.name)}
      groups={groups}
      own={{
        order: (value, set) => {
          const read = orderDetailsSchema.safeParse(value['order'] ?? {});
          return (
            <Details
              caseId={caseId}
              order={read.success ? read.data : emptyOrder}
              register={register}
              onChange={(order) => {
                set({ order });
              }}
            />
          );
        },
      }}
      check={(value) => (value['name'] === '' ? { name: words.needsName } : {})}
      onClose={onClose}
    />
  );
}

interface DetailsProps {
  readonly caseId: string;
  readonly order: OrderDetails;
  readonly register: readonly RegisterItem[];
  readonly onChange: (order: OrderDetails) => void;
}

function Details({ caseId, order, register, onChange }: DetailsProps) {
  const people = register.filter((each) => each.kind === 'person');
  return (
    <div className="stack">
      {detailGroups.map(({ heading, fields }) => (
        <fieldset key={heading} className="book-group">
          <legend>{heading}</legend>
          {fields.map((field) => (
            <BookField
              key={field.at}
              caseId={caseId}
              field={field}
              value={order[field.at]}
              problem={null}
              isFirst={false}
              onChange={(value) => {
                onChange({ ...order, [field.at]: value });
              }}
            />
          ))}
        </fieldset>
      ))}
      <fieldset className="book-group">
        <legend>{words.who}</legend>
        {people.length === 0 ? <p className="quiet full">{words.noPeople}</p> : null}
        <Ids
          label={words.binds}
          all={people}
          value={order.bindsIds}
          onChange={(bindsIds) => {
            onChange({ ...order, bindsIds });
          }}
        />
        <Ids
          label={words.protects}
          all={people}
          value={order.protectsIds}
          onChange={(protectsIds) => {
            onChange({ ...order, protectsIds });
          }}
        />
      </fieldset>
      <Terms order={order} register={register} onChange={onChange} />
    </div>
  );
}

/** Some of the people, or of the places, of the case. */
function Ids({
  label,
  all,
  value,
  onChange,
}: {
  readonly label: string;
  readonly all: readonly RegisterItem[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}) {
  if (all.length === 0) return null;
  return (
    <CheckboxGroupField
      label={label}
      options={all.map(({ id, name }) => ({ id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}

const emptyTerm: Omit<OrderTerm, 'id'> = {
  ...{ text: '', acts: [], personIds: [], placeIds: [], placeText: '', from: null, until: null },
};

function Terms({ order, register, onChange }: Omit<DetailsProps, 'caseId'>) {
  // A term keeps its id, by which decisions name it, wherever it stands.
  const next = 1 + Math.max(0, ...order.terms.map(({ id }) => Number(/^t(\d+)$/u.exec(id)?.[1] ?? 0)));
  return (
    <RowsField<OrderTerm>
      legend={words.terms}
      add={words.addTerm}
      rows={order.terms}
      empty={{ ...emptyTerm, id: `t${next}` }}
      nameOf={words.term}
      takeOutOf={words.takeTerm}
      onRows={(terms) => {
        onChange({ ...order, terms });
      }}
      draw={(term, change, _index, isNew) => (
        <TermFields term={term} register={register} isNew={isNew} onChange={change} />
      )}
    />
  );
}

function TermFields({
  term,
  register,
  isNew,
  onChange,
}: {
  readonly term: OrderTerm;
  readonly register: readonly RegisterItem[];
  readonly isNew: boolean;
  readonly onChange: (change: Partial<OrderTerm>) => void;
}) {
  const dayOf = (value: string): string | null => (value === '' ? null : value);
  return (
    <div className="book-group">
      <div className="full">
        <TextField
          label={words.termText}
          description={words.termsHint}
          value={term.text}
          rows={2}
          {...(isNew ? { autoFocus: true } : {})}
          onChange={(text) => {
            onChange({ text });
          }}
        />
      </div>
      <TextField
        label={words.termPlace}
        description={words.termPlaceHint}
        value={term.placeText}
        maxLength={200}
        onChange={(placeText) => {
          onChange({ placeText });
        }}
      />
      <DayField
        label={words.termFrom}
        value={term.from ?? ''}
        onChange={(from) => {
          onChange({ from: dayOf(from) });
        }}
      />
      <DayField
        label={words.termUntil}
        value={term.until ?? ''}
        onChange={(until) => {
          onChange({ until: dayOf(until) });
        }}
      />
      <TermNames term={term} register={register} onChange={onChange} />
    </div>
  );
}

/** People, places and acts that a term names, from what the case and its law have. */
function TermNames({
  term,
  register,
  onChange,
}: {
  readonly term: OrderTerm;
  readonly register: readonly RegisterItem[];
  readonly onChange: (change: Partial<OrderTerm>) => void;
}) {
  const law = useLaw();
  return (
    <>
      <Ids
        label={words.termPeople}
        all={register.filter((each) => each.kind === 'person')}
        value={term.personIds}
        onChange={(personIds) => {
          onChange({ personIds });
        }}
      />
      <Ids
        label={words.termPlaces}
        all={register.filter((each) => each.kind === 'place')}
        value={term.placeIds}
        onChange={(placeIds) => {
          onChange({ placeIds });
        }}
      />
      <div className="full">
        <CheckboxGroupField
          label={words.termActs}
          options={law.acts.map(({ code, short }) => ({ id: code, label: short }))}
          value={term.acts.filter((act) => law.acts.some(({ code }) => code === act))}
          onChange={(acts) => {
            onChange({ acts });
          }}
        />
      </div>
    </>
  );
}
