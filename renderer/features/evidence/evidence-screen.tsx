import { MapPinned } from 'lucide-react';
import { useState } from 'react';
import type { Selection } from 'react-aria-components';
import type { EvidenceKind } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useJobs, useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import type { Act } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice, PageHeader, Skeleton } from '../../components/parts';
import { exhibitsSummary, sayWhere } from '../../strings/evidence';
import { HandoverDialog } from '../continuity/handover-dialog';
import { ProducerPicker } from '../exhibits/producer-picker';
import { SelectionBar } from '../exhibits/selection-bar';
import { SharedReferencesNotice } from '../exhibits/shared-references';
import { SayWhereDialog } from '../provenance/say-where-dialog';
import { LikenessNotice } from '../likeness/likeness-notice';
import { AddFiles, AddFolder, DropPlace, NoExhibits } from './add-exhibits';
import { ExhibitFilterBar } from './exhibit-filter-bar';
import type { ExhibitView } from './exhibit-filter-bar';
import { ExhibitList } from './exhibit-list';
import { ImportReport } from './import-report';
import { InterruptedImports } from './interrupted-imports';
import { useExhibits } from './use-exhibits';
import './evidence.css';

/** Everything the client handed over, and the way to add more. */
export function EvidenceScreen({
  caseId,
  form,
}: {
  readonly caseId: string;
  /** A form to open at once, with what was being typed in it. */
  readonly form?: 'handover';
}) {
  const [selected, setSelected] = useState<Selection>(new Set());
  const [saying, setSaying] = useState(false);
  const act = useAct({ inTurn: true });
  const exhibits = useExhibits(caseId);
  const { data, error, reload } = exhibits;
  const all = useQuery(`evidence-all-${caseId}`, () => call(holdfast.evidence.summary({ caseId })), [
    'evidence',
  ]);
  const chosen = selected === 'all' ? (data ?? []).map(({ id }) => id) : [...selected].map(String);

  return (
    <div className="evidence">
      <PageHeader
        title="Evidence"
        summary={all.data === null ? ' ' : exhibitsSummary(all.data)}
        actions={<EvidenceActions caseId={caseId} act={act} />}
      />
      <Failure code={error} onRetry={reload} />
      <Failure code={act.error} />
      <InterruptedImports caseId={caseId} />
      <ResumedHandover caseId={caseId} isResuming={form === 'handover'} />
      <SayWhere
        ids={saying ? chosen : []}
        onSaid={() => {
          setSaying(false);
          setSelected(new Set());
          reload();
        }}
        onClose={() => {
          setSaying(false);
        }}
      />
      <LastImport caseId={caseId} />
      <Noticed caseId={caseId} />
      <DropPlace caseId={caseId} act={act}>
        {all.data?.items === 0 ? (
          <NoExhibits caseId={caseId} act={act} />
        ) : (
          <Exhibits
            caseId={caseId}
            exhibits={exhibits}
            kinds={all.data?.kinds ?? []}
            selected={selected}
            chosen={chosen}
            onSelect={setSelected}
            onSayWhere={() => {
              setSaying(true);
            }}
          />
        )}
      </DropPlace>
    </div>
  );
}

/** The exhibits that are shown, which of them are, and what can be done with those that are selected. */
function Exhibits({
  caseId,
  exhibits: { choice, choose, data, error },
  kinds,
  selected,
  chosen,
  onSelect,
  onSayWhere,
}: {
  readonly caseId: string;
  readonly exhibits: ReturnType<typeof useExhibits>;
  readonly kinds: readonly EvidenceKind[];
  readonly selected: Selection;
  /** The ids of those that are selected. */
  readonly chosen: readonly string[];
  readonly onSelect: (selected: Selection) => void;
  readonly onSayWhere: () => void;
}) {
  const [view, setView] = useState<ExhibitView>('grid');
  const isAny = chosen.length > 0;
  return (
    <>
      <ExhibitFilterBar
        choice={choice}
        choose={choose}
        kinds={kinds}
        view={view}
        onView={setView}
        extra={
          isAny ? (
            <Button icon={<MapPinned aria-hidden />} onPress={onSayWhere}>
              {sayWhere.ask(chosen.length)}
            </Button>
          ) : null
        }
      />
      {isAny ? <SelectionBar caseId={caseId} itemIds={chosen} /> : null}
      {data === null && error === null ? <Skeleton height={300} /> : null}
      {data === null ? null : (
        <ExhibitList caseId={caseId} items={data} view={view} selected={selected} onSelect={onSelect} />
      )}
    </>
  );
}

function EvidenceActions({ caseId, act }: { readonly caseId: string; readonly act: Act }) {
  const { go } = useNavigation();
  return (
    <>
      <ProducerPicker caseId={caseId} />
      <Button
        variant="quiet"
        onPress={() => {
          go({ name: 'likeness', caseId });
        }}
      >
        Copies and conversations
      </Button>
      <AddFolder caseId={caseId} act={act} />
      <AddFiles caseId={caseId} act={act} />
    </>
  );
}

/** A handover that was being typed when somebody left. */
function ResumedHandover({ caseId, isResuming }: { readonly caseId: string; readonly isResuming: boolean }) {
  const [isOpen, setOpen] = useState(isResuming);
  const close = (): void => {
    setOpen(false);
  };
  return isOpen ? (
    <HandoverDialog caseId={caseId} itemIds={[]} corrects={null} onDone={close} onClose={close} />
  ) : null;
}

/** How the last import into this case ended, until somebody puts it away. */
function LastImport({ caseId }: { readonly caseId: string }) {
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const last = useJobs().findLast(
    (job) => job.kind === 'import' && job.caseId === caseId && job.state !== 'running',
  );
  if (last === undefined || dismissed.includes(last.id)) return null;
  return (
    <ImportReport
      key={last.id}
      jobId={last.id}
      onDismiss={() => {
        setDismissed((before) => [...before, last.id]);
      }}
    />
  );
}

/** Asks where several exhibits came from, and says afterwards of how many it is on record. */
function SayWhere({
  ids,
  onSaid,
  onClose,
}: {
  /** Empty while nobody asks. */
  readonly ids: readonly string[];
  readonly onSaid: () => void;
  readonly onClose: () => void;
}) {
  const [said, setSaid] = useState<number | null>(null);
  return (
    <>
      {said === null ? null : (
        <Notice
          tone="green"
          title={sayWhere.said(said)}
          actions={
            <Button
              onPress={() => {
                setSaid(null);
              }}
            >
              {sayWhere.close}
            </Button>
          }
        />
      )}
      {ids.length === 0 ? null : (
        <SayWhereDialog
          ids={ids}
          onDone={(changed) => {
            setSaid(changed);
            onSaid();
          }}
          onClose={onClose}
        />
      )}
    </>
  );
}

/** What was noticed about the exhibits of a case, for a person to look at. */
function Noticed({ caseId }: { readonly caseId: string }) {
  return (
    <>
      <SharedReferencesNotice caseId={caseId} />
      <LikenessNotice caseId={caseId} />
    </>
  );
}
