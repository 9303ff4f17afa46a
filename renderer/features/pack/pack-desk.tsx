import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import type { FoundItem } from '../../../shared/contract/vault-methods';
import type { CaseSummary } from '../../../shared/models/case';
import type { Pack, PackRedaction } from '../../../shared/models/pack';
import type { SavedView } from '../../../shared/models/saved-view';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { ListAndDetail } from '../../components/list-and-detail';
import { EmptyState, Notice, PageHeader } from '../../components/parts';
import { useNavigation } from '../../kit/navigation';
import { packText as words } from '../../strings/pack';
import { nothingChosen, packRequest, undecidedCopies } from './pack-choice';
import type { PackChoice, PackRequest } from './pack-choice';
import { PackExhibits } from './pack-exhibits';
import { PackLeaves } from './pack-leaves';
import { PackNames } from './pack-names';
import { PackSeal } from './pack-seal';
import { PackSettings } from './pack-settings';
import { PacksMade } from './packs-made';
import { usePack } from './use-pack';
import { useSealing } from './use-sealing';

export interface PackOf {
  readonly items: readonly FoundItem[];
  readonly owner: CaseSummary;
  readonly packs: readonly Pack[];
  readonly redactions: readonly PackRedaction[];
  readonly views: readonly SavedView[];
}

/** What is still to be said before it can be looked through. */
function missingOf(
  choice: PackChoice,
  request: PackRequest,
  { items, redactions }: PackOf,
): readonly string[] {
  const undecided = undecidedCopies(choice, redactions);
  const refs = items.filter(({ id }) => undecided.includes(id)).map(({ exhibitRef }) => exhibitRef);
  return [
    ...(choice.chronology === null ? [words.missingChronology] : []),
    ...(request.exhibits.length === 0 && request.chronology === null ? [words.missingChoice] : []),
    ...(refs.length === 0 ? [] : [words.missingCopies(refs)]),
  ];
}

/** The desk an evidence pack is made on. */
export function PackDesk({ of }: { readonly of: PackOf }) {
  const { items, owner, packs, redactions, views } = of;
  const { id: caseId, entryCount } = owner;
  const [choice, setChoice] = useState<PackChoice>(nothingChosen);
  const pack = usePack(caseId);
  const sealing = useSealing(choice);
  const order = items.map(({ id }) => id);
  const request = packRequest(caseId, choice, views, order);
  const { asked } = pack.gate;
  if (asked?.request.output === 'pack')
    return (
      <PackLeaves
        asked={asked}
        choice={choice}
        onChange={(next) => {
          setChoice(next);
          pack.gate.change(packRequest(caseId, next, views, order));
        }}
      />
    );
  if (items.length === 0 && entryCount === 0) return <NothingToPack caseId={caseId} />;
  const missing = [...missingOf(choice, request, of), ...sealing.missing];
  return (
    <div className="pack">
      <PageHeader
        title={words.title}
        summary={words.summary}
        actions={
          <Button
            variant="primary"
            icon={<PackageCheck aria-hidden />}
            isPending={pack.asking}
            isDisabled={missing.length > 0 || pack.busy}
            onPress={() => {
              pack.make(request, sealing.lock);
            }}
          >
            {words.look}
          </Button>
        }
      />
      <PackState pack={pack} missing={missing} packs={packs} isSealed={sealing.lock !== null} />
      <ListAndDetail
        fixed="detail"
        width="minmax(290px, 400px)"
        list={<PackExhibits items={items} redactions={redactions} choice={choice} onChange={setChoice} />}
        detail={
          <div className="stack pack-side">
            <PackSettings entries={entryCount} views={views} choice={choice} onChange={setChoice} />
            <PackSeal sealing={sealing} choice={choice} onChange={setChoice} />
            <PackNames request={request} items={items} />
            <PacksMade packs={packs} />
          </div>
        }
      />
    </div>
  );
}

/** How the last one went, or what is still to be said before the next. */
function PackState({
  pack,
  missing,
  packs,
  isSealed,
}: {
  readonly pack: ReturnType<typeof usePack>;
  readonly missing: readonly string[];
  readonly packs: readonly Pack[];
  readonly isSealed: boolean;
}) {
  const sealed = packs.find(({ id }) => id === pack.newest)?.sealed ?? null;
  return (
    <>
      <Failure code={pack.problem} />
      <Failure code={pack.failed} />
      {pack.busy ? <Notice title={isSealed ? words.runningSealed : words.running} /> : null}
      {pack.newest === null ? null : sealed === null ? (
        <Notice tone="amber" title={words.made}>
          {words.madeHint}
        </Notice>
      ) : (
        <Notice tone="green" title={words.madeSealed}>
          {words.madeSealedHint(sealed.office?.name ?? null)}
        </Notice>
      )}
      {missing.length === 0 ? null : (
        <Notice title={words.missing}>
          <ul>
            {missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function NothingToPack({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  return (
    <div className="pack">
      <PageHeader title={words.title} summary={words.summary} />
      <EmptyState
        icon={<PackageCheck />}
        title={words.emptyTitle}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              go({ name: 'evidence', caseId });
            }}
          >
            {words.toEvidence}
          </Button>
        }
      >
        {words.empty}
      </EmptyState>
    </div>
  );
}
