import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { UiEvent } from '../../shared/contract/bridge';
import type { ErrorCode } from '../../shared/errors';
import type { Job } from '../../shared/models/job';
import { call, codeOf, holdfast } from './bridge';

type Area = Extract<UiEvent, { type: 'changed' }>['area'];

/** Rows may change many times a second during an import; they are read again at most this often, in milliseconds. */
const rereadEvery = 300;

export interface Query<T> {
  readonly data: T | null;
  readonly error: ErrorCode | null;
  readonly reload: () => void;
}

/** Reads from the vault, and again whenever rows of the areas change or `key` does. Old data stays until new is there. */
export function useQuery<T>(key: string, load: () => Promise<T>, areas: readonly Area[] = []): Query<T> {
  const [state, setState] = useState<{
    readonly key: string;
    readonly data: T | null;
    readonly error: ErrorCode | null;
  }>({
    key,
    data: null,
    error: null,
  });
  const latest = useRef({ load, key });
  latest.current = { load, key };
  const turn = useRef(0);

  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const asked = latest.current.key;
    latest.current.load().then(
      (data) => {
        if (mine === turn.current) setState({ key: asked, data, error: null });
      },
      (error: unknown) => {
        if (mine === turn.current) setState({ key: asked, data: null, error: codeOf(error) });
      },
    );
  }, []);

  useEffect(() => {
    reload();
  }, [key, reload]);

  const areaKey = areas.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const off = holdfast.events.on((event) => {
      if (event.type !== 'changed' || !areaKey.split(' ').includes(event.area)) return;
      timer ??= setTimeout(() => {
        timer = null;
        reload();
      }, rereadEvery);
    });
    return () => {
      off();
      if (timer !== null) clearTimeout(timer);
    };
  }, [areaKey, reload]);

  const fresh = state.key.split('|')[0] === key.split('|')[0];
  return { data: fresh ? state.data : null, error: fresh ? state.error : null, reload };
}

/** A value once it has not changed for some milliseconds: for what is too much to work out at every key. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [value, milliseconds]);
  return settled;
}

/** A number that goes up when rows of the areas have changed, at most once in `rereadEvery`. */
export function useTurn(areas: readonly Area[]): number {
  const [turn, setTurn] = useState(0);
  const areaKey = areas.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const off = holdfast.events.on((event) => {
      if (event.type !== 'changed' || !areaKey.split(' ').includes(event.area)) return;
      timer ??= setTimeout(() => {
        timer = null;
        setTurn((before) => before + 1);
      }, rereadEvery);
    });
    return () => {
      off();
      if (timer !== null) clearTimeout(timer);
    };
  }, [areaKey]);
  return turn;
}

/** All jobs of this session, newest last, kept up to date by events. */
export function useJobs(): readonly Job[] {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  useEffect(() => {
    call(holdfast.jobs.list({})).then(setJobs, () => undefined);
    return holdfast.events.on((event) => {
      if (event.type !== 'job') return;
      setJobs((before) => [...before.filter(({ id }) => id !== event.job.id), event.job]);
    });
  }, []);
  return jobs;
}

/** Commands of the menu and of keys, until the screen goes. */
export function useCommand(command: Extract<UiEvent, { type: 'command' }>['command'], run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(
    () =>
      holdfast.events.on((event) => {
        if (event.type === 'command' && event.command === command) latest.current();
      }),
    [command],
  );
}

/**
 * A key with Ctrl (on a Mac, Command) that the page answers itself, wherever the focus is. The menu has it too, for whoever
 * looks there; but its word comes a moment later by way of another process, and letters typed meanwhile would be lost.
 */
export function useControlKey(key: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isControl = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
      if (!isControl || event.key.toLowerCase() !== key) return;
      event.preventDefault();
      // Drawn before the next key is read, so that the next letter finds what was opened.
      flushSync(latest.current);
    };
    window.addEventListener('keydown', listen, true);
    return () => {
      window.removeEventListener('keydown', listen, true);
    };
  }, [key]);
}

/** A single key pressed outside of any field. */
export function useKey(key: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement | null;
      if (
        target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"]') !=
        null
      )
        return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [key]);
}
