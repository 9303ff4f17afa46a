import { Check } from 'lucide-react';
import { HoldfastError } from '../../../shared/errors';
import type { TaskRow } from '../../../shared/models/caseload';
import { labelOf } from '../../../shared/records/by-fields';
import { taskKind, taskSorts } from '../../../shared/records/task';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip, Skeleton } from '../../components/parts';
import { WorkLine } from '../../components/work-line';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { caseloadText as words, dueText } from '../../strings/caseload';
import { CaseName } from './case-name';

const atFirst = 6;

/** Says of a task that it is done on this day: a version made from the one that is there now. Refused where there is none any more. */
async function finish({ id, caseId }: TaskRow, today: string): Promise<void> {
  const all = await call(holdfast.records.list({ caseId, kind: taskKind.kind }));
  const task = all.find((each) => each.id === id);
  if (task === undefined) throw new HoldfastError('not-found');
  await call(holdfast.records.change({ id, version: task.version, body: { ...task.body, doneOn: today } }));
}

/** What somebody of the office has to do, of all cases, the first due on top. */
export function TasksCard({ today }: { readonly today: string }) {
  const { data, error, reload } = useQuery('open-tasks', () => call(holdfast.casework.tasks({})), [
    'records',
    'cases',
  ]);
  const act = useAct();
  return (
    <section className="card first-card" aria-label={words.tasks}>
      <div className="first-head">
        <h2>{words.tasks}</h2>
      </div>
      <Failure code={error} onRetry={reload} />
      <Failure code={act.error} />
      {data === null && error === null ? <Skeleton height={60} /> : null}
      {data?.length === 0 ? <p className="quiet first-none">{words.tasksNone}</p> : null}
      <ul className="first-lines">
        <FirstOfMany
          items={data ?? []}
          first={atFirst}
          draw={(task) => (
            <TaskLine
              key={task.id}
              task={task}
              today={today}
              onDone={() => {
                act.run(() => finish(task, today), undefined, reload);
              }}
            />
          )}
        />
      </ul>
    </section>
  );
}

function TaskLine({
  task: { id, caseId, caseReference, caseAlias, title, sort, due, time, owner },
  today,
  onDone,
}: {
  readonly task: TaskRow;
  readonly today: string;
  readonly onDone: () => void;
}) {
  const { go } = useNavigation();
  return (
    <WorkLine
      lead={`${dueText(due, today)}${time === null ? '' : ` ${time}`}`}
      isLate={due !== null && due < today}
      tools={
        <>
          <Button
            variant="quiet"
            icon={<Check aria-hidden />}
            label={words.doneOf(`${caseReference}, ${title}`)}
            onPress={onDone}
          >
            {words.done}
          </Button>
          <Button
            label={words.openTask(`${caseReference}, ${title}`)}
            onPress={() => {
              go({ name: 'contacts', caseId, record: id });
            }}
          >
            {words.open}
          </Button>
        </>
      }
    >
      <div>
        <CaseName reference={caseReference} alias={caseAlias} />
        <bdi>{title}</bdi> {sort === 'task' ? null : <Chip>{labelOf(taskSorts, sort)}</Chip>}
      </div>
      <div className="quiet small">
        <bdi>{words.ownerOf(owner)}</bdi>
      </div>
    </WorkLine>
  );
}
