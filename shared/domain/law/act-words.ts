import type { Behaviour } from '../../models/chronology';
import type { Act, Law } from '../../models/law';

/** An act as this law has it. Its schema says that every act is there. */
function actOf(law: Law, code: Behaviour): Act {
  const act = law.acts.find((each) => each.code === code);
  if (act === undefined) throw new Error('an act without words');
  return act;
}

/** `(a) following`, as in the list of the Act; an act that the list does not name has no letter. */
export function actLabel(law: Law, code: Behaviour): string {
  const { label, short } = actOf(law, code);
  return label === null ? short : `${label} ${short}`;
}

/** `s.2A(3)(a) following`, for paper that does not show the list. */
export function actCited(law: Law, code: Behaviour): string {
  const { label, short } = actOf(law, code);
  return label === null ? short : `${law.actList.prefix}${label} ${short}`;
}

/** The acts to choose from, in the order of this law's list, by a few words each. */
export function actOptions(law: Law): readonly { readonly id: Behaviour; readonly label: string }[] {
  return law.acts.map(({ code }) => ({ id: code, label: actLabel(law, code) }));
}

/** The same in the words of the Act. */
export function actTexts(law: Law): readonly { readonly id: Behaviour; readonly label: string }[] {
  return law.acts.map(({ code, label, text }) => ({
    id: code,
    label: label === null ? text : `${label} ${text}`,
  }));
}

/** Acts in the order of this law's list. */
export function inOrder(law: Law, codes: readonly Behaviour[]): readonly Behaviour[] {
  return law.acts.map(({ code }) => code).filter((code) => codes.includes(code));
}
