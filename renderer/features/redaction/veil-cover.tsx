import { Eye } from 'lucide-react';
import { Button } from '../../components/button';

/** Over a page that is blurred: a person asks to see it. */
export function VeilCover({ onReveal }: { readonly onReveal: () => void }) {
  return (
    <div className="veil">
      <Button icon={<Eye aria-hidden />} onPress={onReveal}>
        Show this picture
      </Button>
    </div>
  );
}
