/** The page judges a passphrase by the very rule that the vault enforces. */
export {
  isGoodEnough,
  passphraseStrength,
  prepareStrength,
} from '../../../shared/domain/passphrase-strength';
