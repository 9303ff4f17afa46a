import { MessagesSquare } from 'lucide-react';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';

/** From an export to its messages, where it is one. */
export function MessagesLink({ item }: { readonly item: Pick<EvidenceItem, 'id' | 'caseId' | 'kind'> }) {
  const { go } = useNavigation();
  if (item.kind !== 'messages' && item.kind !== 'table') return null;
  return (
    <div className="messages-link">
      <Button
        icon={<MessagesSquare aria-hidden />}
        onPress={() => {
          go({ name: 'messages', caseId: item.caseId, itemId: item.id });
        }}
      >
        Read as messages and calls
      </Button>
    </div>
  );
}
