import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Redaction } from '../../../shared/models/redaction';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { leavingText } from '../../strings/leaving';
import { LeavingDialog } from '../leaving/leaving-dialog';
import { useGate } from '../leaving/use-gate';
import { savePurpose } from '../../strings/redaction';

/** Saves a redacted copy outside the vault. */
export function SaveRedacted({
  caseId,
  redaction,
}: {
  readonly caseId: string;
  readonly redaction: Redaction;
}) {
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const gate = useGate();

  async function save(): Promise<void> {
    const { id, itemId } = redaction;
    const passed = await gate.ask({
      output: 'copy',
      caseId,
      itemId,
      form: 'redacted',
      redactionId: id,
      recipient: null,
    });
    if (passed?.output !== 'copy') return;
    const target = await call(holdfast.paths.save({ purpose: savePurpose(redaction) }));
    if (target === null) return;
    await call(holdfast.redaction.save({ id, target: target.token, recipient: passed.recipient }));
    setSaved(true);
  }

  return (
    <>
      <div>
        <Button
          icon={<Download aria-hidden />}
          onPress={() => {
            act.run(save);
          }}
        >
          Save a copy
        </Button>
      </div>
      <LeavingDialog gate={gate} submit={leavingText.saveCopy} />
      <Failure code={act.error} />
      {saved ? (
        <Notice tone="amber" title="The redacted copy is saved and was compared with the one here.">
          It is not encrypted where it is now.
        </Notice>
      ) : null}
    </>
  );
}
