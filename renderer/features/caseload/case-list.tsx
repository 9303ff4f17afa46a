import { ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { chooseCases, everyOpenCase } from '../../../shared/domain/casework/caseload/choose';
import { hasEnded } from '../../../shared/domain/casework/caseload/endings';
import type { CaseRow } from '../../../shared/models/caseload';
import type { Duty } from '../../../shared/models/duty';
import { labelOf } from '../../../shared/records/by-fields';
import { jurisdictionOptions } from '../../../shared/records/case-details';
import { noSafeRule, statusText } from '../../../shared/records/words/case-words';
import { Chip } from '../../components/parts';
import { useNavigation } from '../../kit/navigation';
import { useSessionChoice } from '../../kit/session-choice';
import { caseloadText as words } from '../../strings/caseload';
import { CaseFilterBar } from './case-filter-bar';
import type { DueByCase } from './use-caseload';

/** Up to so many cases are drawn at once; of more, only those in sight. */
const drawnAtOnce = 60;
const layoutOptions = { estimatedRowHeight: 96, gap: 8 };

/** The cases, with what they are chosen by. Those that have ended are listed on request. */
export function CaseList({
  rows,
  due,
  today,
}: {
  readonly rows: readonly CaseRow[];
  readonly due: DueByCase;
  readonly today: string;
}) {
  const { go } = useNavigation();
  const [choice, setChoice] = useSessionChoice('cases', everyOpenCase);
  const shown = useMemo(() => chooseCases(rows, choice, due.first, today), [rows, choice, due, today]);
  const ended = rows.filter(({ status }) => hasEnded(status)).length;
  return (
    <>
      <CaseFilterBar rows={rows} choice={choice} onChange={setChoice} />
      <p className="quiet small case-count" role="status">
        {words.found(shown.length, rows.length)}{' '}
        {choice.status === 'open' && ended > 0 ? words.ended(ended) : ''}
      </p>
      <InSight isMany={shown.length > drawnAtOnce}>
        <GridList
          className={shown.length > drawnAtOnce ? 'case-list many' : 'case-list'}
          aria-label={words.cases}
          items={shown}
          dependencies={[due]}
          onAction={(key) => {
            go({ name: 'case', caseId: String(key) });
          }}
          renderEmptyState={() => <p className="quiet">{words.none}</p>}
        >
          {(item) => (
            <GridListItem className="case-row" id={item.id} textValue={`${item.reference} ${item.alias}`}>
              <Row item={item} duty={due.dutyOf.get(item.id) ?? null} />
            </GridListItem>
          )}
        </GridList>
      </InSight>
    </>
  );
}

/** Draws only what is in sight where there is much: by its key a list of its own, because the library calls other hooks for it. */
function InSight({ isMany, children }: { readonly isMany: boolean; readonly children: ReactNode }) {
  return isMany ? (
    <Virtualizer key="many" layout={ListLayout} layoutOptions={layoutOptions}>
      {children}
    </Virtualizer>
  ) : (
    <div key="few">{children}</div>
  );
}

function Row({ item, duty }: { readonly item: CaseRow; readonly duty: Duty | null }) {
  const { reference, alias, status, safeRule, owner, jurisdiction, latestEntry, closedOn } = item;
  const facts = [
    ...(jurisdiction === null ? [] : [labelOf(jurisdictionOptions, jurisdiction)]),
    latestEntry === null ? words.noEntries : words.latest(latestEntry),
    ...(closedOn === null ? [] : [words.endedOn(closedOn)]),
  ];
  return (
    <div className="case-lines">
      <div className="wrap-anywhere">
        <span className="name" dir="auto">
          {reference}
        </span>{' '}
        <bdi>“{alias}”</bdi>
      </div>
      <div className="row">
        <Chip tone={hasEnded(status) ? 'neutral' : 'accent'}>{statusText(status)}</Chip>
        {duty === null ? null : <Chip tone={duty.tone}>{duty.tag}</Chip>}
        {item.conflictCount === 0 ? null : (
          <Chip tone="amber">{words.datesToDecide(item.conflictCount)}</Chip>
        )}
      </div>
      <div className="rule wrap-anywhere" dir="auto">
        <ShieldCheck size={14} aria-hidden /> {safeRule === '' ? noSafeRule : safeRule}
      </div>
      <div className="quiet small wrap-anywhere">
        <bdi>{words.ownerOf(owner)}</bdi> · {facts.join(' · ')}
      </div>
    </div>
  );
}
