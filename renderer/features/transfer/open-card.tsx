import { PackageOpen } from 'lucide-react';
import { useState } from 'react';
import type { Job } from '../../../shared/models/job';
import type { PackagePreview } from '../../../shared/models/office';
import type { PackageDecisions } from '../../../shared/models/package-decisions';
import type { TransferRecord } from '../../../shared/models/transfer';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Segmented, TextField } from '../../components/fields';
import { Chip, Notice } from '../../components/parts';
import { arrivedText } from '../../strings/comparison';
import { checkedChip } from '../../strings/offices';
import { finishedJob } from './finished-job';
import { ComparisonShown } from './comparison-shown';
import { PackageShown } from './package-shown';
import { useComparison } from './use-comparison';

interface Looked {
  readonly source: string;
  readonly passphrase: string | null;
  readonly preview: PackagePreview;
}

/** Opens a package in three steps: who sent it, what of it is new here, and then what of that a person takes in. */
export function OpenCard({
  jobs,
  records,
}: {
  readonly jobs: readonly Job[];
  readonly records: readonly TransferRecord[];
}) {
  const [type, setType] = useState<'key' | 'passphrase'>('key');
  const [passphrase, setPassphrase] = useState('');
  const [looked, setLooked] = useState<Looked | null>(null);
  const act = useAct();
  const [jobId, setJobId] = useState<string | null>(null);
  const job = finishedJob(jobs, jobId);
  const comparing = useComparison(jobs);
  const record = records.find(({ id }) => id === job?.resultId);

  const attempt = (work: () => Promise<void>): void => {
    setJobId(null);
    act.run(work);
  };
  const look = () =>
    attempt(async () => {
      leave();
      const chosen = await call(holdfast.paths.pick({ purpose: 'package' }));
      if (chosen === null) return;
      const sealed = { source: chosen.token, passphrase: type === 'key' ? null : passphrase };
      setLooked({ ...sealed, preview: await call(holdfast.transfer.inspect(sealed)) });
    });
  const compare = ({ preview, ...sealed }: Looked) =>
    attempt(async () => {
      const { manifestSha256, standing } = preview;
      const seen = { manifestSha256, standing };
      comparing.follow((await call(holdfast.transfer.compare({ ...sealed, seen }))).id);
    });
  const take = ({ preview, ...sealed }: Looked, decisions: PackageDecisions) =>
    attempt(async () => {
      const { manifestSha256, standing } = preview;
      const seen = { manifestSha256, standing };
      const started = await call(holdfast.transfer.receive({ ...sealed, seen, decisions }));
      leave();
      setPassphrase('');
      setJobId(started.id);
    });
  const leave = () => {
    setLooked(null);
    comparing.follow(null);
  };

  return (
    <section className="card pad stack" aria-label="Open a package">
      <h2>Open a package</h2>
      <p className="quiet">
        First you see who sent it and what it holds. Nothing of it is taken in before you say so, and until
        its signature and every file have been checked.
      </p>
      <Segmented
        label="How it was sealed"
        value={type}
        onChange={setType}
        options={[
          { id: 'key', label: 'For our office' },
          { id: 'passphrase', label: 'With a passphrase' },
        ]}
      />
      {type === 'passphrase' ? (
        <TextField
          label="Passphrase you were told"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
        />
      ) : null}
      <Failure code={act.error} />
      {job?.error != null ? <Failure code={job.error} /> : null}
      {record === undefined ? null : <Arrived record={record} />}
      <div className="row">
        <Button
          icon={<PackageOpen aria-hidden />}
          isDisabled={type === 'passphrase' && passphrase === ''}
          isPending={act.busy && looked === null}
          onPress={look}
        >
          Choose a package
        </Button>
      </div>
      <Failure code={comparing.error} />
      {looked === null || comparing.comparison !== null ? null : (
        <PackageShown
          key={looked.preview.manifestSha256}
          preview={looked.preview}
          isPending={act.busy || comparing.isRunning}
          onLook={() => {
            compare(looked);
          }}
          onLeave={leave}
        />
      )}
      {looked === null || comparing.comparison === null ? null : (
        <ComparisonShown
          key={comparing.comparison.manifestSha256}
          comparison={comparing.comparison}
          isPending={act.busy}
          onTake={(decisions) => {
            take(looked, decisions);
          }}
          onLeave={leave}
        />
      )}
    </section>
  );
}

function Arrived({ record }: { readonly record: TransferRecord }) {
  const { go } = useNavigation();
  const [tone, text] = checkedChip(record);
  return (
    <Notice
      tone={tone}
      title={arrivedText(record)}
      actions={
        record.caseId === null ? undefined : (
          <Button
            onPress={() => {
              if (record.caseId !== null) go({ name: 'case', caseId: record.caseId });
            }}
          >
            Open the case
          </Button>
        )
      }
    >
      Every file is as it was signed. <Chip tone={tone}>{text}</Chip>
    </Notice>
  );
}
