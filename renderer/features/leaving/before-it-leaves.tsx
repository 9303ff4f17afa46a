import { useState } from 'react';
import type { LeavingCheck, LeavingPoint, LeavingRequest } from '../../../shared/models/leaving-gate';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { ListAndDetail } from '../../components/list-and-detail';
import { PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { capitalised } from '../../strings/counts';
import { goesRows, heldText, leavingText, outputText } from '../../strings/leaving';
import { AnswerDialog } from './answer-dialog';
import { PermissionDialog } from './permission-dialog';
import { PointRow } from './point-row';
import { ProtectedCard } from './protected-card';
import './leaving.css';

interface Props {
  readonly request: LeavingRequest;
  /** The button that lets it out. */
  readonly submit: string;
  /** It is shown in a dialog, whose own title says what it is. */
  readonly inDialog?: boolean;
  readonly onMake: () => void;
  readonly onBack: () => void;
  readonly onChange: (request: LeavingRequest) => void;
  /** Leaves exhibits out; absent where nothing can be left out. */
  readonly onLeaveOut?: (ids: readonly string[]) => void;
}

/** What must be decided before something leaves, what stays by rule, and what goes. */
export function BeforeItLeaves(props: Props) {
  const { request, submit, inDialog = false, onMake, onBack } = props;
  const { data, error, reload } = useQuery(
    `leaving-${JSON.stringify(request)}`,
    () => call(holdfast.leaving.check({ request })),
    ['evidence', 'records', 'chronology', 'cases', 'text'],
  );
  const stops = data?.decide.filter((point) => point.stops).length ?? 0;
  const buttons = (
    <>
      <Button onPress={onBack}>{leavingText.back}</Button>
      <Button variant="primary" isDisabled={data === null || stops > 0} onPress={onMake}>
        {submit}
      </Button>
    </>
  );
  const summary = data === null ? ' ' : leavingText.summary(data.decide.length, stops);
  return (
    <div className="leaving stack">
      {inDialog ? (
        <p className="quiet">{summary}</p>
      ) : (
        <PageHeader
          title={leavingText.title(outputText(request, data?.recipient ?? null))}
          summary={summary}
          actions={buttons}
        />
      )}
      <Failure code={error} onRetry={reload} />
      {data === null ? (
        error === null ? (
          <Skeleton height={320} />
        ) : null
      ) : (
        <Decisions {...props} check={data} />
      )}
      {inDialog ? <div className="actions">{buttons}</div> : null}
    </div>
  );
}

function Decisions({ check, ...props }: Props & { readonly check: LeavingCheck }) {
  const { request } = props;
  const [open, setOpen] = useState<{
    readonly what: 'permit' | 'answer';
    readonly point: LeavingPoint;
  } | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const form = { caseId: request.caseId, recipient: check.recipient, onClose: close };
  return (
    <>
      <ListAndDetail
        fixed="detail"
        width="minmax(240px, 330px)"
        list={
          <section className="card" aria-label={leavingText.decide}>
            <h2>{leavingText.decide}</h2>
            {check.decide.length === 0 ? <p className="quiet pad">{leavingText.nothing}</p> : null}
            <ul>
              {check.decide.map((point) => (
                <li key={point.key}>
                  <PointRow {...props} point={point} recipient={check.recipient} onForm={setOpen} />
                </li>
              ))}
            </ul>
            <HeldBack held={check.held} />
          </section>
        }
        detail={
          <div className="stack">
            <Goes check={check} />
            <ProtectedCard caseId={request.caseId} />
          </div>
        }
      />
      {open?.what === 'permit' ? <PermissionDialog {...form} point={open.point} /> : null}
      {open?.what === 'answer' ? <AnswerDialog {...form} point={open.point} /> : null}
    </>
  );
}

function HeldBack({ held }: Pick<LeavingCheck, 'held'>) {
  if (held.length === 0) return null;
  return (
    <>
      <h2>{leavingText.held}</h2>
      <p className="pad">{capitalised(held.map(heldText).join(', '))}.</p>
    </>
  );
}

function Goes({ check }: { readonly check: LeavingCheck }) {
  return (
    <section className="card" aria-label={leavingText.goes}>
      <h2>{leavingText.goes}</h2>
      <dl>
        {goesRows(check).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
