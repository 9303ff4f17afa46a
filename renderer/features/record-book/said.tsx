import { sayField } from '../../../shared/records/by-fields';
import type { FieldOf } from '../../../shared/records/by-fields';
import { FactRow, Facts } from '../../components/parts';
import type { Shown } from './use-records';

/** What a record says, field by field, without those that say nothing. `only`: the fields to show, in this order. */
export function Said<T>({
  shown: { body, names },
  fields,
  only = fields.map(({ at }) => at),
}: {
  readonly shown: Pick<Shown<T>, 'body' | 'names'>;
  readonly fields: readonly FieldOf<T>[];
  readonly only?: readonly string[];
}) {
  const rows = only.flatMap((at) => {
    const field = fields.find((each) => each.at === at);
    const said = field === undefined ? '' : sayField(field, body, (id) => names[id] ?? '');
    return field === undefined || said === '' ? [] : [{ at, label: field.label, said }];
  });
  if (rows.length === 0) return null;
  return (
    <Facts>
      {rows.map(({ at, label, said }) => (
        <FactRow key={at} name={label}>
          <span className="book-said" dir="auto">
            {said}
          </span>
        </FactRow>
      ))}
    </Facts>
  );
}
