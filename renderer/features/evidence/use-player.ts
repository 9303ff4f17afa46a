import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { fromPlayerSchema } from '../../../shared/contract/player';
import type { FromPlayer, ToPlayer } from '../../../shared/contract/player';
import { call, holdfast } from '../../kit/bridge';

/** How often the frame is asked whether it is there, in milliseconds, and how often it may leave that unanswered. */
const askEvery = 1000;
const mostUnanswered = 5;

export interface Playing {
  /** Seconds from the beginning. */
  readonly at: number;
  readonly length: number | null;
  readonly paused: boolean;
}

export interface Player {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  /** What names the frame's address; null until main has given it. */
  readonly token: string | null;
  readonly playing: Playing;
  /** The process of the frame has gone, or hangs. */
  readonly isLost: boolean;
  readonly send: (message: ToPlayer) => void;
  readonly seek: (to: number) => void;
  readonly startAgain: () => void;
}

const atFirst: Playing = { at: 0, length: null, paused: true };

/**
 * The frame that plays one recording: in a process of its own, without the vault's port, because what it decodes was made by a
 * stranger. It is talked to by messages, and what it says is checked.
 */
export function usePlayer(itemId: string, onFail: () => void): Player {
  const frame = useRef<HTMLIFrameElement | null>(null);
  const [turn, setTurn] = useState(0);
  const token = useToken(itemId, turn, onFail);
  const [playing, setPlaying] = useState(atFirst);
  const [isLost, setLost] = useState(false);
  const unanswered = useRef(0);

  const send = useCallback((message: ToPlayer) => {
    // The frame has no origin that could be named; nobody else can be in it, and no message holds a secret.
    frame.current?.contentWindow?.postMessage(message, '*');
  }, []);

  useMessages(frame, (message) => {
    unanswered.current = 0;
    if (message.type === 'failed') onFail();
    if (message.type !== 'state') return;
    const { at, length, paused } = message;
    setPlaying({ at, length, paused });
  });

  useEffect(() => {
    if (token === null || isLost) return undefined;
    unanswered.current = 0;
    const timer = setInterval(() => {
      if (unanswered.current >= mostUnanswered) setLost(true);
      unanswered.current += 1;
      send({ type: 'there' });
    }, askEvery);
    return () => {
      clearInterval(timer);
    };
  }, [token, isLost, send]);

  return {
    frame,
    token,
    playing,
    isLost,
    send,
    seek: (to) => {
      const end = playing.length ?? to;
      const within = Math.min(Math.max(0, to), end);
      // Shown at once: the frame says so a moment later.
      setPlaying({ ...playing, at: within });
      send({ type: 'seek', to: within });
    },
    startAgain: () => {
      setPlaying(atFirst);
      setLost(false);
      setTurn(turn + 1);
    },
  };
}

/** What main names the player by, a new one each `turn`. */
function useToken(itemId: string, turn: number, onFail: () => void): string | null {
  const [token, setToken] = useState<string | null>(null);
  const fail = useRef(onFail);
  fail.current = onFail;
  useEffect(() => {
    let isOver = false;
    call(holdfast.player.open({ id: itemId })).then(
      (answer) => {
        if (!isOver) setToken(answer.token);
      },
      () => {
        if (!isOver) fail.current();
      },
    );
    return () => {
      isOver = true;
    };
  }, [itemId, turn]);
  return token;
}

/** What this very frame says. One that is sandboxed has no origin of its own, which reads `null`. */
function useMessages(
  frame: RefObject<HTMLIFrameElement | null>,
  onMessage: (message: FromPlayer) => void,
): void {
  const latest = useRef(onMessage);
  latest.current = onMessage;
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>): void => {
      const sender = frame.current?.contentWindow;
      if (sender === null || sender === undefined || event.source !== sender || event.origin !== 'null')
        return;
      const message = fromPlayerSchema.safeParse(event.data);
      if (message.success) latest.current(message.data);
    };
    window.addEventListener('message', listen);
    return () => {
      window.removeEventListener('message', listen);
    };
  }, [frame]);
}
