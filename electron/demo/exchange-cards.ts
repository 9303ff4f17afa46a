import { HoldfastError } from '../../shared/errors';
import type { VaultProcess } from '../main/vault-process';

/** Gives the card of one office to another and compares the words on both sides, as two people do by phone. */
export async function exchangeCards(
  from: Pick<VaultProcess, 'call'>,
  to: Pick<VaultProcess, 'call'>,
): Promise<void> {
  const card = await from.call('offices.ownCard', {});
  const { id } = await to.call('offices.add', { text: card.text });
  const added = (await to.call('offices.list', {})).find((office) => office.id === id);
  if (added?.words.join(' ') !== card.words.join(' ')) throw new HoldfastError('internal');
  await to.call('offices.compare', { id, same: true });
}
