import * as z from 'zod';
import { longestCardText } from '../domain/office-card/card-text';
import { idSchema } from '../models/common';
import { ownCardSchema, partnerOfficeSchema } from '../models/office';
import { method } from './method';

const byId = z.object({ id: idSchema });

/** Cards of offices: ours to give out, theirs to compare. */
export const officesMethods = {
  'offices.ownCard': method(z.object({}), ownCardSchema),
  'offices.list': method(z.object({}), z.array(partnerOfficeSchema)),
  /** Takes a card out of pasted text; nothing can be sent to it before `offices.compare`. */
  'offices.add': method(z.object({ text: z.string().min(1).max(longestCardText) }), byId),
  /** `same`: whether the words that were read out are those on the screen. */
  'offices.compare': method(byId.extend({ same: z.boolean() }), z.array(partnerOfficeSchema)),
  /** Nothing is sent to it and nothing taken from it any more; its name and keys stay known. */
  'offices.retire': method(byId, z.array(partnerOfficeSchema)),
} as const;
