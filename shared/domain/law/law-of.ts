import englandAndWales from '../../../resources/law/england-and-wales.json' with { type: 'json' };
import northernIreland from '../../../resources/law/northern-ireland.json' with { type: 'json' };
import scotland from '../../../resources/law/scotland.json' with { type: 'json' };
import type { Jurisdiction } from '../../models/jurisdiction';
import { lawSchema } from '../../models/law';
import type { Law, LawElement, OrderType, TimeLimit } from '../../models/law';

/** Reads a file of law. Throws where it is not what its schema says, so that a slip is seen at once. */
export function readLaw(file: unknown): Law {
  return lawSchema.parse(file);
}

const laws: Readonly<Record<Jurisdiction, Law>> = {
  'england-and-wales': readLaw(englandAndWales),
  scotland: readLaw(scotland),
  'northern-ireland': readLaw(northernIreland),
};
export const everyLaw: readonly Law[] = Object.values(laws);

/** The law a case falls under. Where nobody said which, that of England and Wales: whoever shows it says that it was not said. */
export function lawOf(jurisdiction: Jurisdiction | null): Law {
  return laws[jurisdiction ?? 'england-and-wales'];
}

export function elementsOf(law: Law): readonly LawElement[] {
  return law.groups.flatMap(({ elements }) => elements);
}

/** Elements a person marks on an entry; the rest follows from its other fields. */
export function markableOf(law: Law): readonly LawElement[] {
  return elementsOf(law).filter(({ any }) => any.some(({ rule }) => rule === 'mark'));
}

/**
 * The elements of every law, each once. Entries are counted under all of them, so that a case may change its jurisdiction
 * without being counted anew; an element that two laws share has one rule.
 */
export const everyElement: readonly LawElement[] = [
  ...new Map(everyLaw.flatMap((law) => elementsOf(law).map((each) => [each.id, each] as const))).values(),
];

/** What an element is called: in this law, or in another that knows it; else its id. */
export function elementTitle(law: Law, id: string): string {
  return (
    found([law, ...everyLaw], (each) => elementsOf(each).find((element) => element.id === id))?.title ?? id
  );
}

/** The elements to choose from; one that was chosen before is among them, whichever law knows it. */
export function elementOptions(
  law: Law,
  chosen: string | null,
): readonly { readonly id: string; readonly label: string }[] {
  const options = elementsOf(law).map(({ id, title }) => ({ id, label: title }));
  return chosen === null || options.some(({ id }) => id === chosen)
    ? options
    : [...options, { id: chosen, label: elementTitle(law, chosen) }];
}

/** A sort of order that this law knows. */
export function orderTypeOf(law: Law, code: string): OrderType | null {
  return law.orders.find(({ id }) => id === code) ?? null;
}

/** What a sort of order is called. One of another jurisdiction keeps its name there; one that no file knows is shown by its code. */
export function orderWords(law: Law, code: string): string {
  const type = found([law, ...everyLaw], (each) => orderTypeOf(each, code) ?? undefined);
  return type?.name ?? `Order of a kind this version does not know (${code})`;
}

/** The sorts of order to choose from; what was chosen before is among them, whichever law knows it. */
export function orderOptions(
  law: Law,
  chosen: string | null,
): readonly { readonly id: string; readonly label: string }[] {
  const options = law.orders.map(({ id, name }) => ({ id, label: name }));
  return chosen === null || orderTypeOf(law, chosen) !== null
    ? options
    : [...options, { id: chosen, label: orderWords(law, chosen) }];
}

/** A time limit by its id, as this law has it. */
export function limitOf(id: string, law: Law): TimeLimit | null {
  return law.timeLimits.find((limit) => limit.id === id) ?? null;
}

function found<T>(from: readonly Law[], look: (law: Law) => T | undefined): T | undefined {
  for (const law of from) {
    const each = look(law);
    if (each !== undefined) return each;
  }
  return undefined;
}
