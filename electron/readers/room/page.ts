import { closeDoors } from './close-doors';

/**
 * The page of the reading room: it gives each seat a worker of its own and passes on what is said. It reads nothing of it. The next
 * worker is started ahead, so that nobody waits for one.
 */
type FromVault =
  | { readonly seat: number; readonly sit: string }
  | { readonly seat: number; readonly leave: true }
  | { readonly seat: number; readonly message: unknown };

/** What a worker can be started with: the names of the scripts beside this one. */
const scripts: ReadonlySet<string> = new Set(['identify', 'plain', 'words', 'all']);

/** A worker, and where what it says goes: nowhere while it is a spare one. */
interface Chair {
  readonly worker: Worker;
  /** What it said before anybody sat there: that it is ready. */
  readonly early: unknown[];
  tell: ((message: unknown) => void) | null;
  lost: (() => void) | null;
  isBroken: boolean;
}

const { Worker: SeatWorker } = globalThis;
closeDoors(globalThis);

function makeChair(script: string): Chair {
  const chair: Chair = {
    worker: new SeatWorker(`${script}.js`),
    early: [],
    tell: null,
    lost: null,
    isBroken: false,
  };
  const broken = (event: Event): void => {
    // What a library says at a broken file may hold content: it is shown nowhere.
    event.preventDefault();
    chair.isBroken = true;
    chair.lost?.();
  };
  chair.worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (chair.tell === null) chair.early.push(data);
    else chair.tell(data);
  };
  chair.worker.onmessageerror = broken;
  chair.worker.onerror = broken;
  return chair;
}

/** The next one of each kind that was wanted. */
const spares = new Map<string, Chair>();

function takeChair(script: string): Chair {
  const taken = spares.get(script) ?? makeChair(script);
  spares.delete(script);
  setTimeout(() => {
    if (!spares.has(script)) spares.set(script, makeChair(script));
  }, 0);
  return taken;
}

function open(port: MessagePort): void {
  const seats = new Map<number, Chair>();

  function leave(seat: number): void {
    const chair = seats.get(seat);
    seats.delete(seat);
    chair?.worker.terminate();
  }

  function sit(seat: number, script: string): void {
    const chair = takeChair(script);
    seats.set(seat, chair);
    chair.tell = (message) => {
      if (seats.get(seat) === chair) port.postMessage({ seat, message });
    };
    chair.lost = () => {
      if (seats.get(seat) !== chair) return;
      leave(seat);
      port.postMessage({ seat, lost: true });
    };
    for (const message of chair.early.splice(0)) chair.tell(message);
    if (chair.isBroken) chair.lost();
  }

  port.onmessage = ({ data }: MessageEvent<FromVault>) => {
    if ('leave' in data) leave(data.seat);
    else if (!('sit' in data)) seats.get(data.seat)?.worker.postMessage(data.message);
    else if (scripts.has(data.sit)) sit(data.seat, data.sit);
  };
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  const port = event.ports[0];
  if (event.data === 'holdfast-lab-port' && port !== undefined) open(port);
});
