import { writtenMinutes } from './clock';
import { newFact } from './new-fact';
import type { NewFact } from './new-fact';

/** Minutes from making to saving that a phone may need. */
const saving = 5;

/** A file that says it was changed well after it was made. Only times of one source and zone are compared. */
export function laterChangeTraces(facts: readonly NewFact[]): readonly NewFact[] {
  return facts
    .filter(({ field, source }) => field === 'modified' && ['exif', 'xmp', 'pdf-info'].includes(source))
    .flatMap((changed) => {
      const made = facts.find(({ field, source }) => field === 'captured' && source === changed.source);
      if (made === undefined || (made.zone !== changed.zone && made.zone !== null && changed.zone !== null))
        return [];
      const [from, to] = [writtenMinutes(made), writtenMinutes(changed)];
      if (from === null || to === null || to - from <= saving) return [];
      const { source, code, detail, raw } = changed;
      const by =
        source === 'pdf-info'
          ? 'Signing, filling in and adding a comment do this too.'
          : 'Turning a picture or describing it does this too.';
      const value = `The file says that it was changed after it was made. ${by}`;
      return [newFact({ field: 'edited', source, code, detail, raw, value })];
    });
}
