import { readCards } from '../../../shared/domain/office-card/card-text';
import { HoldfastError } from '../../../shared/errors';
import type { OfficeCard } from '../../../shared/models/office';
import type { VaultContext } from '../../vault/api';
import { ensureOfficeKeys } from './office';
import { hexOfKey, isCardSigned } from './card';
import { hasKeysOf, insertOffice, mixesKeys, readOffices, refuseMixed, setStanding } from './office-rows';

/**
 * Takes another office's card out of a pasted text. It is worth nothing until its words have been compared. Gives the id of
 * the office. Throws `card-unreadable`, `card-newer`, `card-key-only`, `card-damaged`, `card-own`, `card-several` and, for one
 * that has one key of an office that is known and another beside it, `card-mixed`.
 */
export async function addCard(context: VaultContext, text: string): Promise<string> {
  const { office } = await ensureOfficeKeys(context);
  const own = { recipient: office.recipient, signingKey: hexOfKey(office.signingKey) };
  const card = theOnlyOne(readSigned(text), own);
  const offices = readOffices(context);
  if (mixesKeys(own, card)) throw new HoldfastError('card-mixed');
  refuseMixed(offices, card);

  const known = offices.find((each) => each.name === card.name && hasKeysOf(each, card));
  if (known !== undefined) {
    // Somebody wants to use it again: its words have to be compared again too.
    if (known.standing === 'retired') {
      context.act({ action: 'partner.add', subject: known.id }, () => {
        setStanding(context, known.id, 'new', false);
      });
    }
    return known.id;
  }
  const id = context.newId();
  context.act({ action: 'partner.add', subject: id }, () => {
    insertOffice(context, id, card);
  });
  return id;
}

function readSigned(text: string): readonly OfficeCard[] {
  const read = readCards(text);
  switch (read.kind) {
    case 'newer':
      throw new HoldfastError('card-newer');
    case 'key-only':
      throw new HoldfastError('card-key-only');
    case 'unreadable':
      throw new HoldfastError('card-unreadable');
    case 'cards': {
      const signed = read.cards.filter(isCardSigned);
      if (signed.length < read.cards.length) throw new HoldfastError('card-damaged');
      return signed;
    }
  }
}

/** In an answered mail our own card stands below theirs. */
function theOnlyOne(
  cards: readonly OfficeCard[],
  own: Pick<OfficeCard, 'recipient' | 'signingKey'>,
): OfficeCard {
  const others = cards.filter((card) => !hasKeysOf(card, own));
  const [first] = others;
  if (first === undefined) throw new HoldfastError('card-own');
  if (others.some((each) => each.name !== first.name || !hasKeysOf(each, first)))
    throw new HoldfastError('card-several');
  return first;
}
