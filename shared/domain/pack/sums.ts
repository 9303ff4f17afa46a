/** A file of a pack, with what it must be. */
export interface Summed {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/**
 * The text that `sha256sum -c` reads (GNU coreutils, "md5sum invocation"): fingerprint, two spaces, name; a name with a
 * backslash or the end of a line in it is escaped, and its line begins with a backslash. No name of ours needs that.
 */
export function sumsText(files: readonly Summed[]): string {
  return files
    .map(({ name, sha256 }) => {
      const escaped = name.replace(/[\\\n\r]/gu, (letter) => escapes[letter] ?? letter);
      return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
    .join('');
}
