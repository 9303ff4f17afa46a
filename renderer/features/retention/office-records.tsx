import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FieldOf } from '../../../shared/records/by-fields';
import type { RecordKind } from '../../../shared/records/define';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { RecordForm } from '../record-book/record-form';
import type { FormValue } from '../record-book/record-form';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import { useRecords } from '../record-book/use-records';
import type { Shown } from '../record-book/use-records';

interface Props<T extends object> {
  readonly caseId: string | null;
  readonly kind: RecordKind<T>;
  readonly fields: readonly FieldOf<T>[];
  readonly title: string;
  /** What its form is called. */
  readonly form: string;
  readonly add: string;
  readonly empty: string;
  readonly start?: FormValue;
  /** The record that is open at first, by its id, or `new-` and the kind. */
  readonly open: string | null;
  /** What stands beside what a record says. */
  readonly beside?: (body: T) => ReactNode;
  readonly children?: ReactNode;
}

/** A list of records of one kind with their form: of the office, or of one case. */
export function RecordList<T extends object>(props: Props<T>) {
  const { caseId, kind, fields, title, form, add, empty, start = {}, open: first, children } = props;
  const { data, error, reload } = useRecords(caseId, kind);
  const fresh = `new-${kind.kind}`;
  const [open, setOpen] = useState(first);
  const shown = data?.find(({ id }) => id === open) ?? null;
  return (
    <section className="card pad stack" aria-label={title}>
      <div className="row">
        <h2 className="grow">{title}</h2>
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => {
            setOpen(fresh);
          }}
        >
          {add}
        </Button>
      </div>
      {children}
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {data === null && error === null ? <Skeleton height={60} /> : null}
      {data?.length === 0 ? <p className="quiet">{empty}</p> : null}
      <Rows {...props} all={data ?? []} onChange={setOpen} />
      {shown === null && open !== fresh ? null : (
        <RecordForm
          key={open}
          {...{ caseId, kind, fields, shown, start }}
          title={form}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}

function Rows<T extends object>({
  caseId,
  fields,
  beside,
  all,
  onChange,
}: Props<T> & { readonly all: readonly Shown<T>[]; readonly onChange: (id: string) => void }) {
  return (
    <ul className="retention-list">
      {all.map((each) => (
        <li key={each.id}>
          <h3 dir="auto">{each.title}</h3>
          {beside?.(each.body)}
          <Said shown={each} fields={fields} />
          <RecordTools
            caseId={caseId}
            shown={each}
            title={each.title}
            onChange={() => {
              onChange(each.id);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
