import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import { ticks } from '../../electron/clock';
import type { LabRequest } from '../../shared/contract/lab';
import { HoldfastError } from '../../shared/errors';
import type { Lab, ReadingRoom, TextLab, Typeset, VaultContext } from '../../electron/vault/api';
import type { FsLayer } from '../../electron/vault/fs-layer';
import { createJobBoard } from '../../electron/vault/jobs';
import { createVault, unlockVault } from '../../electron/vault/open-vault';
import type { OpenVault, VaultDeps } from '../../electron/vault/open-vault';
import { createNewId } from '../../electron/vault/uuid';
import { nodeRoom } from './node-room';
import { saidAnswer } from './said-lab';
import { projections } from '../../electron/vault-process/projections';

/** Long enough to be taken, and the same everywhere, so that a test can look for it. */
export const testPassphrase = 'a passphrase for tests only';
/** The least the format allows: tests are about other things. */
export const testCost = { m: 8 * 1024, t: 1, p: 1 };

export interface TestVault {
  readonly folder: string;
  readonly context: VaultContext;
  readonly vault: OpenVault;
  /** Closes and unlocks again, as after a restart; who is asked about the clock says that it is right. */
  reopen(): Promise<TestVault>;
  close(): Promise<void>;
}

export interface TestVaultOptions {
  readonly lab?: Lab;
  readonly textLab?: TextLab;
  readonly readers?: ReadingRoom;
  readonly typeset?: Typeset;
  readonly now?: () => Date;
  readonly ticks?: () => number;
  readonly random?: (length: number) => Buffer;
  readonly clockJumped?: () => void;
  readonly layer?: FsLayer;
  readonly officeName?: string;
  readonly changed?: VaultContext['changed'];
}

/** What a vault found wrong when it was opened: a kit nobody has tested yet is a reminder, and no fault. */
export function faults({ notices }: Pick<VaultStatus, 'notices'>): readonly string[] {
  return notices.filter((notice) => notice !== 'kit-untested');
}

/** There is no Chromium under plain Node: what needs one says so, as it does in the app when a preview is impossible. */
const noLab: Lab = {
  ask: ((request: LabRequest) =>
    request.type === 'facts' || request.type === 'clean'
      ? saidAnswer(request)
      : Promise.reject(new HoldfastError('unsupported-preview'))) as Lab['ask'],
};
const noTextLab: TextLab = {
  ask: () => Promise.reject(new HoldfastError('runtime-unsupported')),
  rest: () => undefined,
};
const noTypeset: Typeset = () => Promise.reject(new HoldfastError('runtime-unsupported'));

export function testDeps(options: TestVaultOptions = {}): VaultDeps {
  const now = options.now ?? (() => new Date());
  const random = options.random ?? randomBytes;
  return {
    lab: options.lab ?? noLab,
    textLab: options.textLab ?? noTextLab,
    typeset: options.typeset ?? noTypeset,
    jobs: createJobBoard({ newId: createNewId({ now, random }), tell: () => undefined }),
    changed: options.changed ?? (() => undefined),
    now,
    ticks: options.ticks ?? ticks,
    clockJumped: options.clockJumped ?? (() => undefined),
    random,
    // In tests a token is the path itself.
    pathOf: (token) => token,
    projections,
    readers: options.readers ?? nodeRoom(),
    fontFolder: join(import.meta.dirname, '..', '..', 'node_modules', '@fontsource', 'arimo', 'files'),
    cost: testCost,
    costFloor: testCost,
    ...(options.layer === undefined ? {} : { layer: options.layer }),
  };
}

/** Unlocks a vault that was kept or copied: says that the clock is right, and that it was moved, where that is asked. */
export function unlockAnswering(folder: string, deps: VaultDeps = testDeps()): Promise<OpenVault> {
  const answers = { clock: deps.now().toISOString(), place: 'moved' } as const;
  return unlockVault({ folder, passphrase: testPassphrase, answers }, deps);
}

/** A real vault on a real SQLCipher file in a folder of its own. */
export async function makeTestVault(options: TestVaultOptions = {}): Promise<TestVault> {
  const parent = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  const folder = join(parent, 'vault');
  const deps = testDeps(options);
  const first = await createVault(
    {
      folder,
      passphrase: testPassphrase,
      name: 'Test advocate',
      officeName: options.officeName ?? 'Test office',
    },
    deps,
  );
  const over = (vault: OpenVault): TestVault => ({
    folder,
    vault,
    context: vault.context,
    reopen: async () => {
      vault.close();
      return over(await unlockAnswering(folder, deps));
    },
    close: async () => {
      vault.close();
      await rm(parent, { recursive: true, force: true });
    },
  });
  return over(first);
}
