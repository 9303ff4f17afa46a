import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { OpenVault } from '../open-vault';
import { isScreenPrivate, setScreenPrivate } from './screen';

/** Whether the window may be seen in screenshots and in what is shared of a screen. */
export function screenHandlers({
  context,
  screenChanged,
}: OpenVault): Pick<VaultHandlers, 'screen.get' | 'screen.set'> {
  const { db } = context;
  return {
    'screen.get': () => ({ isPrivate: isScreenPrivate(db) }),
    'screen.set': (next) => {
      const { isPrivate } = next;
      context.act({ action: 'screen.set', subject: null, detail: { private: isPrivate } }, () => {
        setScreenPrivate(db, isPrivate);
      });
      screenChanged(isPrivate);
      return next;
    },
  };
}
