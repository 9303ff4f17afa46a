import { Eye, EyeOff } from 'lucide-react';
import { Button } from '../button';
import { useVeil } from './veil';

/** Covers the pictures of a screen, or shows them. */
export function VeilButton() {
  const { veiled, setVeiled } = useVeil();
  return (
    <Button
      icon={veiled ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
      onPress={() => {
        setVeiled(!veiled);
      }}
    >
      {veiled ? 'Show pictures' : 'Blur pictures'}
    </Button>
  );
}
