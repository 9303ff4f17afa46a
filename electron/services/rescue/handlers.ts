import { Readable } from 'node:stream';
import { rescueReadme } from '../../../shared/domain/rescue/rescue-text';
import type { rescueMethods } from '../../../shared/contract/rescue-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { writeDurably } from '../../vault/durable';
import type { OpenVault } from '../../vault/open-vault';
import { ensureOfficeKeys } from '../offices/office';
import { refuseWeakLock } from '../seal/lock';
import { writeSealed } from '../seal/write-sealed';

/** What is needed to open packages without Holdfast: how it is done, and the key of the office. */
export function rescueHandlers({
  context,
  keys,
}: Pick<OpenVault, 'context' | 'keys'>): Pick<VaultHandlers, keyof typeof rescueMethods> {
  return {
    'rescue.saveReadme': async ({ target }) => {
      await writeDurably(context.pathOf(target), [Buffer.from(rescueReadme())]);
      return {};
    },
    'rescue.saveKey': async ({ target, passphrase, own }) => {
      const path = context.pathOf(target);
      await keys.confirm(own);
      const lock = { type: 'passphrase', passphrase } as const;
      await refuseWeakLock(context, lock);
      const { identity, office } = await ensureOfficeKeys(context);
      // It opens; it does not sign: whoever finds it can pretend to be nobody.
      const file = `# Opens packages that are sealed for the office with the fingerprint ${office.fingerprint}\n${identity}\n`;
      const signal = new AbortController().signal;
      await writeSealed(path, Readable.from([Buffer.from(file)]), {
        lock,
        signal,
        verifying: () => undefined,
      });
      context.act({ action: 'office.save-key', subject: null }, () => undefined);
      return {};
    },
  };
}
