import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { VeilContext, useVeil } from '../../components/picture/veil';

/** Pictures inside stay blurred until somebody asks to see these; the rest of the app stays as it is. */
export function Revealed({ children }: { readonly children: (reveal: () => void) => ReactNode }) {
  const { veiled, setVeiled } = useVeil();
  const [revealed, setRevealed] = useState(false);
  const veil = useMemo(() => ({ veiled: veiled && !revealed, setVeiled }), [veiled, revealed, setVeiled]);
  return (
    <VeilContext value={veil}>
      {children(() => {
        setRevealed(true);
      })}
    </VeilContext>
  );
}
