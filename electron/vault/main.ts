import { randomBytes } from 'node:crypto';
import type {
  VaultHandlers,
  VaultInput,
  VaultMethodName,
  VaultStatus,
} from '../../shared/contract/vault-methods';
import { vaultMethods } from '../../shared/contract/vault-methods';
import { HoldfastError, reportError } from '../../shared/errors';
import { createLabClient } from '../lab/lab-client';
import { bundleHandlers } from '../services/bundle/handlers';
import { caseHandlers } from '../services/cases/handlers';
import { chronologyHandlers } from '../services/chronology/handlers';
import { evidenceHandlers } from '../services/evidence/handlers';
import { transferHandlers } from '../services/transfer/handlers';
import { createJobBoard, jobHandlers } from './jobs';
import { toVaultSchema } from './messages';
import type { FromVault } from './messages';
import { createVault, unlockVault } from './open-vault';
import type { OpenVault, VaultDeps } from './open-vault';
import { createTypesetClient } from './typeset-client';
import { newUuid } from './uuid';
import { vaultHandlers } from './handlers';

/** What of Electron's port to main is used; plain Node has none. */
interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly unknown[] }) => void,
  ): unknown;
  postMessage(message: FromVault): void;
}

type OpenHandlers = Omit<VaultHandlers, 'vault.create' | 'vault.unlock' | 'vault.close'>;

/** The vault process: the only one that ever holds a key. It ends when it is told to close. */
function run(port: ParentPort): void {
  const send = (message: FromVault): void => {
    port.postMessage(message);
  };
  const now = (): Date => new Date();
  const lab = createLabClient({
    requestRestart: () => {
      send({ type: 'restart-lab' });
    },
  });
  const typesetter = createTypesetClient((id, html) => {
    send({ type: 'typeset', id, html });
  });
  const newId = (): string => newUuid(now(), randomBytes);
  const jobs = createJobBoard({
    newId,
    now,
    tell: (job) => {
      send({ type: 'job', job });
    },
  });
  const deps: VaultDeps = {
    lab,
    typeset: typesetter.typeset,
    jobs,
    changed: (area, caseId) => {
      send({ type: 'changed', area, caseId });
    },
    now,
    random: randomBytes,
  };

  let open: { readonly vault: OpenVault; readonly handlers: OpenHandlers } | null = null;

  function opened(vault: OpenVault): VaultStatus {
    const { context } = vault;
    open = {
      vault,
      handlers: {
        ...caseHandlers(context),
        ...evidenceHandlers(context),
        ...chronologyHandlers(context),
        ...bundleHandlers(context),
        ...transferHandlers(context),
        ...jobHandlers(jobs),
        ...vaultHandlers(context),
      },
    };
    return vault.status;
  }

  async function handle<N extends VaultMethodName>(method: N, input: VaultInput<N>): Promise<unknown> {
    if (method === 'vault.create' || method === 'vault.unlock') {
      if (open !== null) throw new HoldfastError('conflict');
      return method === 'vault.create'
        ? opened(await createVault(input as VaultInput<'vault.create'>, deps))
        : opened(await unlockVault(input as VaultInput<'vault.unlock'>, deps));
    }
    if (method === 'vault.close') return close();
    if (open === null) throw new HoldfastError('vault-locked');
    const handler = open.handlers[method as Exclude<N, 'vault.create' | 'vault.unlock' | 'vault.close'>] as (
      input: VaultInput<N>,
    ) => unknown;
    return handler(input);
  }

  function close(): never {
    try {
      open?.vault.close();
    } finally {
      process.exit(0);
    }
  }

  async function call(id: number, method: string, input: unknown): Promise<void> {
    try {
      if (!Object.hasOwn(vaultMethods, method)) throw new HoldfastError('invalid-input');
      const name = method as VaultMethodName;
      const parsed = vaultMethods[name].input.safeParse(input);
      if (!parsed.success) throw new HoldfastError('invalid-input');
      // Parsed with this method's own schema on the line above.
      send({ type: 'answer', id, value: await handle(name, parsed.data as VaultInput<typeof name>) });
    } catch (error) {
      send({ type: 'refusal', id, error: reportError(error) });
    }
  }

  port.on('message', ({ data, ports }) => {
    const parsed = toVaultSchema.safeParse(data);
    if (!parsed.success) return;
    const message = parsed.data;
    switch (message.type) {
      case 'call':
        void call(message.id, message.method, message.input);
        return;
      case 'typeset-done':
        typesetter.done(message.id, message.bytes);
        return;
      case 'typeset-failed':
        typesetter.failed(message.id, message.code);
        return;
      case 'lab-port':
        if (ports[0] !== undefined) lab.attach(ports[0] as Parameters<typeof lab.attach>[0]);
        return;
      case 'lab-lost':
        lab.detach();
        return;
    }
  });

  send({ type: 'ready' });
}

// A fault nobody caught must end the process (newer Electron only warns): a vault in an unknown state may not go on.
process.on('unhandledRejection', () => process.exit(1));
process.on('uncaughtException', () => process.exit(1));

run(process.parentPort);
