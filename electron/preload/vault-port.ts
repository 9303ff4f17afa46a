import { ipcRenderer } from 'electron';
import type { PortMessage, Reply, UiEvent } from '../../shared/contract/bridge';

type Answer = (reply: Reply<unknown>) => void;

const emptyRounds = 5;
const lost: Reply<unknown> = { ok: false, error: { code: 'vault-locked' } };

/**
 * The page's own line to the vault process. What it asks and is told (passphrases, names, accounts) goes from process
 * to process, and never through main, which lives on when the vault is locked.
 */
export function createVaultPort(tell: (event: UiEvent) => void): {
  call(method: string, input: unknown): Promise<Reply<unknown>>;
  /** Resolves when everything asked so far has been answered. */
  settled(): Promise<void>;
} {
  let current: Promise<MessagePort> | null = null;
  let nextId = 1;
  const waiting = new Map<number, Answer>();

  function drop(): void {
    current = null;
    for (const answer of waiting.values()) answer(lost);
    waiting.clear();
  }

  function use(port: MessagePort): void {
    port.onmessage = ({ data }: MessageEvent<PortMessage>) => {
      if ('event' in data) {
        tell(data.event);
        return;
      }
      waiting.get(data.id)?.(data.reply);
      waiting.delete(data.id);
    };
    // Comes when the vault process ends, whichever way.
    port.addEventListener('close', drop);
    port.start();
  }

  /**
   * A port that main has just made leads through main until the two ends have found each other, and what passes main stays
   * in its memory. Some empty calls go to and fro first; a secret must not be what finds the way.
   */
  async function settle(port: MessagePort): Promise<void> {
    for (let round = 0; round < emptyRounds; round += 1) {
      await new Promise<void>((resolve) => {
        const id = nextId++;
        waiting.set(id, () => {
          resolve();
        });
        port.postMessage({ id, method: 'ping', input: null });
      });
    }
  }

  function connect(): Promise<MessagePort> {
    current ??= new Promise((resolve, reject) => {
      ipcRenderer.once('holdfast:port', (event) => {
        const [port] = event.ports;
        if (port === undefined) {
          reject(new Error('no port'));
          return;
        }
        use(port);
        void settle(port).then(() => {
          resolve(port);
        });
      });
      const refused = (): void => {
        current = null;
        reject(new Error('no port'));
      };
      void (ipcRenderer.invoke('holdfast:vault.connect', {}) as Promise<Reply<unknown>>).then((reply) => {
        if (!reply.ok) refused();
      }, refused);
    });
    return current;
  }

  async function ask(method: string, input: unknown): Promise<Reply<unknown>> {
    let port: MessagePort;
    try {
      port = await connect();
    } catch {
      current = null;
      return lost;
    }
    const id = nextId++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ id, method, input });
    });
  }

  const asked = new Set<Promise<unknown>>();
  return {
    call: (method, input) => {
      const reply = ask(method, input);
      asked.add(reply);
      void reply.finally(() => asked.delete(reply));
      return reply;
    },
    settled: async () => {
      await Promise.all(asked);
    },
  };
}
