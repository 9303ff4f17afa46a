import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { CheckReport } from '../../../shared/models/vault';
import { call, holdfast } from '../../kit/bridge';
import { useJobs } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { CheckResult } from './check-result';

type Depth = CheckReport['depth'];

/** Looks whether everything is as it was written. It tells and never repairs. */
export function CheckCard() {
  const [depth, setDepth] = useState<Depth>('quick');
  const act = useAct();
  const checks = useJobs().filter(({ kind }) => kind === 'check');
  const isRunning = checks.some(({ state }) => state === 'running');
  const last = checks.findLast(({ state }) => state !== 'running');

  return (
    <section className="card pad stack" aria-labelledby="check">
      <h2 id="check">Check</h2>
      <p className="quiet">
        Compares what is here with what was written. It tells; it never changes or repairs.
      </p>
      <RadioGroup
        className="field"
        value={depth}
        onChange={(value) => {
          setDepth(value === 'full' ? 'full' : 'quick');
        }}
      >
        <Label>How much</Label>
        <Radio value="quick" className="radio">
          <strong>Quick</strong>{' '}
          <span className="quiet">The database, the record, and that every file is there.</span>
        </Radio>
        <Radio value="full" className="radio">
          <strong>Everything</strong>{' '}
          <span className="quiet">Every file is read and compared as well. With many it takes minutes.</span>
        </Radio>
      </RadioGroup>
      <div className="row">
        <Button
          icon={<ShieldCheck aria-hidden />}
          isDisabled={isRunning}
          onPress={() => {
            act.run(() => call(holdfast.check.start({ depth })));
          }}
        >
          Check now
        </Button>
      </div>
      <Failure code={act.error} />
      {last?.state === 'failed' && last.error !== null ? <Failure code={last.error} /> : null}
      {last?.state === 'done' ? <CheckResult key={last.id} jobId={last.id} /> : null}
    </section>
  );
}
