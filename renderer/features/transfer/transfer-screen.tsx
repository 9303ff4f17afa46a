import { call, holdfast } from '../../kit/bridge';
import { useJobs, useQuery } from '../../kit/hooks';
import { nowIso, today } from '../../kit/today';
import type { OwnCard, PartnerOffice } from '../../../shared/models/office';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { Notice, PageHeader, Skeleton } from '../../components/parts';
import { officesText } from '../../strings/offices';
import { waitingLine } from '../../strings/waiting';
import { BreachesCard } from './breaches-card';
import { OfficesCard } from './offices-card';
import { OpenCard } from './open-card';
import { OwnCardPanel } from './own-card';
import { PackagesCard } from './packages-card';
import { RescueCard } from './rescue-card';
import { SendCard } from './send-card';
import { whatWaits } from './what-waits';
import type { Waiting } from './what-waits';
import './transfer.css';

/** Moving cases between offices: packages out, packages in, our card and those of others. */
export function TransferScreen({ openCaseId }: { readonly openCaseId: string | null }) {
  const { data, error, reload } = useQuery(
    'transfers',
    async () => {
      const [card, offices, records, cases, after, breaches] = await Promise.all([
        call(holdfast.offices.ownCard({})),
        call(holdfast.offices.list({})),
        call(holdfast.transfer.list({})),
        call(holdfast.cases.list({})),
        call(holdfast.transfer.after({})),
        call(holdfast.breaches.list({})),
      ]);
      return { card, offices, records, cases, after, breaches };
    },
    ['transfers', 'cases'],
  );
  const jobs = useJobs();
  return (
    <>
      <PageHeader
        title="Transfers"
        summary="Move a case to another office in one sealed file. Whoever finds the stick cannot open it."
      />
      <Failure code={error} onRetry={reload} />
      {data === null ? (
        error === null ? (
          <Skeleton height={320} />
        ) : null
      ) : (
        <>
          <WaitingNotice waiting={whatWaits(data, nowIso(), today())} />
          <div className="transfer">
            <SendCard
              openCaseId={openCaseId}
              ownName={data.card.name}
              cases={data.cases}
              offices={data.offices}
              jobs={jobs}
              records={data.records}
            />
            <OpenCard jobs={jobs} records={data.records} />
            <PackagesCard
              records={data.records}
              after={data.after}
              cases={data.cases}
              jobs={jobs}
              onChanged={reload}
            />
            <OfficesPart card={data.card} offices={data.offices} onChanged={reload} />
            <BreachesCard breaches={data.breaches} records={data.records} onChanged={reload} />
            <RescueCard />
          </div>
        </>
      )}
    </>
  );
}

/** Folded once there is an office to send to, and none whose words wait to be compared. */
function OfficesPart({
  card,
  offices,
  onChanged,
}: {
  readonly card: OwnCard;
  readonly offices: readonly PartnerOffice[];
  readonly onChanged: () => void;
}) {
  const standings = offices.map(({ standing }) => standing);
  return (
    <section className="card pad full" aria-label={officesText.title}>
      <Disclose
        level={2}
        title={officesText.title}
        isOpenAtFirst={standings.includes('new') || !standings.includes('compared')}
      >
        <div className="transfer">
          <OwnCardPanel card={card} />
          <OfficesCard offices={offices} onChanged={onChanged} />
        </div>
      </Disclose>
    </section>
  );
}

function WaitingNotice({ waiting }: { readonly waiting: Waiting }) {
  const line = waitingLine(waiting);
  if (line === null) return null;
  return <Notice tone={waiting.clocks.length > 0 ? 'red' : 'amber'}>{line}</Notice>;
}
