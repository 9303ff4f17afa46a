/** The names that mail programs write; others are left as they stand. */
const names: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'amp &, lt <, gt >, quot ", apos \', nbsp \u00a0, iexcl ¡, cent ¢, pound £, curren ¤, yen ¥, brvbar ¦, sect §, uml ¨',
    'copy ©, ordf ª, laquo «, not ¬, reg ®, macr ¯, deg °, plusmn ±, sup2 ², sup3 ³, acute ´, micro µ, para ¶, middot ·',
    'cedil ¸, sup1 ¹, ordm º, raquo », frac14 ¼, frac12 ½, frac34 ¾, iquest ¿, times ×, divide ÷, szlig ß, oslash ø, Oslash Ø',
    'Agrave À, Aacute Á, Acirc Â, Atilde Ã, Auml Ä, Aring Å, AElig Æ, Ccedil Ç, Egrave È, Eacute É, Ecirc Ê, Euml Ë',
    'Igrave Ì, Iacute Í, Icirc Î, Iuml Ï, ETH Ð, Ntilde Ñ, Ograve Ò, Oacute Ó, Ocirc Ô, Otilde Õ, Ouml Ö, Ugrave Ù',
    'Uacute Ú, Ucirc Û, Uuml Ü, Yacute Ý, THORN Þ, agrave à, aacute á, acirc â, atilde ã, auml ä, aring å, aelig æ',
    'ccedil ç, egrave è, eacute é, ecirc ê, euml ë, igrave ì, iacute í, icirc î, iuml ï, eth ð, ntilde ñ, ograve ò',
    'oacute ó, ocirc ô, otilde õ, ouml ö, ugrave ù, uacute ú, ucirc û, uuml ü, yacute ý, thorn þ, yuml ÿ, OElig Œ, oelig œ',
    'Scaron Š, scaron š, fnof ƒ, circ ˆ, tilde ˜, ensp \u2002, emsp \u2003, thinsp \u2009, zwnj \u200c, zwj \u200d, ndash –',
    'mdash —, lsquo ‘, rsquo ’, sbquo ‚, ldquo “, rdquo ”, bdquo „, dagger †, Dagger ‡, bull •, hellip …, permil ‰',
    'prime ′, Prime ″, lsaquo ‹, rsaquo ›, euro €, trade ™, larr ←, uarr ↑, rarr →, darr ↓, hearts ♥, minus −',
  ]
    .join(', ')
    .split(', ')
    .map((pair) => {
      const [name = '', character = ''] = pair.split(' ');
      return [name, character];
    }),
);

/** Character references of HTML as the characters they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,8}));?/gu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(names, name) ? (names[name] ?? whole) : whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
      return isCharacter ? String.fromCodePoint(point) : '\ufffd';
    },
  );
}
