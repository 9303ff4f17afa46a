import { Download, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { changedAreas } from '../../../shared/contract/bridge';
import type { AuditGroup } from '../../../shared/models/vault';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button, TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { SearchField, SelectField } from '../../components/fields';
import { Notice, PageHeader, Skeleton } from '../../components/parts';
import { groupOptions, searchText } from '../../strings/audit';
import { counted, printCount } from '../../strings/counts';
import { inGroups } from '../../strings/sizes';
import { AuditTable } from './audit-table';
import './audit.css';

const pageSize = 100;
/** Whatever is done adds a line. */
const everything = changedAreas.filter((area) => area !== 'drafts');

type Said =
  | { readonly name: 'whole' | 'broken'; readonly entries: number; readonly head: string }
  | { readonly name: 'saved'; readonly entries: number; readonly sha256: string };

async function verify(): Promise<Said> {
  const { entries, ok, head } = await call(holdfast.audit.verify({}));
  return { name: ok ? 'whole' : 'broken', entries, head };
}

async function save(): Promise<Said | null> {
  const target = await call(holdfast.paths.save({ purpose: 'audit' }));
  if (target === null) return null;
  return { name: 'saved', ...(await call(holdfast.audit.export({ target: target.token }))) };
}

/** A page of the record, with what the cases that are still here are called. */
function useAuditPage(group: AuditGroup, search: string, offset: number) {
  return useQuery(
    `audit|${group}|${search}|${offset}`,
    async () => {
      const [page, cases] = await Promise.all([
        call(holdfast.audit.list({ group, search: searchText(search), offset, limit: pageSize })),
        call(holdfast.cases.list({})),
      ]);
      return { ...page, references: new Map(cases.map(({ id, reference }) => [id, reference])) };
    },
    everything,
  );
}

/** Who did what and when, newest first. Nobody can change it here, and a change made elsewhere shows. */
export function AuditScreen() {
  const [group, setGroup] = useState<AuditGroup>('all');
  const [search, setSearch] = useState('');
  const [offset, setOffset] = useState(0);
  const [said, setSaid] = useState<Said | null>(null);
  const act = useAct();
  const { data, error, reload } = useAuditPage(group, search, offset);

  function start(work: () => Promise<Said | null>): void {
    act.run(work, setSaid, () => {
      setSaid(null);
    });
  }

  return (
    <>
      <PageHeader
        title="Record of acts"
        summary={<PartOfVault />}
        actions={
          <RecordActions
            onSave={() => {
              start(save);
            }}
            onVerify={() => {
              start(verify);
            }}
          />
        }
      />
      <Failure code={act.error} />
      {said === null ? null : <Outcome said={said} />}
      <Filters
        group={group}
        onGroup={(next) => {
          setGroup(next);
          setOffset(0);
        }}
        search={search}
        onSearch={(text) => {
          setSearch(text);
          setOffset(0);
        }}
      />
      <Failure code={error} onRetry={reload} />
      {data === null ? (
        error === null ? (
          <Skeleton height={320} />
        ) : null
      ) : (
        <>
          {data.entries.length === 0 ? (
            <p className="quiet">Nothing is like that.</p>
          ) : (
            <AuditTable entries={data.entries} references={data.references} />
          )}
          <Pages offset={offset} shown={data.entries.length} total={data.total} onOffset={setOffset} />
        </>
      )}
    </>
  );
}

function PartOfVault() {
  const { go } = useNavigation();
  return (
    <>
      Part of{' '}
      <TextLink
        onPress={() => {
          go({ name: 'vault' });
        }}
      >
        Vault and safety
      </TextLink>
      . It holds no content of cases: only who did what, and when.
    </>
  );
}

function RecordActions({ onSave, onVerify }: { readonly onSave: () => void; readonly onVerify: () => void }) {
  return (
    <>
      <Button icon={<Download aria-hidden />} onPress={onSave}>
        Save as a file
      </Button>
      <Button variant="primary" icon={<ShieldCheck aria-hidden />} onPress={onVerify}>
        Check the chain
      </Button>
    </>
  );
}

/** Which acts are shown. */
function Filters({
  group,
  onGroup,
  search,
  onSearch,
}: {
  readonly group: AuditGroup;
  readonly onGroup: (group: AuditGroup) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}) {
  return (
    <div className="row filters">
      <SelectField label="Kind of act" hideLabel options={groupOptions} value={group} onChange={onGroup} />
      <SearchField label="Name, or day such as 3 Nov 2026" value={search} onChange={onSearch} shortcut="/" />
    </div>
  );
}

/** From one page of the record to the next. */
function Pages({
  offset,
  shown,
  total,
  onOffset,
}: {
  readonly offset: number;
  /** Lines on this page. */
  readonly shown: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}) {
  return (
    <div className="row pages">
      <Button
        isDisabled={offset === 0}
        onPress={() => {
          onOffset(Math.max(0, offset - pageSize));
        }}
      >
        Newer
      </Button>
      <Button
        isDisabled={offset + pageSize >= total}
        onPress={() => {
          onOffset(offset + pageSize);
        }}
      >
        Older
      </Button>
      <span className="quiet" role="status">
        {total === 0
          ? ''
          : `${printCount(offset + 1)} to ${printCount(offset + shown)} of ${counted(total, 'line', 'lines')}`}
      </span>
    </div>
  );
}

function Outcome({ said }: { readonly said: Said }) {
  switch (said.name) {
    case 'whole':
      return (
        <Notice
          tone="green"
          title={`The chain is whole: ${counted(said.entries, 'entry', 'entries')}, head ${said.head.slice(0, 8)}`}
        >
          Every line is as it was written. Compare the head with one on an older bundle or note:{' '}
          <span className="mono">{inGroups(said.head)}</span>
        </Notice>
      );
    case 'broken':
      return (
        <Notice tone="red" title="The chain is broken: a line was changed or taken out" isUrgent>
          No case file was touched by this check. Copy the vault folder as it is now, and tell whoever answers
          for it.
        </Notice>
      );
    case 'saved':
      return (
        <Notice tone="amber" title={`Saved: ${counted(said.entries, 'entry', 'entries')}`}>
          The file is not encrypted: it says who worked when. Fingerprint (SHA-256):{' '}
          <span className="mono">{inGroups(said.sha256)}</span>
        </Notice>
      );
  }
}
