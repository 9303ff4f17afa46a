import { Button } from '../components/button';
import { Dialog } from '../components/dialog';

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl L', 'Lock at once, from anywhere'],
  ['Ctrl K', 'Search the open case, or all cases where none is open'],
  ['Ctrl N', 'New chronology entry'],
  ['Ctrl I', 'Add evidence'],
  ['/', 'Go to the filter of a list'],
  ['J and K', 'Next and previous exhibit'],
  ['← and →', 'The same, where there is nothing to scroll sideways'],
  ['+ and −', 'Show an exhibit larger and smaller; Ctrl and the wheel do this too'],
  ['0, W and 1', 'The whole of it, as wide as the room, its own size'],
  ['R', 'Rotate the view'],
  ['[ and ]', 'Previous and next page of a document'],
  ['F', 'Full screen, and back; F11 makes the window fill the screen'],
  ['C', 'Side by side with another exhibit, and back'],
  ['B', 'Show what is blurred, and blur it again'],
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
