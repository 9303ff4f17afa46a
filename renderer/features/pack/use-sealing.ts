import type { TransferLock } from '../../../shared/models/transfer';
import type { ErrorCode } from '../../../shared/errors';
import { passphraseStrength } from '../../components/passphrase/strength';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { packSealText as words } from '../../strings/pack';
import { lockOf, missesPassphrase } from './pack-choice';
import type { PackChoice } from './pack-choice';

export interface Sealing {
  /** How well the passphrase would hold. */
  readonly strength: string;
  readonly lock: TransferLock | null;
  /** What is still to be said, in words. */
  readonly missing: readonly string[];
  readonly failed: ErrorCode | null;
}

/** What seals the pack that is being chosen. */
export function useSealing(choice: PackChoice): Sealing {
  const isByWords = choice.leavesAs === 'passphrase';
  // No passphrase may be made of the office's own name.
  const own = useQuery(
    `pack-own-name-${String(isByWords)}`,
    async () => (isByWords ? (await call(holdfast.offices.ownCard({}))).name : ''),
    ['transfers'],
  );
  const ownNames = own.data === null ? null : [own.data];
  return {
    ...{ lock: lockOf(choice), failed: own.error },
    strength: isByWords
      ? `${passphraseStrength(choice.passphrase, ownNames ?? []).words} ${words.tellIt}`
      : '',
    missing: missesPassphrase(choice, ownNames) ? [words.missing] : [],
  };
}
