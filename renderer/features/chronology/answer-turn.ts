import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

/**
 * When the answers to a question may take the focus: after Enter has asked for them and has been let go of, with no other key
 * pressed in between. While somebody types nothing moves.
 */
export function useAnswerTurn(): {
  /** A number that changes when the first answer is to take the focus. */
  readonly turn: number;
  readonly ask: () => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly keyUp: (event: KeyboardEvent) => void;
} {
  const [turn, setTurn] = useState(0);
  const asked = useRef(false);
  return {
    turn,
    ask: () => {
      asked.current = true;
    },
    keyDown: ({ key }) => {
      if (key !== 'Enter') asked.current = false;
    },
    keyUp: ({ key }) => {
      if (key !== 'Enter' || !asked.current) return;
      asked.current = false;
      setTurn((before) => before + 1);
    },
  };
}
