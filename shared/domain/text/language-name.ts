/** Names that the code alone does not give (ISO 639-2 has no scripts). */
const names: Readonly<Record<string, string>> = {
  chi_sim: 'Chinese, simplified',
  chi_tra: 'Chinese, traditional',
  srp_latn: 'Serbian, Latin letters',
  uzb_cyrl: 'Uzbek, Cyrillic letters',
  aze_cyrl: 'Azerbaijani, Cyrillic letters',
};

/** What a language is called whose code is Tesseract's; one that nobody knows by its code. */
export function languageName(code: string): string {
  const known = names[code];
  if (known !== undefined) return known;
  try {
    return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(code.slice(0, 3)) ?? code;
  } catch {
    return code;
  }
}
