import type { EvidenceItem } from '../../../shared/models/evidence';
import type { RedactionCheck } from '../../../shared/models/redaction';
import type { VaultContext } from '../../vault/api';
import type { PictureLayout } from '../../../shared/contract/picture-said';
import { readRedactions } from './rows';

type Db = Pick<VaultContext, 'db'>;

const doubt: RedactionCheck = {
  id: 'covered',
  state: 'unknown',
  text: 'When this copy was made, the picture was shown or covered lying another way than it is now. The boxes may lie on the wrong places, so bundles leave it out and no copy is saved. Make a new one.',
};

const turnedSince: RedactionCheck = {
  id: 'covered',
  state: 'unknown',
  text: 'Pages of this exhibit were turned after this copy was made, so its boxes lie on other places now. Bundles leave it out and no copy is saved. Make a new one.',
};

/** Marks every copy of an exhibit whose pages lie otherwise than when they were covered. Must run inside a transaction. */
export function doubtTurned({ db }: Db, itemId: string): void {
  for (const { id, checks } of readRedactions({ db }, itemId)) {
    const others = checks.filter((check) => check.id !== 'covered');
    db.prepare('UPDATE redactions SET checks = ? WHERE id = ?').run(
      JSON.stringify([turnedSince, ...others]),
      id,
    );
  }
}

/**
 * Marks copies of a picture that lay otherwise when its boxes were drawn: a PNG, say, that the page turned and the decoder did
 * not. Must run inside a transaction.
 */
export function doubtRedactions({ db }: Db, item: EvidenceItem, layout: PictureLayout): void {
  const isTurned = [layout, ...(layout.pages ?? [])].some(({ orientation }) => orientation !== 1);
  if (!isTurned) return;
  for (const { id, checks, made } of readRedactions({ db }, item.id)) {
    // The others were made when screen and decoder turned by themselves.
    if (made.turned) continue;
    const others = checks.filter((check) => check.id !== 'covered');
    db.prepare('UPDATE redactions SET checks = ? WHERE id = ?').run(JSON.stringify([doubt, ...others]), id);
  }
}
