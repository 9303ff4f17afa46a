import { recordHandlers } from '../../electron/services/records/handlers';
import { recordRules } from '../../electron/vault-process/record-rules';
import type { TestVault } from './test-vault';

/** What a screen may ask of records of every kind, with the rules that the app has for them. */
export const recordsOf = ({ context }: Pick<TestVault, 'context'>) => recordHandlers(context, recordRules);
