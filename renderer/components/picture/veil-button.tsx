import { Eye, EyeOff } from 'lucide-react';
import { Button } from '../button';
import { useVeil } from './veil';

/** Covers the pictures of a screen, or shows them. */
export function VeilButton({ variant = 'secondary' }: { readonly variant?: 'secondary' | 'quiet' }) {
  const { veiled, setVeiled } = useVeil();
  return (
    <Button
      variant={variant}
      icon={veiled ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
      onPress={() => {
        setVeiled(!veiled);
      }}
    >
      {veiled ? 'Show pictures' : 'Blur pictures'}
    </Button>
  );
}
