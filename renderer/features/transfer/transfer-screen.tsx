import { Copy, FolderDown, PackageOpen, Send } from 'lucide-react';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import type { Job } from '../../../shared/models/job';
import { ageRecipientSchema } from '../../../shared/models/transfer';
import type { Office, TransferRecord } from '../../../shared/models/transfer';
import { call, codeOf, holdfast } from '../../app/bridge';
import { useJobs, useQuery } from '../../app/hooks';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Segmented, SelectField, TextField } from '../../components/fields';
import { Chip, EmptyState, FactRow, Facts, Notice, PageHeader, Skeleton } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { printSize } from '../../strings/sizes';
import { isGoodEnough, passphraseStrength } from '../unlock/strength';
import './transfer.css';

/** Moving cases between offices: our key, packages out, packages in. */
export function TransferScreen() {
  const { data, error, reload } = useQuery(
    'transfers',
    async () => {
      const [office, records, cases] = await Promise.all([
        call(holdfast.transfer.office({})),
        call(holdfast.transfer.list({})),
        call(holdfast.cases.list({})),
      ]);
      return { office, records, cases };
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
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {data === null ? (
        error === null ? (
          <Skeleton height={320} />
        ) : null
      ) : (
        <div className="transfer">
          <SendCard cases={data.cases} jobs={jobs} records={data.records} />
          <OpenCard jobs={jobs} records={data.records} />
          <OfficeCard office={data.office} />
          <section className="card pad full">
            <h2>What went out and came in</h2>
            {data.records.length === 0 ? (
              <EmptyState icon={<FolderDown />} title="No packages yet">
                Each package that is written or opened is listed here, with what was checked.
              </EmptyState>
            ) : (
              <History records={data.records} />
            )}
          </section>
        </div>
      )}
    </>
  );
}

function History({ records }: { readonly records: readonly TransferRecord[] }) {
  return (
    <table className="history">
      <thead>
        <tr>
          <th>When</th>
          <th>Case</th>
          <th>Direction</th>
          <th>What was in it</th>
          <th>Checked</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td>{printMoment(record.at)}</td>
            <td>{record.caseReference}</td>
            <td>
              <Chip tone={record.direction === 'in' ? 'accent' : 'neutral'}>
                {record.direction === 'in' ? 'Came in' : 'Went out'}
              </Chip>
            </td>
            <td>
              {record.files} exhibits, {record.entries} entries, {printSize(record.bytes)}
            </td>
            <td>
              <Chip tone="green">
                {record.direction === 'in' ? 'Signature and every file' : 'Read back and compared'}
              </Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OfficeCard({ office }: { readonly office: Office }) {
  const [copied, setCopied] = useState(false);
  return (
    <section className="card pad full office">
      <div>
        <h2>{office.name}: our key</h2>
        <p className="quiet">
          Give this to offices that send you cases. It is not secret: it can only seal, not open.
        </p>
      </div>
      <Facts>
        <FactRow name="Key">
          <span className="mono">{office.recipient}</span>
        </FactRow>
        <FactRow name="To read out">
          <span className="fingerprint mono">{office.fingerprint}</span>
        </FactRow>
      </Facts>
      <div className="row">
        <Button
          icon={<Copy aria-hidden />}
          onPress={() => {
            call(holdfast.transfer.copyRecipient({})).then(
              () => {
                setCopied(true);
              },
              () => {
                setCopied(false);
              },
            );
          }}
        >
          Copy our key
        </Button>
        <span role="status" className="quiet">
          {copied
            ? 'Copied.'
            : 'Read the eight groups to each other over the phone before the first transfer.'}
        </span>
      </div>
    </section>
  );
}

function finished(jobs: readonly Job[], id: string | null): Job | null {
  const job = jobs.find((each) => each.id === id);
  return job === undefined || job.state === 'running' ? null : job;
}

function SendCard({
  cases,
  jobs,
  records,
}: {
  readonly cases: readonly { readonly id: string; readonly reference: string; readonly alias: string }[];
  readonly jobs: readonly Job[];
  readonly records: readonly TransferRecord[];
}) {
  const [caseId, setCaseId] = useState(cases[0]?.id ?? '');
  const [type, setType] = useState<'recipient' | 'passphrase'>('recipient');
  const [recipient, setRecipient] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = finished(jobs, jobId);
  const record = records.find(({ id }) => id === job?.resultId);

  async function write(): Promise<void> {
    setError(null);
    setJobId(null);
    if (type === 'recipient' && !ageRecipientSchema.safeParse(recipient).success) {
      setProblem('A key starts with age1 and has 62 characters. Ask the other office to copy it again.');
      return;
    }
    const strength = passphraseStrength(passphrase);
    if (type === 'passphrase' && !isGoodEnough(strength)) {
      setProblem(`${strength.words} Tell it over the phone, never in the same post.`);
      return;
    }
    setProblem(null);
    try {
      const lock = type === 'recipient' ? { type, recipient: recipient.trim() } : { type, passphrase };
      const target = await call(holdfast.paths.save({ purpose: 'package' }));
      if (target === null) return;
      const started = await call(holdfast.transfer.send({ caseId, lock, target: target.token }));
      setJobId(started.id);
    } catch (problemFound) {
      setError(codeOf(problemFound));
    }
  }

  return (
    <section className="card pad stack">
      <h2>Send a case</h2>
      {cases.length === 0 ? (
        <p className="quiet">There is no case to send yet.</p>
      ) : (
        <>
          <SelectField
            label="Case"
            options={cases.map(({ id, reference, alias }) => ({ id, label: `${reference} “${alias}”` }))}
            value={caseId}
            onChange={setCaseId}
          />
          <Segmented
            label="How it is sealed"
            value={type}
            onChange={setType}
            options={[
              { id: 'recipient', label: 'For an office key' },
              { id: 'passphrase', label: 'With a passphrase' },
            ]}
          />
          {type === 'recipient' ? (
            <TextField
              label="Key of the office that gets it"
              value={recipient}
              onChange={setRecipient}
              error={problem}
              description="It starts with age1."
            />
          ) : (
            <TextField
              label="Passphrase for this package"
              type="password"
              value={passphrase}
              onChange={setPassphrase}
              error={problem}
            />
          )}
          {error === null ? null : <Failure code={error} />}
          {job?.error != null ? <Failure code={job.error} /> : null}
          {record === undefined ? null : (
            <Notice tone="green" title="The package is written and was read back.">
              {record.files} exhibits, {record.entries} entries, {printSize(record.bytes)}. Eject the stick
              before you pull it out.
            </Notice>
          )}
          <div className="row">
            <Button variant="primary" icon={<Send aria-hidden />} onPress={() => void write()}>
              Choose where and write
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function OpenCard({
  jobs,
  records,
}: {
  readonly jobs: readonly Job[];
  readonly records: readonly TransferRecord[];
}) {
  const { go } = useNavigation();
  const [type, setType] = useState<'key' | 'passphrase'>('key');
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<ErrorCode | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = finished(jobs, jobId);
  const record = records.find(({ id }) => id === job?.resultId);

  async function open(): Promise<void> {
    setError(null);
    setJobId(null);
    try {
      const source = await call(holdfast.paths.pick({ purpose: 'package' }));
      if (source === null) return;
      const started = await call(
        holdfast.transfer.receive({
          source: source.token,
          passphrase: type === 'key' ? null : passphrase,
        }),
      );
      setJobId(started.id);
    } catch (problem) {
      setError(codeOf(problem));
    }
  }

  return (
    <section className="card pad stack">
      <h2>Open a package</h2>
      <p className="quiet">
        Nothing of a package is taken in until its signature and every file have been checked.
      </p>
      <Segmented
        label="How it was sealed"
        value={type}
        onChange={setType}
        options={[
          { id: 'key', label: 'For our key' },
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
      {error === null ? null : <Failure code={error} />}
      {job?.error != null ? <Failure code={job.error} /> : null}
      {record === undefined ? null : (
        <Notice
          tone="green"
          title={`${record.caseReference} is here: ${record.files} exhibits, ${record.entries} entries, all checked.`}
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
          Compare the sender’s key over the phone: <span className="mono">{record.senderFingerprint}</span>
        </Notice>
      )}
      <div className="row">
        <Button
          icon={<PackageOpen aria-hidden />}
          isDisabled={type === 'passphrase' && passphrase === ''}
          onPress={() => void open()}
        >
          Choose a package
        </Button>
      </div>
    </section>
  );
}
