import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Redaction } from '../../../shared/models/redaction';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { savePurpose } from '../../strings/redaction';

/** Saves a redacted copy outside the vault. */
export function SaveRedacted({ redaction }: { readonly redaction: Redaction }) {
  const [saved, setSaved] = useState(false);
  const act = useAct();

  async function save(): Promise<void> {
    const target = await call(holdfast.paths.save({ purpose: savePurpose(redaction) }));
    if (target === null) return;
    await call(holdfast.redaction.save({ id: redaction.id, target: target.token }));
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
      <Failure code={act.error} />
      {saved ? (
        <Notice tone="amber" title="The redacted copy is saved and was compared with the one here.">
          It is not encrypted where it is now.
        </Notice>
      ) : null}
    </>
  );
}
