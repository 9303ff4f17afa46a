import { CalendarPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { entryFilterSchema } from '../../../shared/models/entry-filter';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import { call, holdfast } from '../../kit/bridge';
import { useQuery, useSettled } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { EmptyState } from '../../components/parts';
import { WithDraft } from '../drafts/with-draft';
import { EntryList } from './entry-list';
import { NewEntryButton } from './new-entry-button';
import { QuickAdd } from './quick-add';
import { quickDraftSchema } from './quick-draft';
import { WeeksChart } from './weeks-chart';

/** Milliseconds without a key before the weeks are counted again. */
const weeksAfter = 400;

/** The entries as a list, with the weeks at a glance above and one line to add to them. */
export function EntriesView({
  caseId,
  filter,
  order,
  turn,
  all,
  entryId,
  isEditing,
  filterBar,
  onTable,
  onRemoved,
}: {
  readonly caseId: string;
  readonly filter: EntryFilter;
  readonly order: EntryOrder;
  readonly turn: number;
  /** How many entries the case has; null while that is being counted. */
  readonly all: number | null;
  readonly entryId: string | null;
  readonly isEditing: boolean;
  readonly filterBar: (extra: ReactNode, total: number | null) => ReactNode;
  readonly onTable: () => void;
  readonly onRemoved: (ids: readonly string[]) => void;
}) {
  const { go } = useNavigation();
  const [added, setAdded] = useState(0);
  // The weeks are counted once the typing rests: of a hundred thousand entries that takes longer than a key may wait.
  const settled = useSettled(JSON.stringify(filter), weeksAfter);
  const patterns = useQuery(`weeks-${caseId}|${settled} ${turn}`, () =>
    call(holdfast.chronology.weeks({ caseId, filter: entryFilterSchema.parse(JSON.parse(settled)) })),
  );
  const silences = useMemo(
    () => new Map((patterns.data?.silences ?? []).map((silence) => [silence.id, silence] as const)),
    [patterns.data],
  );
  const close = (): void => {
    go({ name: 'chronology', caseId });
  };
  return (
    <>
      {isEditing || patterns.data === null ? null : <WeeksChart weeks={patterns.data.weeks} />}
      {isEditing ? null : (
        <WithDraft form="quick-add" subject={null} caseId={caseId} schema={quickDraftSchema} onClose={close}>
          {(resumed) => (
            <QuickAdd
              caseId={caseId}
              resumed={resumed}
              onSaved={() => {
                setAdded((before) => before + 1);
              }}
              onOpen={(id) => {
                go({ name: 'chronology', caseId, entryId: id });
              }}
            />
          )}
        </WithDraft>
      )}
      {all === 0 ? (
        isEditing ? null : (
          <EmptyState
            icon={<CalendarPlus />}
            title="Put what happened in order"
            actions={<NewEntryButton caseId={caseId} onTable={onTable} />}
          >
            One entry for each thing that happened: when, as exactly as it is known and no more; what, in the
            client’s words; and the evidence for it. Type a line above, choose exhibits or messages and make
            an entry from them, or begin with a template.
          </EmptyState>
        )
      ) : (
        <>
          <EntryList
            caseId={caseId}
            filter={filter}
            order={order}
            turn={turn + added}
            entryId={entryId}
            silences={silences}
            filterBar={filterBar}
            onRemoved={onRemoved}
          />
        </>
      )}
    </>
  );
}
