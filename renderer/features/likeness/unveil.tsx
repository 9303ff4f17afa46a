import { Eye } from 'lucide-react';
import { Button } from '../../components/button';

/** Over pictures that are blurred: a person asks to see them. */
export function Unveil({ several, onPress }: { readonly several: boolean; readonly onPress: () => void }) {
  return (
    <div className="unveil">
      <Button icon={<Eye aria-hidden />} onPress={onPress}>
        {several ? 'Show these pictures' : 'Show this picture'}
      </Button>
    </div>
  );
}
