import { Check, ListTodo, Undo2 } from 'lucide-react';
import { inOrder, taskStanding } from '../../../shared/domain/casework/contacts/standing';
import { taskFields } from '../../../shared/records/task';
import type { Task } from '../../../shared/records/task';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip, EmptyState } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { contactsText as words, taskStandingText } from '../../strings/contacts';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';

interface Props {
  readonly caseId: string;
  readonly onChange: (id: string) => void;
}

/** What is to be done, the earliest first, and what was done. */
export function TasksPart({ all, ...props }: Props & { readonly all: readonly Shown<Task>[] }) {
  const { open, done } = inOrder(all);
  if (all.length === 0)
    return (
      <EmptyState icon={<ListTodo />} title={words.noTasksTitle}>
        {words.noTasks}
      </EmptyState>
    );
  return (
    <>
      <h2>{words.open}</h2>
      {open.length === 0 ? <p className="quiet">{words.noTasksTitle}.</p> : null}
      <Tasks {...props} tasks={open} />
      {done.length === 0 ? null : <h2>{words.doneBefore}</h2>}
      <Tasks {...props} tasks={done} />
    </>
  );
}

function Tasks({ caseId, tasks, onChange }: Props & { readonly tasks: readonly Shown<Task>[] }) {
  return (
    <ul className="log">
      <FirstOfMany
        items={tasks}
        draw={(shown) => (
          <OneTask
            key={shown.id}
            caseId={caseId}
            shown={shown}
            onChange={() => {
              onChange(shown.id);
            }}
          />
        )}
      />
    </ul>
  );
}

function OneTask({
  caseId,
  shown,
  onChange,
}: {
  readonly caseId: string;
  readonly shown: Shown<Task>;
  readonly onChange: () => void;
}) {
  const act = useAct();
  const { id, version, body, title } = shown;
  const day = today();
  const standing = taskStanding(body, day);
  const isDone = standing.is === 'done';
  const tone = standing.is === 'late' ? 'red' : standing.is === 'today' ? 'amber' : 'neutral';
  return (
    <li className="card pad">
      <div className="row">
        <h3 className="grow" dir="auto">
          {title}
        </h3>
        <Chip tone={isDone ? 'green' : tone}>{taskStandingText(standing)}</Chip>
      </div>
      <Said
        shown={shown}
        fields={taskFields}
        only={['sort', 'due', 'time', 'owner', 'doneOn', 'note', 'about']}
      />
      <div className="row">
        <Button
          icon={isDone ? <Undo2 aria-hidden /> : <Check aria-hidden />}
          label={isDone ? words.notDoneOf(title) : words.doneOf(title)}
          isPending={act.busy}
          onPress={() => {
            const doneOn = isDone ? null : day;
            act.run(() => call(holdfast.records.change({ id, version, body: { ...body, doneOn } })));
          }}
        >
          {isDone ? words.notDone : words.done}
        </Button>
        <RecordTools caseId={caseId} shown={shown} title={title} onChange={onChange} />
      </div>
      <Failure code={act.error} />
    </li>
  );
}
