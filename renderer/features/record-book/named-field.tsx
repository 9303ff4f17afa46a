import { SelectField } from '../../components/fields';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { recordBook as words } from '../../strings/record-book';

interface Props {
  readonly caseId: string;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const none = 'none';

function Choice({
  label,
  value,
  onChange,
  options,
}: Omit<Props, 'caseId'> & { readonly options: readonly { readonly id: string; readonly label: string }[] }) {
  const isThere = value === null || options.some(({ id }) => id === value);
  return (
    <SelectField
      label={label}
      options={[
        { id: none, label: words.notSaid },
        ...(isThere ? [] : [{ id: value, label: words.noLonger }]),
        ...options,
      ]}
      value={value ?? none}
      onChange={(chosen) => {
        onChange(chosen === none ? null : chosen);
      }}
    />
  );
}

/** A person or an order of the case. */
export function RegisterField({ kind, ...props }: Props & { readonly kind: 'person' | 'order' }) {
  const { data } = useQuery(
    `book-register-${props.caseId}`,
    () => call(holdfast.register.list({ caseId: props.caseId })),
    ['chronology', 'records'],
  );
  const options = (data ?? [])
    .filter((each) => each.kind === kind)
    .map(({ id, name }) => ({ id, label: name }));
  return <Choice {...props} options={options} />;
}

/** An exhibit or document of the case. */
export function ExhibitField(props: Props) {
  const { data } = useQuery(
    `book-exhibits-${props.caseId}`,
    () => call(holdfast.evidence.list({ caseId: props.caseId })),
    ['evidence'],
  );
  const options = (data ?? []).map(({ id, exhibitRef, title }) => ({ id, label: `${exhibitRef} ${title}` }));
  return <Choice {...props} options={options} />;
}
