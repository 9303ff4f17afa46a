import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { PartnerOffice } from '../../../shared/models/office';
import type { VaultContext } from '../../vault/api';
import { addCard } from './add-card';
import { makeOwnCard } from './card';
import { compareOffice, retireOffice } from './compare';
import { asPartner, readOffices } from './office-rows';

type OfficeMethods =
  'offices.ownCard' | 'offices.list' | 'offices.add' | 'offices.compare' | 'offices.retire';

/** The address book of offices: our own card, cards that came, and what comparing their words has shown. */
export function officeHandlers(context: VaultContext): Pick<VaultHandlers, OfficeMethods> {
  const list = (): PartnerOffice[] => {
    const offices = readOffices(context);
    return offices.map((office) => asPartner(offices, office));
  };
  return {
    'offices.ownCard': () => makeOwnCard(context),
    'offices.list': list,
    'offices.add': async ({ text }) => {
      const id = await addCard(context, text);
      context.changed('transfers', null);
      return { id };
    },
    'offices.compare': ({ id, same }) => {
      compareOffice(context, id, same);
      context.changed('transfers', null);
      return list();
    },
    'offices.retire': ({ id }) => {
      retireOffice(context, id);
      context.changed('transfers', null);
      return list();
    },
  };
}
