import { app, utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import type { VaultCallInput, VaultMethodName, VaultOutput } from '../../shared/contract/vault-methods';
import { vaultMethods } from '../../shared/contract/vault-methods';
import { HoldfastError } from '../../shared/errors';
import { fromVaultSchema } from '../vault-process/messages';
import type { FromVault, LabName, ToVault } from '../vault-process/messages';
import { cloudVariables } from '../vault/place';
import { vaultProcessPath } from './paths';

/** How long a vault that is told to close may take before it is killed, in milliseconds. */
const closeWithin = 3000;

export interface VaultProcess {
  /** Calls a method; the answer is checked against the contract. Rejects with a coded error. */
  call<N extends VaultMethodName>(method: N, input: VaultCallInput<N>): Promise<VaultOutput<N>>;
  /** Starts the process if it must and hands it the page's own port. */
  connect(port: MessagePortMain): Promise<void>;
  /** Hands the lab's port to the vault. */
  giveLab(lab: LabName, port: MessagePortMain): void;
  tellLabLost(lab: LabName): void;
  /** True while a process runs that may hold a key. */
  running(): boolean;
  /**
   * Closes the vault and ends its process: the operating system takes the memory with the key back. Resolves when
   * the process is gone. Calls still waiting reject with `vault-locked`.
   */
  end(): Promise<void>;
}

interface Waiting {
  readonly method: VaultMethodName;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What the vault process tells without being asked. */
export type VaultEvent = Extract<
  FromVault,
  { type: 'job' | 'changed' | 'opened' | 'clock-jumped' | 'idle' | 'screen' }
>;

interface Deps {
  /** The vault that the page may make, open or restore; null where no page is connected (the demo). */
  readonly folder: string | null;
  /** Typesets a document for the vault. */
  readonly typeset: (give: (port: MessagePortMain) => void, ready: Promise<void>) => Promise<Uint8Array>;
  readonly restartLab: (lab: LabName) => void;
  /** Starts a lab that is not there yet. */
  readonly wantLab: (lab: LabName) => void;
  /** Ends a lab that has nothing to do. */
  readonly restLab: (lab: LabName) => void;
  /** A lab works on something, or on nothing any more. */
  readonly labBusy: (lab: LabName, isBusy: boolean) => void;
  /** A process was started and needs a lab. */
  readonly started: () => void;
  readonly event: (message: VaultEvent) => void;
  /** The process went away without being told to. */
  readonly lost: () => void;
}

/** Starts the vault process on the first call and keeps it until `end`. */
export function createVaultProcess(deps: Deps): VaultProcess {
  let child: UtilityProcess | null = null;
  let ending: Promise<void> | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();
  /** What to call when the document of a number stands on the page. */
  const sheets = new Map<number, () => void>();

  function start(): UtilityProcess {
    const started = utilityProcess.fork(vaultProcessPath, [], {
      serviceName: 'Holdfast vault',
      // Only what the process needs: an environment full of paths and tokens is none of its business.
      env: {
        ...pickEnvironment(['SystemRoot', 'TEMP', 'TMPDIR', 'TZ', 'LANG', 'USERPROFILE', ...cloudVariables]),
        // In the app that people install, no variable may put another program's code into this process.
        ...(app.isPackaged ? {} : pickEnvironment(['HOLDFAST_SQLCIPHER_ADDON'])),
        // Node's warnings (older ones call the X25519 that age needs experimental) tell a caseworker nothing.
        NODE_NO_WARNINGS: '1',
      },
      stdio: 'inherit',
    });
    started.on('message', (message: unknown) => {
      receive(started, message);
    });
    started.on('exit', () => {
      if (child !== started) return;
      child = null;
      rejectAll('vault-locked');
      if (ending === null) deps.lost();
    });
    child = started;
    if (deps.folder !== null) {
      started.postMessage({ type: 'folder', folder: deps.folder } satisfies ToVault);
    }
    deps.started();
    return started;
  }

  function receive(from: UtilityProcess, message: unknown): void {
    const parsed = fromVaultSchema.safeParse(message);
    if (!parsed.success || from !== child) return;
    const told = parsed.data;
    switch (told.type) {
      case 'ready':
        return;
      case 'answer':
        settle(told.id, (call) => {
          const output = vaultMethods[call.method].output.safeParse(told.value);
          if (output.success) call.resolve(output.data);
          else call.reject(new HoldfastError('internal'));
        });
        return;
      case 'refusal':
        settle(told.id, (call) => {
          const { code, detail } = told.error;
          call.reject(new HoldfastError(code, detail === undefined ? {} : { detail }));
        });
        return;
      case 'typeset':
        void typeset(from, told.id);
        return;
      case 'sheet-ready':
        sheets.get(told.id)?.();
        sheets.delete(told.id);
        return;
      case 'restart-lab':
        deps.restartLab(told.lab);
        return;
      case 'want-lab':
        deps.wantLab(told.lab);
        return;
      case 'rest-lab':
        deps.restLab(told.lab);
        return;
      case 'lab-busy':
        deps.labBusy(told.lab, told.isBusy);
        return;
      case 'job':
      case 'changed':
      case 'opened':
      case 'clock-jumped':
      case 'idle':
      case 'screen':
        deps.event(told);
        return;
    }
  }

  async function typeset(from: UtilityProcess, id: number): Promise<void> {
    const ready = new Promise<void>((resolve) => sheets.set(id, resolve));
    let reply: ToVault;
    try {
      const printed = await deps.typeset((port) => {
        from.postMessage({ type: 'sheet-port', id } satisfies ToVault, [port]);
      }, ready);
      reply = { type: 'typeset-done', id, bytes: new Uint8Array(printed) };
      printed.fill(0);
    } catch (error) {
      reply = { type: 'typeset-failed', id, code: error instanceof HoldfastError ? error.code : 'internal' };
    }
    if (from === child) from.postMessage(reply);
    if (reply.type === 'typeset-done') reply.bytes.fill(0);
  }

  function settle(id: number, settleCall: (call: Waiting) => void): void {
    const call = waiting.get(id);
    if (call === undefined) return;
    waiting.delete(id);
    settleCall(call);
  }

  function rejectAll(code: 'vault-locked'): void {
    for (const call of waiting.values()) call.reject(new HoldfastError(code));
    waiting.clear();
  }

  async function call<N extends VaultMethodName>(
    method: N,
    input: VaultCallInput<N>,
  ): Promise<VaultOutput<N>> {
    if (ending !== null) await ending;
    const target = child ?? start();
    const id = nextId++;
    const answer = new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { method, resolve, reject });
    });
    target.postMessage({ type: 'call', id, method, input } satisfies ToVault);
    // The answer was parsed with this method's own output schema in `receive`.
    return (await answer) as VaultOutput<N>;
  }

  async function endNow(target: UtilityProcess): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      target.once('exit', () => {
        resolve();
      });
    });
    const killer = setTimeout(() => target.kill(), closeWithin);
    target.postMessage({ type: 'call', id: nextId++, method: 'vault.close', input: {} } satisfies ToVault);
    await gone;
    clearTimeout(killer);
    child = null;
    rejectAll('vault-locked');
  }

  return {
    call,
    connect: async (port) => {
      if (ending !== null) await ending;
      (child ?? start()).postMessage({ type: 'ui-port' } satisfies ToVault, [port]);
    },
    giveLab: (lab, port) => child?.postMessage({ type: 'lab-port', lab } satisfies ToVault, [port]),
    tellLabLost: (lab) => child?.postMessage({ type: 'lab-lost', lab } satisfies ToVault),
    running: () => child !== null,
    end: () => {
      if (child === null) return Promise.resolve();
      ending ??= endNow(child).finally(() => {
        ending = null;
      });
      return ending;
    },
  };
}

function pickEnvironment(names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = process.env[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
