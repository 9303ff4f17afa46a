import { Button } from '../components/button';
import { Dialog } from '../components/dialog';

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl L', 'Lock at once, from anywhere'],
  ['Ctrl K', 'Search the open case'],
  ['Ctrl N', 'New chronology entry'],
  ['Ctrl I', 'Add evidence'],
  ['/', 'Go to the filter of a list'],
  ['J and K', 'Next and previous exhibit'],
  ['E', 'Reference of an exhibit: ours and the police’s'],
  ['Ctrl + and Ctrl −', 'Larger and smaller'],
  ['?', 'Show these keys'],
];

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="All keys" isOpen onClose={onClose}>
      <dl className="keys">
        {keys.map(([key, words]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div className="actions">
        <Button onPress={onClose} autoFocus>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
