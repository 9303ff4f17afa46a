import { factCodeSchema } from '../../models/fact-code';
import type { FactPlace } from '../../models/evidence';

/**
 * Where a fact stands, as far as this Holdfast knows: a newer one may know more places, and their code is then all that can be
 * shown.
 */
export function knownPlace({ code, detail }: { readonly code: string; readonly detail: string }): FactPlace {
  const known = factCodeSchema.safeParse(code);
  return known.success
    ? { code: known.data, detail }
    : { code: 'other', detail: (detail === '' ? code : `${code}: ${detail}`).slice(0, 200) };
}
