import * as z from 'zod';
import { bestDateSchema, factSchema } from '../../../../shared/models/evidence';
import { knownPlace } from '../../../../shared/domain/facts/known-place';
import { codeOfLabel } from '../../../vault/migrations/0280-earlier-labels';

const labelled = { label: z.string().max(200) };
/** A later version may know more places than this one does: their code is then all that can be shown. */
const foreign = { code: z.string().min(1).max(100), detail: z.string().max(200) };
const place = { code: true, detail: true } as const;

const earlier = <T extends { readonly label: string }>({ label, ...rest }: T) => ({
  ...rest,
  ...codeOfLabel(label),
});
const unknown = <T extends { readonly code: string; readonly detail: string }>({
  code,
  detail,
  ...rest
}: T) => ({ ...rest, ...knownPlace({ code, detail }) });

/**
 * A fact as packages carry it: with `code` and `detail`, which are what is written. Packages of every format, 3 among them,
 * were once written with `label`, the English words of then: they are read by the rule by which a vault of then is, so that
 * both arrive at the same.
 */
export const packedFactSchema = z.union([
  factSchema,
  factSchema.omit(place).extend(labelled).transform(earlier),
  factSchema.omit(place).extend(foreign).transform(unknown),
]);

/** The date that an item is filed under, or that somebody chose, in the same two forms. */
export const packedDateSchema = z.union([
  bestDateSchema,
  bestDateSchema.omit(place).extend(labelled).transform(earlier),
  bestDateSchema.omit(place).extend(foreign).transform(unknown),
]);
