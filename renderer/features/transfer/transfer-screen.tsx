import { call, holdfast } from '../../kit/bridge';
import { useJobs, useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { PageHeader, Skeleton } from '../../components/parts';
import { BreachesCard } from './breaches-card';
import { OfficesCard } from './offices-card';
import { OpenCard } from './open-card';
import { OwnCardPanel } from './own-card';
import { PackagesCard } from './packages-card';
import { RescueCard } from './rescue-card';
import { SendCard } from './send-card';
import './transfer.css';

/** Moving cases between offices: packages out, packages in, our card and those of others. */
export function TransferScreen({ openCaseId }: { readonly openCaseId: string | null }) {
  const { data, error, reload } = useQuery(
    'transfers',
    async () => {
      const [card, offices, records, cases, after] = await Promise.all([
        call(holdfast.offices.ownCard({})),
        call(holdfast.offices.list({})),
        call(holdfast.transfer.list({})),
        call(holdfast.cases.list({})),
        call(holdfast.transfer.after({})),
      ]);
      return { card, offices, records, cases, after };
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
          <OwnCardPanel card={data.card} />
          <OfficesCard offices={data.offices} onChanged={reload} />
          <PackagesCard
            records={data.records}
            after={data.after}
            cases={data.cases}
            jobs={jobs}
            onChanged={reload}
          />
          <BreachesCard records={data.records} />
          <RescueCard />
        </div>
      )}
    </>
  );
}
