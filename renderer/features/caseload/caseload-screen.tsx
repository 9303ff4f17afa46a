import { FolderPlus, Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { CaseSummary } from '../../../shared/models/case';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { SearchField, Segmented } from '../../components/fields';
import { Chip, EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { noSafeRule, statusText } from '../../../shared/records/words/case-words';
import { counted } from '../../strings/counts';
import { DraftNotices } from '../drafts/draft-notices';
import { CaseForm } from './case-form';

const closedStatuses: readonly string[] = ['closed', 'transferred', 'declined'];

const isOpen = ({ status }: CaseSummary): boolean => !closedStatuses.includes(status);

function Row({ item }: { readonly item: CaseSummary }) {
  return (
    <>
      <div className="wrap-anywhere">
        <span className="name">{item.reference}</span> <span dir="auto">“{item.alias}”</span>
        <div className="row" style={{ marginTop: 4 }}>
          <Chip tone={closedStatuses.includes(item.status) ? 'neutral' : 'accent'}>
            {statusText(item.status)}
          </Chip>
          {item.conflictCount === 0 ? null : (
            <Chip tone="amber">{counted(item.conflictCount, 'date to decide', 'dates to decide')}</Chip>
          )}
        </div>
      </div>
      <div className="rule wrap-anywhere" dir="auto">
        <ShieldCheck size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
        {item.safeContact.rule === '' ? noSafeRule : item.safeContact.rule}
      </div>
      <div>
        <div>{item.latestEntry ?? 'No entries yet'}</div>
        <div className="quiet small">latest in the chronology</div>
      </div>
      <div className="quiet num">
        {counted(item.entryCount, 'entry', 'entries')}, {counted(item.evidenceCount, 'exhibit', 'exhibits')}
      </div>
    </>
  );
}

/** All cases of this vault. */
export function CaseloadScreen() {
  const { go } = useNavigation();
  const [making, setMaking] = useState(false);
  const { data, error, reload } = useQuery('caseload', () => call(holdfast.cases.list({})), [
    'cases',
    'evidence',
    'chronology',
  ]);
  const open = data?.filter(isOpen) ?? [];
  const add = (
    <AddCase
      onPress={() => {
        setMaking(true);
      }}
    />
  );

  return (
    <>
      <PageHeader
        title="Caseload"
        summary={
          data === null ? ' ' : `${counted(open.length, 'open case', 'open cases')}, ${data.length} in all.`
        }
        actions={data === null || data.length === 0 ? undefined : add}
      />
      {making ? null : (
        <DraftNotices
          cases={data ?? []}
          onOpen={({ form, caseId }) => {
            const isNewCase = form === 'case' && caseId === null;
            if (isNewCase) setMaking(true);
            return isNewCase;
          }}
        />
      )}
      <Failure code={error} onRetry={reload} />
      {data === null && error === null ? <Skeleton height={240} /> : null}
      {data?.length === 0 ? <NoCases add={add} /> : null}
      {data === null || data.length === 0 ? null : <CaseList cases={data} />}
      {making ? (
        <CaseForm
          title="New case"
          caseId={null}
          onClose={() => {
            setMaking(false);
          }}
          save={(value) => call(holdfast.cases.create(value))}
          onSaved={({ id }) => {
            setMaking(false);
            go({ name: 'case', caseId: id });
          }}
        />
      ) : null}
    </>
  );
}

function AddCase({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onPress={onPress}>
      New case
    </Button>
  );
}

/** What a case is for, while there is none. */
function NoCases({ add }: { readonly add: ReactNode }) {
  return (
    <EmptyState icon={<FolderPlus />} title="Begin with a case" actions={add}>
      A case holds what a client brings and what happened, in order. Give it a reference and a name that is
      not the client’s. You can also open a package from another office under Transfers.
    </EmptyState>
  );
}

/** The cases, of which those that are closed are shown on request. */
function CaseList({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const { go } = useNavigation();
  const [filter, setFilter] = useState('');
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const wanted = filter.trim().toLocaleLowerCase('en-GB');
  const shown = (which === 'open' ? cases.filter(isOpen) : cases).filter(({ reference, alias }) =>
    `${reference} ${alias}`.toLocaleLowerCase('en-GB').includes(wanted),
  );
  return (
    <>
      <div className="row" style={{ marginBottom: 14 }}>
        <SearchField label="Filter by reference or name" value={filter} onChange={setFilter} />
        <Segmented
          label="Which cases"
          value={which}
          onChange={setWhich}
          options={[
            { id: 'open', label: 'Open' },
            { id: 'all', label: 'All' },
          ]}
        />
      </div>
      <GridList
        className="caseload"
        aria-label="Cases"
        items={shown}
        onAction={(key) => {
          go({ name: 'case', caseId: String(key) });
        }}
        renderEmptyState={() => <p className="quiet">No case is like that.</p>}
      >
        {(item) => (
          <GridListItem className="case-row" id={item.id} textValue={`${item.reference} ${item.alias}`}>
            <Row item={item} />
          </GridListItem>
        )}
      </GridList>
    </>
  );
}
