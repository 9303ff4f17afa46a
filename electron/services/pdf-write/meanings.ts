/** Which letters each code stands for, in so many bytes a code (ISO 32000-1, 9.10.3). */
export function meanings(letters: readonly (readonly [code: number, text: string])[], bytes: 1 | 2): string {
  const digits = bytes * 2;
  const rows = letters.map(([code, text]) => {
    const units = Array.from({ length: text.length }, (_, at) =>
      text.charCodeAt(at).toString(16).padStart(4, '0'),
    );
    return `<${code.toString(16).padStart(digits, '0')}> <${units.join('')}>`;
  });
  const blocks: string[] = [];
  for (let from = 0; from < rows.length; from += 100) {
    const some = rows.slice(from, from + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Holdfast def /CMapType 2 def',
    `1 begincodespacerange <${'0'.repeat(digits)}> <${'f'.repeat(digits)}> endcodespacerange`,
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
