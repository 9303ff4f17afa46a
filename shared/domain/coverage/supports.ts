import type { NewEntry } from '../../models/chronology';
import type { LawElement, SupportRule } from '../../models/law';

type Supporting = Pick<
  NewEntry,
  'kind' | 'behaviours' | 'marks' | 'fear' | 'threat' | 'effect' | 'changes' | 'links'
>;

/**
 * The ids of the elements an entry speaks to. A background event is no conduct, so it can only be marked: a warning shows
 * what somebody knew. That an entry speaks to an element never says that the element is made out.
 */
export function supportsOf(entry: Supporting, elements: readonly LawElement[]): readonly string[] {
  return elements.filter(({ id, any }) => any.some((rule) => holds(entry, id, rule))).map(({ id }) => id);
}

function holds(entry: Supporting, element: string, rule: SupportRule): boolean {
  if (rule.rule === 'mark') return entry.marks.includes(element);
  if (entry.kind !== 'incident') return false;
  switch (rule.rule) {
    case 'incident':
      return true;
    case 'act':
      return rule.acts.some((act) => entry.behaviours.includes(act));
    case 'fear':
      return entry.fear === true;
    case 'effect':
      return entry.effect.trim() !== '';
    case 'changes':
      return entry.changes.trim() !== '';
    case 'breach':
      return entry.links.some(({ role }) => role === 'breach');
  }
}
