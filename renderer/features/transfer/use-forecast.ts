import type { VaultInput } from '../../../shared/contract/vault-methods';
import type { PackageForecast } from '../../../shared/models/transfer';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import type { Query } from '../../kit/hooks';

/** What a package would hold as things are; null while it is not said what goes. */
export function useForecast(what: VaultInput<'transfer.forecast'> | null): Query<PackageForecast | null> {
  return useQuery(
    `send-forecast-${JSON.stringify(what)}`,
    async () => (what === null ? null : call(holdfast.transfer.forecast(what))),
    ['evidence', 'redactions', 'chronology', 'cases'],
  );
}
