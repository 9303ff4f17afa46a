import { officeHandlers } from '../../electron/services/offices/handlers';
import type { VaultContext } from '../../electron/vault/api';

/** Gives the card of one office to another, which compares the words as two people do by phone. The id it has there. */
export async function compareCard(from: VaultContext, to: VaultContext): Promise<string> {
  const { text } = await officeHandlers(from)['offices.ownCard']({});
  const offices = officeHandlers(to);
  const { id } = await offices['offices.add']({ text });
  await offices['offices.compare']({ id, same: true });
  return id;
}

/** Both ways: what it takes before cases go back and forth. */
export async function meet(a: VaultContext, b: VaultContext): Promise<void> {
  await compareCard(a, b);
  await compareCard(b, a);
}
