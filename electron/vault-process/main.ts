import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type {
  VaultHandlers,
  VaultInput,
  VaultMethodName,
  VaultStatus,
} from '../../shared/contract/vault-methods';
import { vaultMethods } from '../../shared/contract/vault-methods';
import { HoldfastError, reportError } from '../../shared/errors';
import { readClock, ticks } from '../clock';
import { createLabClient } from '../lab/lab-client';
import { keepSupportsCurrent } from '../services/chronology/law-index';
import { resumeReading } from '../services/evidence/inside/read-jobs';
import type { LabPort } from '../lab/lab-client';
import { RoomClient } from '../lab/room-client';
import type { RoomPort } from '../lab/room-client';
import { createDoor } from './door';
import type { DoorMethodName } from './door';
import { crashLeavesMemory } from '../vault/core-files';
import { createJobBoard } from '../vault/jobs';
import { toVaultSchema } from './messages';
import type { FromVault, LabName } from './messages';
import { openHandlers } from './open-handlers';
import type { OpenHandlers } from './open-handlers';
import { createPathTokens } from './path-tokens';
import { createTypesetClient } from '../vault/typeset-client';
import type { SheetPort } from '../vault/typeset-client';
import { createUiPort } from './ui-port';
import type { Port } from './ui-port';
import { startMakingCopies } from '../services/evidence/bundle-copy/make-all';
import { createTextWork } from '../services/text/work';
import type { TextWork } from '../services/text/work';
import { createNewId } from '../vault/uuid';
import { projections } from './projections';
import type { OpenVault, VaultDeps } from '../vault/open-vault';

/** What of Electron's port to main is used; plain Node has none. */
interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly unknown[] }) => void,
  ): unknown;
  postMessage(message: FromVault): void;
}

/** The vault process: the only one that ever holds a key. It ends when it is told to close. */
function run(port: ParentPort): void {
  const send = (message: FromVault): void => {
    port.postMessage(message);
  };
  const now = readClock;
  const newId = createNewId({ now, random: randomBytes });
  const signsOf = (lab: LabName) => ({
    want: () => {
      send({ type: 'want-lab', lab });
    },
    rest: () => {
      send({ type: 'rest-lab', lab });
    },
    busy: (isBusy: boolean) => {
      send({ type: 'lab-busy', lab, isBusy });
    },
  });
  const labOf = (name: 'pictures' | 'text') =>
    createLabClient({
      requestRestart: () => {
        send({ type: 'restart-lab', lab: name });
      },
      ...signsOf(name),
    });
  const labs = { pictures: labOf('pictures'), text: labOf('text') };
  const readers = new RoomClient(signsOf('readers'));
  const typesetter = createTypesetClient({
    open: (id) => {
      send({ type: 'typeset', id });
    },
    ready: (id) => {
      send({ type: 'sheet-ready', id });
    },
  });
  const jobs = createJobBoard({
    newId,
    tell: (job) => {
      send({ type: 'job', job });
      ui.tell({ type: 'job', job });
      if (job.state !== 'running') readOn();
    },
  });
  const paths = createPathTokens(newId);
  const deps: VaultDeps = {
    lab: labs.pictures,
    textLab: labs.text,
    typeset: typesetter.typeset,
    jobs,
    changed: (area, caseId) => {
      send({ type: 'changed', area, caseId });
      ui.tell({ type: 'changed', area, caseId });
      if (area === 'evidence') readOn();
    },
    now,
    ticks,
    clockJumped: () => {
      send({ type: 'clock-jumped' });
    },
    random: randomBytes,
    pathOf: (token) => paths.pathOf(token),
    readers,
    fontFolder: join(__dirname, 'print'),
    projections,
    crashLeavesMemory,
    idleChanged: (minutes) => {
      send({ type: 'idle', minutes });
    },
    screenChanged: (isPrivate) => {
      send({ type: 'screen', isPrivate });
    },
  };

  let open: { readonly vault: OpenVault; readonly handlers: OpenHandlers; readonly text: TextWork } | null =
    null;
  /** Something came in, or other work has ended: once that is all recorded, reading text may go on. */
  const readOn = (): void => {
    setImmediate(() => open?.text.wake());
  };
  const door = createDoor({ deps, isOpen: () => open !== null, opened });
  const ui = createUiPort((method, input) => handle(method, input as VaultInput<typeof method>));

  function opened(vault: OpenVault): VaultStatus {
    const text = createTextWork(vault.context);
    open = { vault, handlers: openHandlers(vault, jobs, text), text };
    keepSupportsCurrent(vault.context);
    resumeReading(vault.context);
    startMakingCopies(vault.context);
    readOn();
    send({ type: 'opened', status: vault.status });
    send({ type: 'idle', minutes: vault.idleMinutes() });
    send({ type: 'screen', isPrivate: vault.isScreenPrivate() });
    return vault.status;
  }

  async function handle<N extends VaultMethodName>(method: N, given: VaultInput<N>): Promise<unknown> {
    if (method === 'vault.close') return close();
    if (method === 'paths.keep') {
      const { path, purpose } = given as VaultInput<'paths.keep'>;
      return paths.keep(path, purpose);
    }
    const input = paths.admit(method, given) as VaultInput<N>;
    if (door.knows(method)) return door.handle(method, input as VaultInput<DoorMethodName>);
    // What is going on, and stopping it, may be asked while a vault is being restored.
    if (open === null && method === 'jobs.list') return [...jobs.list()];
    if (open === null && method === 'jobs.cancel') {
      jobs.cancel((input as VaultInput<'jobs.cancel'>).id);
      return {};
    }
    if (open === null) throw new HoldfastError('vault-locked');
    const handler = (open.handlers as Partial<VaultHandlers>)[method] as
      ((given: VaultInput<N>) => unknown) | undefined;
    if (handler === undefined) throw new HoldfastError('invalid-input');
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
      case 'sheet-port':
        if (ports[0] !== undefined) typesetter.attach(message.id, ports[0] as SheetPort);
        return;
      case 'lab-port':
        if (ports[0] === undefined) return;
        if (message.lab === 'readers') readers.attach(ports[0] as RoomPort);
        else labs[message.lab].attach(ports[0] as LabPort);
        return;
      case 'lab-lost':
        if (message.lab === 'readers') readers.detach();
        else labs[message.lab].detach();
        return;
      case 'ui-port':
        if (ports[0] !== undefined) ui.attach(ports[0] as Port);
        return;
      case 'folder':
        door.workOn(message.folder);
        return;
    }
  });

  send({ type: 'ready' });
}

// A fault nobody caught must end the process (newer Electron only warns): a vault in an unknown state may not go on.
process.on('unhandledRejection', () => process.exit(1));
process.on('uncaughtException', () => process.exit(1));

run(process.parentPort);
