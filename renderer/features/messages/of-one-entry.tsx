import { ListFilter } from 'lucide-react';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { ofOneEntry } from '../../strings/messages';

/** Says that only the messages of one entry are shown, with the ways out. */
export function OfOneEntry({ caseId, entryId }: { readonly caseId: string; readonly entryId: string }) {
  const { go } = useNavigation();
  return (
    <Notice
      title={ofOneEntry.title}
      actions={
        <>
          <Button
            onPress={() => {
              go({ name: 'chronology', caseId, entryId });
            }}
          >
            {ofOneEntry.back}
          </Button>
          <Button
            icon={<ListFilter aria-hidden />}
            onPress={() => {
              go({ name: 'messages', caseId });
            }}
          >
            {ofOneEntry.all}
          </Button>
        </>
      }
    />
  );
}
