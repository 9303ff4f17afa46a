import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { foundText } from '../../strings/likeness';

/** In the evidence: that something was found, and the way there. */
export function LikenessNotice({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  const { data } = useQuery(`likeness-${caseId}`, () => call(holdfast.likeness.summary({ caseId })), [
    'likeness',
    'evidence',
  ]);
  const found = data === null ? null : foundText(data);
  if (data === null || found === null) return null;
  return (
    <Notice
      title={found}
      actions={
        <>
          {data.pairs === 0 ? null : (
            <Button
              onPress={() => {
                go({ name: 'likeness', caseId, part: 'pairs' });
              }}
            >
              Compare pictures
            </Button>
          )}
          {data.conversations === 0 ? null : (
            <Button
              onPress={() => {
                go({ name: 'likeness', caseId, part: 'conversations' });
              }}
            >
              Join conversations
            </Button>
          )}
        </>
      }
    />
  );
}
