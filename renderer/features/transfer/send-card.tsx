import { Send } from 'lucide-react';
import { useState } from 'react';
import type { CaseSummary } from '../../../shared/models/case';
import type { Job } from '../../../shared/models/job';
import type { PartnerOffice } from '../../../shared/models/office';
import { packagePurposes } from '../../../shared/models/package-purpose';
import type { PackagePurpose } from '../../../shared/models/package-purpose';
import type { TransferRecord } from '../../../shared/models/transfer';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Segmented, SelectField, TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { RadioCards } from '../../components/radio-cards';
import { counted } from '../../strings/counts';
import { printMoment } from '../../strings/dates';
import { purposeText, purposeWords } from '../../strings/offices';
import { printSize } from '../../strings/sizes';
import { isGoodEnough, passphraseStrength } from '../../components/passphrase/strength';
import { leavingText } from '../../strings/leaving';
import { LeavingDialog } from '../leaving/leaving-dialog';
import { useGate } from '../leaving/use-gate';
import { TwoVersionsNotice } from '../records/undecided-notice';
import { finishedJob } from './finished-job';

type SendTo = 'recipient' | 'passphrase';

/** What is still to be said before a package can be written, or null. */
function missing(
  caseId: string | null,
  type: SendTo,
  office: PartnerOffice | null,
  purpose: PackagePurpose | null,
  passphrase: string,
  ownName: string,
) {
  if (caseId === null) return { field: 'case', text: 'Choose the case that is to go.' } as const;
  if (type === 'recipient' && office === null)
    return { field: 'office', text: 'Choose the office that gets it.' } as const;
  if (type === 'recipient')
    return purpose === null ? ({ field: 'purpose', text: purposeText.missing } as const) : null;
  const strength = passphraseStrength(passphrase, [ownName]);
  return isGoodEnough(strength)
    ? null
    : ({
        field: 'passphrase',
        text: `${strength.words} Tell it over the phone, never in the same post.`,
      } as const);
}

/** Writes a case as a package. Nothing is chosen for anybody: the open case stands there, everything else is asked. */
export function SendCard({
  openCaseId,
  ownName,
  cases,
  offices,
  jobs,
  records,
}: {
  /** The case that is open; null when none is. */
  readonly openCaseId: string | null;
  /** What this office is called: no passphrase may be made of it. */
  readonly ownName: string;
  readonly cases: readonly CaseSummary[];
  readonly offices: readonly PartnerOffice[];
  readonly jobs: readonly Job[];
  readonly records: readonly TransferRecord[];
}) {
  const [caseId, setCaseId] = useState<string | null>(openCaseId);
  const [type, setType] = useState<SendTo>('recipient');
  const [officeId, setOfficeId] = useState<string | null>(null);
  const [chosenPurpose, setPurpose] = useState<PackagePurpose | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct();
  const gate = useGate();
  const [jobId, setJobId] = useState<string | null>(null);
  const job = finishedJob(jobs, jobId);
  const record = records.find(({ id }) => id === job?.resultId);
  const chosen = cases.find(({ id }) => id === caseId) ?? null;
  const compared = offices.filter(({ standing }) => standing === 'compared');
  const office = compared.find(({ id }) => id === officeId) ?? null;
  const purpose = type === 'passphrase' ? 'copy' : chosenPurpose;
  const open = asked ? missing(chosen?.id ?? null, type, office, purpose, passphrase, ownName) : null;
  const problemOf = (field: NonNullable<typeof open>['field']): string | null =>
    open?.field === field ? open.text : null;

  function write(): void {
    act.setError(null);
    setJobId(null);
    setAsked(true);
    if (chosen === null || purpose === null) return;
    if (missing(chosen.id, type, office, purpose, passphrase, ownName) !== null) return;
    const lock =
      type === 'passphrase'
        ? ({ type, passphrase } as const)
        : ({ type, recipient: office?.recipient ?? '' } as const);
    act.run(async () => {
      if ((await gate.ask({ output: 'package', caseId: chosen.id, purpose })) === null) return;
      const target = await call(holdfast.paths.save({ purpose: 'package' }));
      if (target === null) return;
      const what = { caseId: chosen.id, lock, purpose, target: target.token };
      setJobId((await call(holdfast.transfer.send(what))).id);
    });
  }

  return (
    <section className="card pad stack" aria-label="Send a case">
      <h2>Send a case</h2>
      {cases.length === 0 ? (
        <p className="quiet">There is no case to send yet.</p>
      ) : (
        <>
          <SelectField
            label="Case"
            placeholder="Choose a case"
            options={cases.map(({ id, reference, alias }) => ({ id, label: `${reference} “${alias}”` }))}
            value={chosen?.id ?? null}
            onChange={setCaseId}
            error={problemOf('case')}
          />
          <Segmented
            label="How it is sealed"
            value={type}
            onChange={setType}
            options={[
              { id: 'recipient', label: 'For an office' },
              { id: 'passphrase', label: 'With a passphrase' },
            ]}
          />
          {type === 'passphrase' ? (
            <TextField
              label="Passphrase for this package"
              type="password"
              value={passphrase}
              onChange={setPassphrase}
              error={problemOf('passphrase')}
            />
          ) : compared.length === 0 ? (
            <p className="quiet">
              There is no office whose words were compared yet. Add its card under “Other offices” first.
            </p>
          ) : (
            <SelectField
              label="Office that gets it"
              placeholder="Choose an office"
              options={compared.map(({ id, name }) => ({ id, label: name }))}
              value={office?.id ?? null}
              onChange={setOfficeId}
              error={problemOf('office')}
              description={chosen === null ? undefined : lastSent(records, chosen.id)}
            />
          )}
          {type === 'passphrase' ? (
            <p className="quiet">{purposeText.underPassphrase}</p>
          ) : compared.length === 0 ? null : (
            <RadioCards
              label={purposeText.question}
              options={packagePurposes.map((id) => ({ id, ...purposeWords[id] }))}
              value={chosenPurpose}
              onChange={setPurpose}
              error={problemOf('purpose')}
            />
          )}
          {chosen === null ? null : (
            <p>
              All of {chosen.reference} goes: {counted(chosen.evidenceCount, 'exhibit', 'exhibits')} as they
              are, {counted(chosen.entryCount, 'entry', 'entries')} with your comments
              {office === null || type === 'passphrase' ? '' : `, to ${office.name} and nobody else`}.
            </p>
          )}
          {chosen === null ? null : (
            <TwoVersionsNotice caseId={chosen.id} meanwhile="Both versions go along, and wait there too." />
          )}
          <LeavingDialog gate={gate} submit={leavingText.sendPackage} />
          <Failure code={act.error} />
          {job?.error != null ? <Failure code={job.error} /> : null}
          {record === undefined ? null : (
            <Notice tone="green" title="The package is written and was read back.">
              {counted(record.files, 'exhibit', 'exhibits')}, {counted(record.entries, 'entry', 'entries')},{' '}
              {printSize(record.bytes)}. Eject the stick before you pull it out.
            </Notice>
          )}
          <div className="row">
            <Button
              variant="primary"
              icon={<Send aria-hidden />}
              isDisabled={type === 'recipient' && compared.length === 0}
              onPress={write}
            >
              Choose where and write
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Where this case went before: to be seen, and not chosen again by itself. */
function lastSent(records: readonly TransferRecord[], caseId: string): string | undefined {
  const last = records.find((each) => each.direction === 'out' && each.caseId === caseId);
  if (last === undefined) return undefined;
  const to = last.partner === null ? 'under a passphrase' : `to ${last.partner.name}`;
  return `This case last went ${to} on ${printMoment(last.at)}.`;
}
