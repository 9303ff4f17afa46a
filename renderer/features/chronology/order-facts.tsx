import { orderTypeOf } from '../../../shared/domain/law/law-of';
import type { Law } from '../../../shared/models/law';
import { Disclose } from '../../components/disclose';
import { FactRow, Facts } from '../../components/parts';
import { orderFacts, orderFactsTitle } from '../../strings/law';
import { LawNotSaid } from '../../components/law-not-said';

/** What the law of the case lays down for a sort of order; of a kind it does not know nothing is said. */
export function OrderFacts({ law, code }: { readonly law: Law; readonly code: string | null }) {
  const type = code === null ? null : orderTypeOf(law, code);
  return (
    <>
      <LawNotSaid />
      {type === null ? null : (
        <Disclose title={orderFactsTitle(law)}>
          <Facts>
            {orderFacts(type).map(({ name, text }) => (
              <FactRow key={name} name={name}>
                {text}
              </FactRow>
            ))}
          </Facts>
        </Disclose>
      )}
    </>
  );
}
