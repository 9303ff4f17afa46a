/** A reference as a name that every file system takes. */
export function plainName(reference: string): string {
  const plain = reference.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
  return plain === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) ? `case-${plain}` : plain;
}

/** The name, or with a number where there is one of it already, in whatever letters. */
export function uniqueName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const dot = name.lastIndexOf('.');
    const tried =
      number === 1
        ? name
        : dot > 0
          ? `${name.slice(0, dot)}-${number}${name.slice(dot)}`
          : `${name}-${number}`;
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}
