import { createContext, useContext } from 'react';

/** Whether pictures are blurred until asked for. It is on at first, each time the app is unlocked. */
export interface Veil {
  readonly veiled: boolean;
  readonly setVeiled: (veiled: boolean) => void;
}

export const VeilContext = createContext<Veil>({ veiled: true, setVeiled: () => undefined });
export const useVeil = (): Veil => useContext(VeilContext);
