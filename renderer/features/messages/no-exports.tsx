import { MessagesSquare, Plus } from 'lucide-react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/parts';
import { noExports } from '../../strings/messages';

/** What could be read here, while no export is there. */
export function NoExports({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <EmptyState
      icon={<MessagesSquare />}
      title={noExports.title}
      actions={
        <Button variant="primary" icon={<Plus aria-hidden />} onPress={onAdd}>
          {noExports.add}
        </Button>
      }
    >
      <p>{noExports.words}</p>
      <ul className="plain left">
        {noExports.readable.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </EmptyState>
  );
}
