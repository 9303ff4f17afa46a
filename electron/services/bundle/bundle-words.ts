import welsh from '../../../resources/bundle-words/cy.json' with { type: 'json' };
import english from '../../../resources/bundle-words/en.json' with { type: 'json' };
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import { bundleWordsSchema } from '../../../shared/models/bundle-words';
import type { BundleLanguage, BundleWords } from '../../../shared/models/bundle-words';

const packs: Readonly<Record<BundleLanguage, BundleWords>> = {
  en: bundleWordsSchema.parse(english),
  cy: bundleWordsSchema.parse(welsh),
};

export const wordsIn = (language: BundleLanguage): BundleWords['words'] => packs[language].words;

/** What the PDF says its language is. */
export const pdfLanguage = (language: BundleLanguage): string => packs[language].pdf;

/** A profile with the titles of its sections in a language; one that has none in it keeps the English. */
export function profileIn(profile: BundleProfile, language: BundleLanguage): BundleProfile {
  if (language === 'en') return profile;
  const sections = profile.sections.map((each) => ({ ...each, title: each.cy ?? each.title }));
  return { ...profile, sections };
}

/** `page 2 of 3` */
export function numbered(text: string, number: number, of: number): string {
  return text.replace('{n}', String(number)).replace('{m}', String(of));
}
