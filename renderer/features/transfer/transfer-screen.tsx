import { FolderDown } from 'lucide-react';
import { call, holdfast } from '../../kit/bridge';
import { useJobs, useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { History } from './history';
import { OfficesCard } from './offices-card';
import { OpenCard } from './open-card';
import { OwnCardPanel } from './own-card';
import { SendCard } from './send-card';
import './transfer.css';

/** Moving cases between offices: packages out, packages in, our card and those of others. */
export function TransferScreen({ openCaseId }: { readonly openCaseId: string | null }) {
  const { data, error, reload } = useQuery(
    'transfers',
    async () => {
      const [card, offices, records, cases] = await Promise.all([
        call(holdfast.offices.ownCard({})),
        call(holdfast.offices.list({})),
        call(holdfast.transfer.list({})),
        call(holdfast.cases.list({})),
      ]);
      return { card, offices, records, cases };
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
          <section className="card pad full">
            <h2>What went out and came in</h2>
            {data.records.length === 0 ? (
              <EmptyState icon={<FolderDown />} title="No packages yet">
                Each package that is written or opened is listed here, with what was checked.
              </EmptyState>
            ) : (
              <div className="history-frame" role="region" aria-label="Packages" tabIndex={0}>
                <History records={data.records} />
              </div>
            )}
          </section>
        </div>
      )}
    </>
  );
}
