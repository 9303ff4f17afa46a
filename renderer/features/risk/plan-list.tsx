import { Check, Plus } from 'lucide-react';
import { planActionFields, planApproaches } from '../../../shared/records/plan-action';
import type { PlanAction } from '../../../shared/records/plan-action';
import { headOf } from '../../../shared/records/casework-schemas';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Chip } from '../../components/parts';
import { Sentence } from '../../components/sentence';
import { call, holdfast } from '../../kit/bridge';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { riskText as words } from '../../strings/risk';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';

interface Props {
  readonly caseId: string;
  readonly actions: readonly Shown<PlanAction>[];
  readonly onOpen: (open: string) => void;
}

/** The plan, by what each action does about the risk. */
export function PlanList({ caseId, actions, onOpen }: Props) {
  return (
    <section className="card pad stack" aria-label={words.plan}>
      <div className="row wrap-row">
        <h2 className="grow">{words.plan}</h2>
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => {
            onOpen('new-plan-action');
          }}
        >
          {words.addAction}
        </Button>
      </div>
      {actions.length === 0 ? <p>{words.noPlan}</p> : null}
      {planApproaches.map(({ id, label }) => {
        const those = actions.filter(({ body }) => body.approach === id);
        return those.length === 0 ? null : (
          <div key={id}>
            <h3>{label}</h3>
            <ul className="risk-lines">
              {those.map((each) => (
                <Action key={each.id} caseId={caseId} action={each} onOpen={onOpen} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Action({
  caseId,
  action,
  onOpen,
}: Pick<Props, 'caseId' | 'onOpen'> & { readonly action: Shown<PlanAction> }) {
  const act = useAct();
  const { text, owner, due, doneOn } = action.body;
  const isLate = doneOn === null && due !== null && due < today();
  return (
    <li className="stack">
      <div className="row wrap-row">
        <span className="grow pre-line wrap-anywhere" dir="auto">
          {text}
        </span>
        {doneOn === null ? null : <Chip tone="green">{words.doneOn(doneOn)}</Chip>}
        {isLate ? <Chip tone="red">{words.late}</Chip> : null}
        {doneOn === null ? (
          <Button
            icon={<Check aria-hidden />}
            label={words.doneOf(headOf(text))}
            isPending={act.busy}
            onPress={() => {
              const body = { ...action.body, doneOn: today() };
              act.run(() => call(holdfast.records.change({ id: action.id, version: action.version, body })));
            }}
          >
            {words.done}
          </Button>
        ) : null}
      </div>
      <p className="quiet small">
        <Sentence>{`${owner === '' ? words.noOwner : words.by(owner)}; ${due === null ? words.noDay : words.due(due)}`}</Sentence>
      </p>
      <Failure code={act.error} />
      <Said shown={action} fields={planActionFields} only={['outcome', 'assessmentId', 'entryIds']} />
      <RecordTools
        caseId={caseId}
        shown={action}
        title={headOf(text)}
        onChange={() => {
          onOpen(action.id);
        }}
      />
    </li>
  );
}
