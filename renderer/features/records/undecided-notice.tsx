import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';

/** Says that records of a case have two versions, and leads to where they are joined. Nothing while there are none. */
export function TwoVersionsNotice({
  caseId,
  meanwhile = 'Both versions are kept; choose what it should say.',
}: {
  readonly caseId: string;
  /** What happens while nobody has chosen. */
  readonly meanwhile?: string;
}) {
  const { go } = useNavigation();
  const { data } = useQuery(`undecided-${caseId}`, () => call(holdfast.records.undecided({ caseId })), [
    'records',
    'cases',
    'chronology',
  ]);
  const count = data?.length ?? 0;
  if (count === 0) return null;
  return (
    <Notice
      tone="amber"
      title={`${counted(count, 'record has', 'records have')} two versions`}
      actions={
        <Button
          onPress={() => {
            go({ name: 'two-versions', caseId });
          }}
        >
          Look at both
        </Button>
      }
    >
      Two offices changed the same thing. {meanwhile}
    </Notice>
  );
}
