import { Send } from 'lucide-react';
import { useState } from 'react';
import type { CaseSummary } from '../../../shared/models/case';
import type { Job } from '../../../shared/models/job';
import type { PartnerOffice } from '../../../shared/models/office';
import type { TransferRecord } from '../../../shared/models/transfer';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { ProgressPanel } from '../../components/progress-panel';
import { counted } from '../../strings/counts';
import { leavingText } from '../../strings/leaving';
import { sendText } from '../../strings/send';
import { printSize } from '../../strings/sizes';
import { LeavingDialog } from '../leaving/leaving-dialog';
import { TwoVersionsNotice } from '../records/undecided-notice';
import { SendBasis } from './send-basis';
import { missingOf, nothingToSend, officesOf, whatGoes } from './send-choice';
import type { ProblemOf, SendChoice, SendFrom } from './send-choice';
import { SendDrives } from './send-drives';
import { SendForecast } from './send-forecast';
import { SendTo } from './send-to';
import { SendWhat } from './send-what';
import { useCaseToSend } from './use-case-to-send';
import { useForecast } from './use-forecast';
import { useSend } from './use-send';

/** Writes a case, or a part of it, as a package. Nothing is chosen for anybody: the open case stands there, everything else is asked. */
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
  const [choice, setChoice] = useState<SendChoice>(() => nothingToSend(openCaseId));
  const from = { ownName, offices, records };
  return (
    <section className="card pad stack" aria-label={sendText.title}>
      <h2>{sendText.title}</h2>
      {cases.length === 0 ? (
        <p className="quiet">{sendText.noCase}</p>
      ) : (
        <SendForm choice={choice} onChange={setChoice} cases={cases} from={from} jobs={jobs} />
      )}
    </section>
  );
}

function SendForm({
  choice,
  onChange,
  cases,
  from,
  jobs,
}: {
  readonly choice: SendChoice;
  readonly onChange: (choice: SendChoice) => void;
  readonly cases: readonly CaseSummary[];
  readonly from: SendFrom;
  readonly jobs: readonly Job[];
}) {
  const [asked, setAsked] = useState(false);
  const send = useSend(jobs);
  const of = useCaseToSend(choice.caseId);
  const open = missingOf(choice, from, of.redactions);
  const problemOf: ProblemOf = (field) => (asked && open?.field === field ? open.text : null);
  const what = whatGoes(choice, of, of.redactions);
  const write = (): void => {
    setAsked(true);
    if (open === null && what !== null) send.write(what, choice, officesOf(choice, from));
  };
  return (
    <>
      <SendTo choice={choice} onChange={onChange} cases={cases} from={from} problemOf={problemOf} />
      <Failure code={of.error} />
      <SendWhat choice={choice} onChange={onChange} of={of} from={from} problemOf={problemOf} />
      {choice.purpose === null ? null : (
        <SendBasis choice={choice} onChange={onChange} problemOf={problemOf} />
      )}
      <BeforeItIsWritten what={what} choice={choice} from={from} onChange={onChange} />
      <LeavingDialog gate={send.gate} submit={leavingText.sendPackage} />
      <Writing send={send} records={from.records} />
      <div className="row">
        <Button
          variant="primary"
          icon={<Send aria-hidden />}
          isPending={send.running !== null}
          isDisabled={
            choice.type === 'recipient' && from.offices.every(({ standing }) => standing !== 'compared')
          }
          onPress={write}
        >
          {sendText.write}
        </Button>
      </div>
    </>
  );
}

/** How far the package is, and how it ended. */
function Writing({
  send,
  records,
}: {
  readonly send: ReturnType<typeof useSend>;
  readonly records: readonly TransferRecord[];
}) {
  const { running, error, missing } = send;
  const record = records.find(({ id }) => id === send.written);
  return (
    <>
      {running === null ? null : <ProgressPanel job={running} onCancel={send.stop} />}
      <Failure code={error} missing={missing} />
      {record === undefined ? null : (
        <Notice tone="green" title={sendText.written}>
          {counted(record.files, 'exhibit', 'exhibits')}, {counted(record.entries, 'entry', 'entries')},{' '}
          {printSize(record.bytes)}. {sendText.eject}
        </Notice>
      )}
    </>
  );
}

/** What will leave, what of the case is undecided, and where there is room for it. */
function BeforeItIsWritten({
  what,
  choice,
  onChange,
  from,
}: {
  readonly what: ReturnType<typeof whatGoes>;
  readonly choice: SendChoice;
  readonly onChange: (choice: SendChoice) => void;
  readonly from: SendFrom;
}) {
  const forecast = useForecast(what);
  return (
    <>
      {what === null ? null : (
        <SendForecast
          forecast={forecast}
          names={officesOf(choice, from).map(({ name }) => name)}
          slots={choice.purpose === 'handover' ? choice.slots : null}
        />
      )}
      {choice.caseId === null ? null : (
        <TwoVersionsNotice caseId={choice.caseId} meanwhile={sendText.bothVersions} />
      )}
      {forecast.data === null ? null : (
        <SendDrives
          forecast={forecast.data}
          inParts={choice.inParts}
          onInParts={(inParts) => {
            onChange({ ...choice, inParts });
          }}
        />
      )}
    </>
  );
}
