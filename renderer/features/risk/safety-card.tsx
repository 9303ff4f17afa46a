import { Pencil, Printer } from 'lucide-react';
import { useState } from 'react';
import type { safetyPapers } from '../../../shared/contract/protection-methods';
import { safetyPlanFields } from '../../../shared/records/safety-plan';
import type { SafetyPlan } from '../../../shared/records/safety-plan';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { riskText as words } from '../../strings/risk';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';

/** The safety plan, and the paper of it. */
export function SafetyCard({
  caseId,
  plan,
  onOpen,
}: {
  readonly caseId: string;
  readonly plan: Shown<SafetyPlan> | null;
  readonly onOpen: () => void;
}) {
  return (
    <section className="card pad stack" aria-label={words.safety}>
      <h2>{words.safety}</h2>
      <p className="quiet">{words.safetyHint}</p>
      {plan === null ? (
        <>
          <p>{words.noSafety}</p>
          <div>
            <Button icon={<Pencil aria-hidden />} onPress={onOpen}>
              {words.addSafety}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{words.carry(plan.body.safeToCarry)}</p>
          <Said shown={plan} fields={safetyPlanFields} only={['on', 'heading', 'parts']} />
          <PrintButtons caseId={caseId} />
          <RecordTools caseId={caseId} shown={plan} title={words.safetyTitle} onChange={onOpen} />
        </>
      )}
    </section>
  );
}

/** Saves it as a paper for the client, under a name that says nothing. */
function PrintButtons({ caseId }: { readonly caseId: string }) {
  const act = useAct();
  const [pages, setPages] = useState<number | null>(null);
  const print = (paper: (typeof safetyPapers)[number]): void => {
    act.run(async () => {
      setPages(null);
      const target = await call(holdfast.paths.save({ purpose: 'notes' }));
      if (target === null) return;
      setPages((await call(holdfast.safety.print({ caseId, paper, target: target.token }))).pages);
    });
  };
  return (
    <>
      <div className="row wrap-row">
        <Button
          icon={<Printer aria-hidden />}
          isPending={act.busy}
          onPress={() => {
            print('a5');
          }}
        >
          {words.printA5}
        </Button>
        <Button
          icon={<Printer aria-hidden />}
          isPending={act.busy}
          onPress={() => {
            print('a4');
          }}
        >
          {words.printA4}
        </Button>
        <span role="status" className="quiet">
          {pages === null ? '' : words.printed(pages)}
        </span>
      </div>
      <Failure code={act.error} />
    </>
  );
}
