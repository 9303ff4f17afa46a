import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { pagesMethods } from '../../../shared/contract/pages-methods';
import type { VaultContext } from '../../vault/api';
import { readAgain } from '../evidence/read-again/read-again';
import { listHeld, takeOut } from './held-files';
import { openPdf } from './open-pdf';
import { pagesState } from './state';
import { turnPages } from './turn-pages';

/** Pages as strangers send them: locked, lying on their side, with files behind them and marks that were never applied. */
export function pagesHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof pagesMethods> {
  return {
    'pages.state': async ({ id }) => {
      // What cannot be made again now is said as it is known.
      await readAgain(context, id).catch(() => undefined);
      return pagesState(context, id);
    },
    'pages.open': async ({ id, password }) => {
      await openPdf(context, id, password);
      return {};
    },
    'pages.held': ({ id }) => listHeld(context, id),
    'pages.takeOut': ({ id, at }) => takeOut(context, id, at),
    'pages.turn': async (input) => {
      await turnPages(context, input);
      return pagesState(context, input.id);
    },
  };
}
