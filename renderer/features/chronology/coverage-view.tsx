import { CalendarClock, CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { dayOfLimit } from '../../../shared/domain/casework/working-days';
import { standingOf } from '../../../shared/domain/dates/standing';
import { coverageOf } from '../../../shared/domain/coverage/coverage';
import type { ElementCoverage, OffenceCoverage } from '../../../shared/domain/coverage/coverage';
import { lawOf } from '../../../shared/domain/law/law-of';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import type { Jurisdiction } from '../../../shared/models/jurisdiction';
import { offenceKinds } from '../../../shared/models/law';
import type { TimeLimit } from '../../../shared/models/law';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { today } from '../../kit/today';
import { Button, TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { Chip, Notice, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { entriesText, stateText } from '../../strings/coverage';
import {
  coverageText,
  coverageTitle,
  limitHeading,
  limitNote,
  notConfirmed,
  notConfirmedOn,
  offenceKindText,
  offenceText,
} from '../../strings/law';
import { limitText } from '../../strings/standing';
import { LawBesides, SourcedCard } from './law-besides';
import { LawNotSaid } from '../../components/law-not-said';

type Show = (filter: Partial<EntryFilter>) => void;

const icons = { none: CircleDashed, some: CircleDot, enough: CircleCheck } as const;

/**
 * Which entries speak to what the law asks for, and what none speaks to yet. Harassment and stalking stand side by side, so
 * that a label that was given can be held against the entries. It counts entries; it never says what they amount to.
 */
export function CoverageView({
  caseId,
  turn,
  onFilter,
}: {
  readonly caseId: string;
  readonly turn: number;
  /** Shows the entries behind a line. */
  readonly onFilter: Show;
}) {
  const { data, error, reload } = useQuery(`support-${caseId}|${turn}`, () =>
    call(holdfast.chronology.support({ caseId })),
  );
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={300} />;
  const law = lawOf(data.jurisdiction);
  const coverage = coverageOf(law, new Map(data.support.map((each) => [each.element, each] as const)));
  return (
    <div className="coverage">
      <Notice title={coverageTitle(law)}>
        {coverageText(law)}
        <LawNotSaid caseId={caseId} />
      </Notice>
      <Limits caseId={caseId} latest={data.latest} today={today()} jurisdiction={data.jurisdiction} />
      <div className="side-by-side">
        {offenceKinds.map((kind) => (
          <OffenceColumn
            key={kind}
            title={offenceKindText(kind)}
            offences={coverage.offences.filter((offence) => offence.kind === kind)}
            onFilter={onFilter}
          />
        ))}
      </div>
      {coverage.groups.map((group) => (
        <section key={group.id} className="card coverage-group" aria-label={group.title}>
          <h2>{group.title}</h2>
          <p className="quiet small">{group.source}</p>
          <ul>
            {group.elements.map((element) => (
              <ElementLine key={element.id} element={element} onFilter={onFilter} isFull />
            ))}
          </ul>
        </section>
      ))}
      <LawBesides law={law} />
      <SourcedCard title={notConfirmedOn(law)} label={notConfirmed} rows={law.notConfirmed} />
    </div>
  );
}

function OffenceColumn({
  title,
  offences,
  onFilter,
}: {
  readonly title: string;
  readonly offences: readonly OffenceCoverage[];
  readonly onFilter: Show;
}) {
  if (offences.length === 0) return null;
  return (
    <section className="card offences" aria-label={title}>
      <h2>{title}</h2>
      {offences.map((offence) => (
        <div key={offence.id} className="offence">
          <h3>{offence.title}</h3>
          <p className="quiet small">{offenceText(offence)}</p>
          <ul>
            {offence.needs.map((need) => (
              <li key={need.elements.map(({ id }) => id).join(' ')}>
                {need.elements.length === 1 ? (
                  need.elements.map((element) => (
                    <ElementLine key={element.id} element={element} onFilter={onFilter} />
                  ))
                ) : (
                  <div className="any-of">
                    <span>
                      {need.group === null ? 'One of these' : `One of these: ${need.group.title}`}
                      {need.elements.every(({ state }) => state === 'none') ? ': no entry yet' : ''}
                    </span>
                    {need.elements.map((element) =>
                      element.entries === 0 ? (
                        <Chip key={element.id}>{element.title}: none yet</Chip>
                      ) : (
                        <Button
                          key={element.id}
                          onPress={() => {
                            onFilter({ element: element.id });
                          }}
                        >
                          {element.title}: {counted(element.entries, 'entry', 'entries')}
                        </Button>
                      ),
                    )}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ElementLine({
  element,
  onFilter,
  isFull = false,
}: {
  readonly element: ElementCoverage;
  readonly onFilter: Show;
  readonly isFull?: boolean;
}) {
  const Icon = icons[element.state];
  const line = (
    <>
      <Icon aria-hidden className={`state ${element.state}`} />
      <span className="grow">
        <strong>{element.title}</strong>
        {isFull ? (
          <>
            <br />
            <span className="quiet small">
              {element.text} {element.source}
            </span>
          </>
        ) : null}
        <br />
        <span className="small">{stateText(element)}</span>
      </span>
      {element.entries === 0 ? null : (
        <Button
          variant="quiet"
          label={`${entriesText(element)}: ${element.title}`}
          onPress={() => {
            onFilter({ element: element.id });
          }}
        >
          {entriesText(element)}
        </Button>
      )}
    </>
  );
  return isFull ? <li className="element">{line}</li> : <div className="element">{line}</div>;
}

/** The last incident that time limits are counted from. */
interface Latest {
  readonly id: string;
  readonly title: string;
  readonly printedDate: string;
  readonly day: string;
  readonly certain: boolean;
}

/** The limits that are counted from the latest incident. */
function Limits({
  caseId,
  latest,
  today: day,
  jurisdiction,
}: {
  readonly caseId: string;
  /** The day it is in the UK, YYYY-MM-DD. */
  readonly today: string;
  readonly latest: Latest | null;
  readonly jurisdiction: Jurisdiction | null;
}) {
  if (latest === null) return null;
  return (
    <>
      {lawOf(jurisdiction)
        .timeLimits.filter(({ from }) => from === 'latest-incident')
        .map((limit) => (
          <Limit
            key={limit.id}
            limit={limit}
            last={dayOfLimit(limit, latest.day, jurisdiction).day}
            caseId={caseId}
            latest={latest}
            today={day}
          />
        ))}
    </>
  );
}

/** Until when something can be done, counted from the latest incident. */
function Limit({
  limit,
  last,
  caseId,
  latest,
  today: day,
}: {
  readonly limit: TimeLimit;
  readonly last: string;
  readonly caseId: string;
  readonly latest: Latest;
  readonly today: string;
}) {
  const standing = standingOf(last, day);
  return (
    <section className="card limit" aria-label={limit.title}>
      <CalendarClock aria-hidden />
      <div className="grow">
        <h2>{limitHeading(limit, last)}</h2>
        <p>
          <Chip tone={standing.is === 'past' ? 'red' : standing.days <= 28 ? 'amber' : 'neutral'}>
            {limitText(standing)}
          </Chip>
        </p>
        <p>{limitNote(limit)}</p>
        <HangsOn caseId={caseId} latest={latest} />
      </div>
    </section>
  );
}

/** The entry that a limit is counted from, and how sure its date is. */
function HangsOn({ caseId, latest }: { readonly caseId: string; readonly latest: Latest }) {
  const { go } = useNavigation();
  return (
    <p>
      It hangs on:
      <br />
      <TextLink
        onPress={() => {
          go({ name: 'chronology', caseId, entryId: latest.id });
        }}
      >
        {latest.printedDate}: {latest.title}
      </TextLink>
      {latest.certain ? null : (
        <>
          <br />
          Its date is approximate: the latest day it allows is counted from, so the limit may be up sooner.
        </>
      )}
    </p>
  );
}
