import { CalendarPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ComponentProps } from 'react';
import { entryFilterSchema } from '../../../shared/models/entry-filter';
import type { EntryFilter } from '../../../shared/models/entry-filter';
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

/** The weeks of the entries, and the silences between them. */
function useWeeks(caseId: string, filter: EntryFilter, turn: number) {
  // The weeks are counted once the typing rests: of a hundred thousand entries that takes longer than a key may wait.
  const settled = useSettled(JSON.stringify(filter), weeksAfter);
  const { data } = useQuery(`weeks-${caseId}|${settled} ${turn}`, () =>
    call(holdfast.chronology.weeks({ caseId, filter: entryFilterSchema.parse(JSON.parse(settled)) })),
  );
  const silences = useMemo(
    () => new Map((data?.silences ?? []).map((silence) => [silence.id, silence] as const)),
    [data],
  );
  return { weeks: data?.weeks ?? null, silences };
}

/** The entries as a list, with the weeks at a glance above and one line to add to them. */
export function EntriesView({
  turn,
  all,
  isEditing,
  onTable,
  ...list
}: Omit<ComponentProps<typeof EntryList>, 'silences'> & {
  /** How many entries the case has; null while that is being counted. */
  readonly all: number | null;
  readonly isEditing: boolean;
  readonly onTable: () => void;
}) {
  const { caseId, filter } = list;
  const [added, setAdded] = useState(0);
  const { weeks, silences } = useWeeks(caseId, filter, turn);
  return (
    <>
      {isEditing || weeks === null ? null : <WeeksChart weeks={weeks} />}
      {isEditing ? null : (
        <AddInOneLine
          caseId={caseId}
          onSaved={() => {
            setAdded((before) => before + 1);
          }}
        />
      )}
      {all === 0 ? (
        isEditing ? null : (
          <NoEntries caseId={caseId} onTable={onTable} />
        )
      ) : (
        <EntryList {...list} turn={turn + added} silences={silences} />
      )}
    </>
  );
}

function AddInOneLine({ caseId, onSaved }: { readonly caseId: string; readonly onSaved: () => void }) {
  const { go } = useNavigation();
  return (
    <WithDraft
      form="quick-add"
      subject={null}
      caseId={caseId}
      schema={quickDraftSchema}
      onClose={() => {
        go({ name: 'chronology', caseId });
      }}
    >
      {(resumed) => (
        <QuickAdd
          caseId={caseId}
          resumed={resumed}
          onSaved={onSaved}
          onOpen={(id) => {
            go({ name: 'chronology', caseId, entryId: id });
          }}
        />
      )}
    </WithDraft>
  );
}

/** What an entry is, while the case has none. */
function NoEntries({ caseId, onTable }: { readonly caseId: string; readonly onTable: () => void }) {
  return (
    <EmptyState
      icon={<CalendarPlus />}
      title="Put what happened in order"
      actions={<NewEntryButton caseId={caseId} onTable={onTable} />}
    >
      One entry for each thing that happened: when, as exactly as it is known and no more; what, in the
      client’s words; and the evidence for it. Type a line above, choose exhibits or messages and make an
      entry from them, or begin with a template.
    </EmptyState>
  );
}
