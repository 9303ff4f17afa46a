import { auditHandlers } from '../../../electron/services/audit/handlers';
import { bundleHandlers } from '../../../electron/services/bundle/handlers';
import { caseHandlers } from '../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../electron/services/chronology/handlers';
import { continuityHandlers } from '../../../electron/services/continuity/handlers';
import { draftHandlers } from '../../../electron/services/drafts/handlers';
import { evidenceHandlers } from '../../../electron/services/evidence/handlers';
import { exhibitHandlers } from '../../../electron/services/exhibits/handlers';
import { likenessHandlers } from '../../../electron/services/likeness/handlers';
import { messagesHandlers } from '../../../electron/services/messages/handlers';
// Later than the first vaults that were kept: a commit without them gives empty modules (scripts/earlier-vault.mjs).
import * as gate from '../../../electron/services/gate/handlers';
import * as breaches from '../../../electron/services/breaches/handlers';
import * as offices from '../../../electron/services/offices/handlers';
import * as records from '../../../electron/services/records/handlers';
import * as rules from '../../../electron/vault-process/record-rules';
import { provenanceHandlers } from '../../../electron/services/provenance/handlers';
import { textHandlers } from '../../../electron/services/text/handlers';
import { transferHandlers } from '../../../electron/services/transfer/handlers';
import type { VaultContext } from '../../../electron/vault/api';
import { createVault } from '../../../electron/vault/open-vault';
import type { OpenVault } from '../../../electron/vault/open-vault';
import { vaultMethods } from '../../../shared/contract/vault-methods';
import type {
  VaultCallInput,
  VaultHandlers,
  VaultMethodName,
  VaultOutput,
} from '../../../shared/contract/vault-methods';
import { pretendLab } from '../../electron/services/evidence/setting';
import { testDeps, testPassphrase } from '../test-vault';
import { idleTextWork } from './idle-text-work';

/** An office as the screens see it: by the named methods alone, each input through its schema as at the port. */
export interface EarlierOffice {
  readonly vault: OpenVault;
  readonly context: VaultContext;
  ask<N extends VaultMethodName>(name: N, input: VaultCallInput<N>): Promise<VaultOutput<N>>;
  /** Whether this commit has a method. */
  has(name: string): boolean;
  /** Waits for a job to end. Throws unless it went well. */
  done(job: { readonly id: string } | Promise<{ readonly id: string }>): Promise<void>;
  /** Lets time pass, in days. */
  later(days: number): void;
}

const day = 24 * 60 * 60 * 1000;

function handlersOf(context: VaultContext): Partial<VaultHandlers> {
  return {
    ...auditHandlers(context),
    ...bundleHandlers(context),
    ...caseHandlers(context),
    ...chronologyHandlers(context),
    ...continuityHandlers(context),
    ...draftHandlers(context),
    ...evidenceHandlers(context),
    ...exhibitHandlers(context),
    ...likenessHandlers(context),
    ...messagesHandlers(context),
    ...('gateHandlers' in gate ? gate.gateHandlers(context) : {}),
    ...('recordRules' in rules ? records.recordHandlers(context, rules.recordRules) : {}),
    ...('breachHandlers' in breaches ? breaches.breachHandlers(context) : {}),
    ...('officeHandlers' in offices ? offices.officeHandlers(context) : {}),
    ...provenanceHandlers(context),
    ...textHandlers(context, idleTextWork),
    ...transferHandlers(context),
  };
}

/**
 * Makes a vault and gives its office. Its clock stands at `start`, an instant in milliseconds, and moves by one with each
 * reading, as a real one moves between the two readings of one act.
 */
export async function foundOffice(
  made: { readonly folder: string; readonly name: string; readonly officeName: string },
  start: number,
): Promise<EarlierOffice> {
  let instant = start;
  const now = (): Date => new Date((instant += 1));
  // The clock that nobody can set goes on with it: days that pass here pass in truth.
  const deps = testDeps({ now, ticks: () => instant, lab: pretendLab().lab });
  const vault = await createVault({ ...made, passphrase: testPassphrase }, deps);
  const { context } = vault;
  const handlers = handlersOf(context);
  return {
    vault,
    context,
    has: (name) => name in handlers,
    ask: async (name, input) => {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`there is no ${name}`);
      const method = vaultMethods[name];
      // What the schema of a method gives is what its handler takes: the port relies on the same.
      const answer: unknown = await (handler as (input: unknown) => unknown)(method.input.parse(input));
      return method.output.parse(answer) as VaultOutput<typeof name>;
    },
    done: async (job) => {
      const { id } = await job;
      const ended = await context.jobs.ended(id);
      if (ended.state !== 'done') throw new Error(`a job ended ${ended.state}`);
    },
    later: (days) => {
      instant += days * day;
    },
  };
}
