import { checkLeaving, mayLeave } from '../../shared/domain/leaving/check';
import type { VaultHandlers, VaultInput } from '../../shared/contract/vault-methods';
import { HoldfastError } from '../../shared/errors';
import type { LeavingRequest } from '../../shared/models/leaving-gate';
import {
  bundleRequest,
  copyRequest,
  itemOfRedaction,
  letterRequest,
  papersRequest,
} from '../services/gate/requests';
import { readMaterial } from '../services/gate/read-material';
import type { VaultContext } from '../vault/api';

type Asked = {
  readonly [M in keyof VaultHandlers]?: (context: VaultContext, input: VaultInput<M>) => LeavingRequest;
};

/** Every method by which something of a case leaves the vault readable by others, with what the gate is asked about it. */
export const gatedMethods = {
  'bundle.save': (context, { id, recipient }) => bundleRequest(context, id, recipient),
  'pack.make': (_context, { caseId, options }) => ({ output: 'pack', caseId, ...options }),
  'transfer.export': (_context, { caseId, purpose, chosen }) => ({
    output: 'package',
    caseId,
    purpose,
    chosen,
  }),
  'transfer.send': (_context, { caseId, purpose, chosen }) => ({
    output: 'package',
    caseId,
    purpose,
    chosen,
  }),
  'chronology.export': (_context, { caseId, view, format, withCharts }) => ({
    output: 'chronology',
    caseId,
    view,
    format,
    withCharts,
  }),
  'evidence.saveCopy': (context, { id, form, recipient }) =>
    copyRequest(context, id, { form, redactionId: null, recipient }),
  'redaction.save': (context, { id, recipient }) =>
    copyRequest(context, itemOfRedaction(context, id), { form: 'redacted', redactionId: id, recipient }),
  'exhibits.labels': (context, { itemIds }) => papersRequest(context, 'labels', itemIds),
  'exhibits.schedule': (context, { itemIds }) => papersRequest(context, 'schedule', itemIds),
  'exhibits.certificate': (context, { id, withPlace }) =>
    papersRequest(context, 'certificate', [id], withPlace),
  'letters.save': (context, { id }) => letterRequest(context, id),
  'transfer.printCustody': (_context, { caseId }) => ({
    ...{ output: 'papers', caseId, paper: 'custody', itemIds: [], withPlace: false },
  }),
} as const satisfies Asked;

/** Methods that write a file and pass no gate, each with the reason. */
export const ungatedMethods: Readonly<Record<string, string>> = {
  'backup.startAt': 'A backup is sealed like the vault itself, for the same people.',
  'safety.print':
    'The client’s own plan, for the client alone: what somebody typed for them to carry, without a name or a reference.',
  'rescue.saveReadme': 'The same words for everybody.',
  'rescue.saveKey': 'A key under a passphrase, and nothing of any case.',
  'transfer.writeReceipt': 'A receipt names no case and nobody in it: fingerprints and numbers alone.',
  'casework.exportCalendar': 'Days, times and how much is due: no reference, no name, no word of any case.',
  'figures.export':
    'Anonymised counts over all cases, from which none below the threshold can be worked out; no name, no word of any case.',
  'retention.certificate': 'What was erased by counts, when and by whom: nothing of it is left to be in it.',
  'audit.export': 'The record of acts names exhibits by their references alone.',
};

/** Throws `leaving-undecided` where something is left to decide. */
export function requireDecided(context: VaultContext, request: LeavingRequest): void {
  if (!mayLeave(checkLeaving(readMaterial(context, request)))) throw new HoldfastError('leaving-undecided');
}

/** The handlers with the gate before each that lets something out. */
export function gated<H extends Partial<VaultHandlers>>(context: VaultContext, handlers: H): H {
  const held: Record<string, unknown> = { ...handlers };
  for (const [name, ask] of Object.entries(gatedMethods) as [
    string,
    (...given: unknown[]) => LeavingRequest,
  ][]) {
    const handler = held[name];
    if (typeof handler !== 'function') continue;
    held[name] = (input: unknown): unknown => {
      requireDecided(context, ask(context, input));
      return (handler as (given: unknown) => unknown)(input);
    };
  }
  return held as H;
}
