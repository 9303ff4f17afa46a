import type { MessageFilter, MessageSource } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useVeil } from '../../components/picture/veil';
import { ExportBar } from './export-bar';
import { FilterBar, emptyFilter } from './filter-bar';
import { Rows } from './rows';

/** Whether an export has no row to show: it waits for an answer, or could not be read. */
const isUnread = ({ state, counts }: MessageSource): boolean =>
  state !== 'read' && counts.message + counts.call === 0;

/** One export, or all of them: what is known about it, and its rows under a filter. */
export function Reading({
  caseId,
  chosen,
  filter,
  onFilter,
  version,
  onChanged,
}: {
  readonly caseId: string;
  /** Null for all of them. */
  readonly chosen: MessageSource | null;
  readonly filter: MessageFilter;
  readonly onFilter: (filter: MessageFilter) => void;
  /** Changes when the rows do. */
  readonly version: string;
  readonly onChanged: () => void;
}) {
  const { veiled } = useVeil();
  const { itemId } = filter;
  const whole = useQuery(`senders-${itemId ?? caseId}|${version}`, () =>
    call(holdfast.messages.summary({ caseId, filter: emptyFilter(itemId, null) })),
  );
  const senders = whole.data?.senders ?? [];
  return (
    <>
      {chosen === null ? null : <ExportBar source={chosen} senders={senders} onChanged={onChanged} />}
      {chosen !== null && isUnread(chosen) ? null : (
        <>
          <FilterBar filter={filter} onFilter={onFilter} senders={senders} />
          <Rows
            key={JSON.stringify(filter)}
            caseId={caseId}
            filter={filter}
            version={version}
            veiled={veiled}
            showRef={itemId === null}
          />
        </>
      )}
    </>
  );
}
