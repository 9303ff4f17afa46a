import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { IconButton } from '../../components/button';
import { CheckboxField, SearchField } from '../../components/fields';
import { printBestDate } from '../../strings/dates';

/** The exhibits an entry cites, and a search for more. */
export function EvidencePicker({
  caseId,
  value,
  onChange,
}: {
  readonly caseId: string;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}) {
  const [search, setSearch] = useState('');
  const { data } = useQuery(`pick-${caseId}`, () => call(holdfast.evidence.list({ caseId })), ['evidence']);
  const items = data ?? [];
  const wanted = search.trim().toLocaleLowerCase('en-GB');
  const chosen = items.filter(({ id }) => value.includes(id));
  const found =
    wanted === ''
      ? []
      : items
          .filter(
            ({ id, exhibitRef, title, fileName }) =>
              !value.includes(id) &&
              `${exhibitRef} ${title} ${fileName}`.toLocaleLowerCase('en-GB').includes(wanted),
          )
          .slice(0, 30);
  const shown = [...chosen, ...found];
  return (
    <div className="field">
      <span className="label">Evidence</span>
      <SearchField label="Find an exhibit to cite" value={search} onChange={setSearch} />
      {shown.length === 0 ? (
        <span className="hint">{wanted === '' ? 'None cited yet.' : 'No exhibit is like that.'}</span>
      ) : (
        <div className="picks" role="group" aria-label="Exhibits">
          {shown.map((item) => (
            <Pick
              key={item.id}
              item={item}
              isCited={value.includes(item.id)}
              onCite={(on) => {
                onChange(on ? [...value, item.id] : value.filter((id) => id !== item.id));
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** One exhibit that is cited, or may be. */
function Pick({
  item,
  isCited,
  onCite,
}: {
  readonly item: EvidenceItem;
  readonly isCited: boolean;
  readonly onCite: (isCited: boolean) => void;
}) {
  const { go } = useNavigation();
  return (
    <div className="row">
      <CheckboxField value={isCited} onChange={onCite}>
        <strong>{item.exhibitRef}</strong> <span dir="auto">{item.title}</span>{' '}
        <span className="quiet small">{printBestDate(item.bestDate)}</span>
      </CheckboxField>
      {isCited ? (
        <IconButton
          label={`Open exhibit ${item.exhibitRef}`}
          icon={<ExternalLink aria-hidden />}
          onPress={() => {
            go({ name: 'evidence-item', caseId: item.caseId, itemId: item.id });
          }}
        />
      ) : null}
    </div>
  );
}
