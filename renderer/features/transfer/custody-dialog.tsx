import { Printer } from 'lucide-react';
import { useState } from 'react';
import { receiptLines, sealedText, stepTitle } from '../../../shared/domain/receipt/custody-words';
import type { LeavingRequest } from '../../../shared/models/leaving-gate';
import type { CustodyStep } from '../../../shared/models/custody';
import type { Printed } from '../../../shared/models/exhibit';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { FactRow, Facts, Notice, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { custodyText as words } from '../../strings/after';
import { alsoForText, purposeLine, purposeText } from '../../strings/offices';
import { noteText } from '../../strings/send';
import { leavingText } from '../../strings/leaving';
import { LeavingDialog } from '../leaving/leaving-dialog';
import { useGate } from '../leaving/use-gate';
import { NoteShown } from './note-shown';

/** Through which offices a case went, on the screen and as a paper. */
export function CustodyDialog({
  caseId,
  reference,
  onClose,
}: {
  readonly caseId: string;
  readonly reference: string;
  readonly onClose: () => void;
}) {
  const { data, error } = useQuery(`custody-${caseId}`, () => call(holdfast.transfer.custody({ caseId })), [
    'transfers',
  ]);
  const act = useAct();
  const gate = useGate();
  const [printed, setPrinted] = useState<Printed | null>(null);
  const print = (): void => {
    act.run(async () => {
      setPrinted(null);
      const paper = {
        output: 'papers',
        paper: 'custody',
        itemIds: [],
        withPlace: false,
      } satisfies Partial<LeavingRequest>;
      if ((await gate.ask({ ...paper, caseId })) === null) return;
      const target = await call(holdfast.paths.save({ purpose: 'custody' }));
      if (target === null) return;
      setPrinted(await call(holdfast.transfer.printCustody({ caseId, target: target.token })));
    });
  };
  return (
    <Dialog title={words.title(reference)} isOpen isWide onClose={onClose}>
      <div className="stack">
        <p>{words.lead}</p>
        <Failure code={error} />
        {data === null && error === null ? <Skeleton height={160} /> : null}
        {data?.steps.length === 0 ? <p className="quiet">{words.none}</p> : null}
        {(data?.steps ?? []).map((step) => (
          <Step key={step.id} step={step} caseId={caseId} />
        ))}
        <LeavingDialog gate={gate} submit={leavingText.savePaper} />
        <Failure code={act.error} />
        {printed === null ? null : (
          <Notice tone="green" title={words.printed(printed.pages)}>
            {words.printedHint}
          </Notice>
        )}
      </div>
      <div className="actions">
        <Button onPress={onClose}>{words.close}</Button>
        <Button variant="primary" icon={<Printer aria-hidden />} isPending={act.busy} onPress={print}>
          {words.print}
        </Button>
      </div>
    </Dialog>
  );
}

function Step({ step, caseId }: { readonly step: CustodyStep; readonly caseId: string }) {
  const { office, note, ourHead, theirHead } = step;
  const also = alsoForText(step);
  const purpose = purposeLine(step);
  return (
    <section className="card pad stack">
      <h3 dir="auto">{stepTitle(step)}</h3>
      <Facts>
        <FactRow name={step.direction === 'out' ? words.written : words.taken}>
          {words.by(step.at, step.by)}
        </FactRow>
        {office === null ? null : <FactRow name={words.office}>{words.officeIs(step)}</FactRow>}
        {office?.fingerprint == null ? null : (
          <FactRow name={words.fingerprint}>{office.fingerprint}</FactRow>
        )}
        {also === '' ? null : <FactRow name={words.others}>{also}</FactRow>}
        {purpose === '' ? null : <FactRow name={purposeText.question}>{purpose}</FactRow>}
        {note === null ? null : (
          <FactRow name={step.direction === 'out' ? noteText.why : noteText.theirWhy}>
            <NoteShown note={note} caseId={caseId} />
          </FactRow>
        )}
        <FactRow name={words.sealed}>{sealedText(step)}</FactRow>
        <FactRow name={words.held}>{words.heldIs(step)}</FactRow>
        <FactRow name={words.package}>
          <Code text={step.packageId} />
        </FactRow>
        <FactRow name={words.sha256}>
          <Code text={step.sha256} />
        </FactRow>
        <FactRow name={words.receipt}>
          {receiptLines(step).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </FactRow>
        {ourHead === null ? null : (
          <FactRow name={words.ourHead}>
            <Code text={ourHead} />
          </FactRow>
        )}
        {theirHead === null ? null : (
          <FactRow name={words.theirHead}>
            <Code text={theirHead} />
          </FactRow>
        )}
      </Facts>
    </section>
  );
}

const Code = ({ text }: { readonly text: string }) => <span className="small wrap-anywhere">{text}</span>;
