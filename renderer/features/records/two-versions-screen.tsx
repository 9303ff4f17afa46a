import { Files } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { recordKindText } from '../../strings/records';
import { JoinPanel } from './join-panel';
import './records.css';

/** Records of a case with two versions undecided, and the one that is looked at, field by field. */
export function TwoVersionsScreen({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, reload } = useQuery(
    `two-versions-${caseId}`,
    () => call(holdfast.records.undecided({ caseId })),
    ['records', 'cases', 'chronology'],
  );
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={320} />;
  const back = (
    <Button
      onPress={() => {
        go({ name: 'case', caseId });
      }}
    >
      Leave the rest for now
    </Button>
  );
  const current = data.find(({ id }) => id === chosen) ?? data[0];
  if (current === undefined)
    return (
      <>
        <PageHeader title="Two versions" />
        <NothingLeft caseId={caseId} />
      </>
    );
  return (
    <>
      <PageHeader
        title="Two versions"
        summary={`${counted(data.length, 'record', 'records')} to decide. Nothing is overwritten: both versions stay, and what you choose is a third.`}
        actions={back}
      />
      <ListAndDetail
        fixed="list"
        width="minmax(180px, 240px)"
        list={
          <nav className="card two-versions" aria-label="Records with two versions">
            {data.map(({ id, kind, title }) => (
              <AriaButton
                key={id}
                className="option"
                {...(id === current.id ? { 'aria-current': 'true' as const } : {})}
                onPress={() => {
                  setChosen(id);
                }}
              >
                <strong dir="auto">{title}</strong>
                <span className="quiet small">{recordKindText(kind)}</span>
              </AriaButton>
            ))}
          </nav>
        }
        detail={<JoinPanel key={current.id} id={current.id} onJoined={reload} />}
      />
    </>
  );
}

/** What this room is for, when nothing waits in it. */
function NothingLeft({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  return (
    <EmptyState
      icon={<Files />}
      title="Nothing is left to decide"
      actions={
        <Button
          variant="primary"
          onPress={() => {
            go({ name: 'case', caseId });
          }}
        >
          Back to the case
        </Button>
      }
    >
      Where two offices change the same record, both versions wait here until somebody chooses.
    </EmptyState>
  );
}
