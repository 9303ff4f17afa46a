/** `J M Example` for `Joan Mary Example`: initials and surname, as the corner of a statement names a witness. */
export function initialsAndSurname(name: string): string {
  const words = name.trim().split(/\s+/u);
  const last = words.at(-1) ?? '';
  const initials = words.slice(0, -1).map((word) => Array.from(word)[0] ?? '');
  return [...initials, last].join(' ').trim();
}
