/** A text as a regular expression that matches just it: both runners take the name of a test as one. */
export const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);

const isEnd = (file) => file.endsWith('.e2e.ts');

/**
 * Which tests `npm test -- PATTERN` means: the files whose path holds the pattern, else the tests whose name holds it.
 *
 * @param pattern what was typed; '' means every test
 * @param files paths of all test files, with forward slashes
 * @param read gives the text of a file
 * @returns for each runner null (nothing of it is meant), or the files to run and the name to look for, null for every name
 */
export function chooseTests(pattern, files, read) {
  const part = (chosen, name) => ({
    units: of(
      chosen.filter((file) => !isEnd(file)),
      name,
    ),
    ends: of(chosen.filter(isEnd), name),
  });
  const of = (chosen, name) => (chosen.length === 0 ? null : { files: chosen, name });
  if (pattern === '') return { units: { files: [], name: null }, ends: { files: [], name: null } };
  const byPath = files.filter((file) => file.includes(pattern));
  if (byPath.length > 0) return part(byPath, null);
  const byText = files.filter((file) => read(file).includes(pattern));
  // A name that is put together from parts stands in no file as it is shown: all of them are asked.
  return part(byText.length > 0 ? byText : files, literally(pattern));
}
