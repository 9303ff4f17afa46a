import { X } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Entry } from '../../../shared/models/chronology';
import { Button } from '../../components/button';
import { SearchField } from '../../components/fields';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { recordBook as words } from '../../strings/record-book';

/** So many entries are offered at once; the others are found by their words. */
const most = 50;

/** Entries of the chronology that a record stands on. */
export function EntriesField({
  caseId,
  label,
  value,
  onChange,
}: {
  readonly caseId: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) {
  const [search, setSearch] = useState('');
  const { data } = useQuery(
    `book-entries-${caseId}|${search}`,
    () =>
      call(
        holdfast.chronology.page({
          caseId,
          filter: { text: search },
          order: 'newest',
          offset: 0,
          limit: most,
        }),
      ),
    ['chronology'],
  );
  const rows = data?.rows ?? [];
  return (
    <fieldset className="book-entries full">
      <legend>{label}</legend>
      <div className="row">
        <SearchField label={words.findEntries} value={search} onChange={setSearch} />
        <span className="quiet small" role="status">
          {words.chosen(value.length)}
          {data !== null && data.total > rows.length ? ` ${words.moreEntries(data.total - rows.length)}` : ''}
        </span>
        {value.length === 0 ? null : (
          <Button
            variant="quiet"
            icon={<X aria-hidden />}
            onPress={() => {
              onChange([]);
            }}
          >
            {words.chooseNone}
          </Button>
        )}
      </div>
      <Choices label={label} rows={rows} value={value} onChange={onChange} />
    </fieldset>
  );
}

function Choices({
  label,
  rows,
  value,
  onChange,
}: {
  readonly label: string;
  readonly rows: readonly Entry[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) {
  // What was chosen stays chosen while something else is looked for.
  const offered = new Set(rows.map(({ id }) => id));
  const elsewhere = value.filter((id) => !offered.has(id));
  return (
    <ListBox
      className="entry-choices"
      aria-label={label}
      items={rows}
      selectionMode="multiple"
      selectedKeys={value}
      onSelectionChange={(selected) => {
        const here = selected === 'all' ? rows.map(({ id }) => id) : [...selected].map(String);
        onChange([...elsewhere, ...here.filter((id) => offered.has(id))]);
      }}
      renderEmptyState={() => <p className="quiet">{words.noEntries}</p>}
    >
      {({ id, printedDate, title }) => (
        <ListBoxItem id={id} className="option" textValue={`${printedDate}, ${title}`}>
          <strong>{printedDate}</strong> <span dir="auto">{title}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
