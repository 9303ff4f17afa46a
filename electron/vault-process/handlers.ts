import type { VaultHandlers } from '../../shared/contract/vault-methods';
import type { OpenVault } from '../vault/open-vault';

/** What the vault says about itself. */
export function vaultHandlers({ context }: OpenVault): Pick<VaultHandlers, 'runtime.versions'> {
  return {
    'runtime.versions': () => {
      const ask = (sql: string): string => String(context.db.prepare(sql).pluck().get());
      return {
        sqlite: ask('SELECT sqlite_version()'),
        cipher: `${ask("SELECT sqlite3mc_config('cipher')")}, format ${ask("SELECT sqlite3mc_config('sqlcipher', 'legacy')")}, ${ask('SELECT sqlite3mc_version()')}`,
        node: process.versions.node,
      };
    },
  };
}
