import type { PackRedaction } from '../../../shared/models/pack';
import { handoverSlots } from '../../../shared/models/package-purpose';
import type { HandoverSlot, PackageNote, PackagePurpose } from '../../../shared/models/package-purpose';
import type { PartnerOffice } from '../../../shared/models/office';
import type { SavedView } from '../../../shared/models/saved-view';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { VaultInput } from '../../../shared/contract/vault-methods';
import { isGoodEnough, passphraseStrength } from '../../components/passphrase/strength';
import { sendText } from '../../strings/send';
import { nothingChosen, packRequest, undecidedCopies } from '../pack/pack-choice';
import type { PackChoice } from '../pack/pack-choice';

/** What is being chosen for a package. Nothing is chosen for anybody but the case that is open. */
export interface SendChoice {
  readonly caseId: string | null;
  readonly type: 'recipient' | 'passphrase';
  readonly officeIds: readonly string[];
  readonly passphrase: string;
  readonly purpose: PackagePurpose | null;
  /** Of a share: exhibits, copies and chronology, as for a pack. */
  readonly part: PackChoice;
  /** Of changes: the package that they are counted from. */
  readonly since: string | null;
  readonly basis: PackageNote['basis'] | null;
  readonly reason: string;
  /** Of a handover: the exhibit or document that each paper is; null for one that is missing, which is said to both offices. */
  readonly slots: Readonly<Record<HandoverSlot, string | null>>;
  /** In files below 4 GiB; asked for only where it is larger. */
  readonly inParts: boolean;
}

const noSlots = Object.fromEntries(handoverSlots.map((slot) => [slot, null])) as SendChoice['slots'];

export function nothingToSend(caseId: string | null): SendChoice {
  return {
    ...{ caseId, type: 'recipient', officeIds: [], passphrase: '', purpose: null },
    ...{ part: nothingChosen, since: null, basis: null, reason: '', slots: noSlots },
    inParts: false,
  };
}

/** What a package under a passphrase can be for: nothing that counts on who has it. */
export const purposesUnder: Readonly<Record<SendChoice['type'], readonly PackagePurpose[]>> = {
  recipient: ['handover', 'copy', 'share', 'changes'],
  passphrase: ['copy', 'share'],
};

/** What there is to choose from. */
export interface SendFrom {
  readonly ownName: string;
  readonly offices: readonly PartnerOffice[];
  readonly records: readonly TransferRecord[];
}

export type Field = 'case' | 'office' | 'passphrase' | 'purpose' | 'part' | 'since' | 'basis' | 'reason';
/** What is wrong with a field, where that is what is missing. */
export type ProblemOf = (field: Field) => string | null;
export interface Missing {
  readonly field: Field;
  readonly text: string;
}

/** The offices that it is for, of those that were compared. */
export function officesOf({ officeIds }: SendChoice, { offices }: SendFrom): readonly PartnerOffice[] {
  return offices.filter(({ id, standing }) => standing === 'compared' && officeIds.includes(id));
}

/** Packages that an office was sent of a case and that say what they held: what changed can be counted from them. */
export function sentBefore(
  { caseId, officeIds }: SendChoice,
  { records }: SendFrom,
): readonly TransferRecord[] {
  const [office] = officeIds;
  if (caseId === null || officeIds.length !== 1) return [];
  return records.filter(
    ({ direction, partner, alsoFor, purpose, ...each }) =>
      direction === 'out' &&
      each.caseId === caseId &&
      purpose !== null &&
      purpose !== 'share' &&
      (partner?.id === office || alsoFor.some(({ id }) => id === office)),
  );
}

/** What is still to be said before a package can be written, in the order of the form; null when nothing is. */
export function missingOf(
  choice: SendChoice,
  from: SendFrom,
  redactions: readonly PackRedaction[],
): Missing | null {
  return (
    [
      missingRecipient(choice, from),
      missingPurpose(choice, redactions),
      choice.basis === null ? ({ field: 'basis', text: sendText.missingBasis } as const) : null,
      choice.reason.trim() === '' ? ({ field: 'reason', text: sendText.missingReason } as const) : null,
    ].find((each) => each !== null) ?? null
  );
}

function missingRecipient(choice: SendChoice, from: SendFrom): Missing | null {
  if (choice.caseId === null) return { field: 'case', text: sendText.missingCase };
  if (choice.type === 'recipient') {
    const chosen = officesOf(choice, from);
    if (chosen.length === 0) return { field: 'office', text: sendText.missingOffice };
    return chosen.length > 1 && (choice.purpose === 'handover' || choice.purpose === 'changes')
      ? { field: 'office', text: sendText.oneOffice }
      : null;
  }
  const strength = passphraseStrength(choice.passphrase, [from.ownName]);
  return isGoodEnough(strength)
    ? null
    : { field: 'passphrase', text: sendText.tellPassphrase(strength.words) };
}

function missingPurpose(
  { type, purpose, part, since }: SendChoice,
  redactions: readonly PackRedaction[],
): Missing | null {
  if (purpose === null || !purposesUnder[type].includes(purpose))
    return { field: 'purpose', text: sendText.missingPurpose };
  if (purpose === 'share') {
    const isEmpty = part.itemIds.size === 0 && (part.chronology === null || part.chronology === 'none');
    if (isEmpty) return { field: 'part', text: sendText.missingPart };
    return undecidedCopies(part, redactions).length > 0
      ? { field: 'part', text: sendText.missingCopies }
      : null;
  }
  if (purpose === 'changes' && since === null) return { field: 'since', text: sendText.missingSince };
  return null;
}

type WhatGoes = Pick<VaultInput<'transfer.send'>, 'caseId' | 'purpose' | 'chosen' | 'since'>;

/** What the vault is asked to write; null while it is not said what goes. `order`: the exhibits as they stand on the screen. */
export function whatGoes(
  choice: SendChoice,
  { views, order }: { readonly views: readonly SavedView[]; readonly order: readonly string[] },
  redactions: readonly PackRedaction[],
): WhatGoes | null {
  const { caseId, purpose, part, since } = choice;
  if (caseId === null || purpose === null || missingPurpose(choice, redactions)?.field === 'part')
    return null;
  if (purpose === 'share') {
    const { exhibits, chronology } = packRequest(caseId, part, views, order);
    return { caseId, purpose, chosen: { exhibits, chronology } };
  }
  if (purpose === 'changes') return since === null ? null : { caseId, purpose, since };
  return { caseId, purpose };
}

/** What is written down of why it may go, and of the papers of a handover. */
export function noteOf({ basis, reason, purpose, slots }: SendChoice): PackageNote | null {
  if (basis === null) return null;
  return { basis, reason: reason.trim(), slots: purpose === 'handover' ? slots : null };
}
