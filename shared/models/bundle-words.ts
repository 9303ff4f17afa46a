import * as z from 'zod';

/** In which language the headings of a bundle are. */
export const bundleLanguages = ['en', 'cy'] as const;
export const bundleLanguageSchema = z.enum(bundleLanguages);
export type BundleLanguage = z.infer<typeof bundleLanguageSchema>;

const words = [
  ...[
    'ourReference',
    'courtAndCase',
    'coreBundle',
    'preparedBy',
    'contentsAsAt',
    'documents',
    'exhibits',
    'pages',
  ],
  ...['coverAndIndex', 'index', 'exhibit', 'document', 'date', 'policeReference', 'page', 'chronology'],
  ...['patterns', 'record', 'no', 'when', 'whatHappened', 'exhibitAndPage', 'fileAndFingerprint'],
  ...['notShown', 'pageOf', 'partOf'],
] as const;

/** The words that Holdfast itself puts on the pages of a bundle as headings (resources/bundle-words). */
export const bundleWordsSchema = z.object({
  language: bundleLanguageSchema,
  /** As a PDF says it (BCP 47). */
  pdf: z.string().min(2).max(20),
  /** Whether somebody who speaks the language has read them. Where not, the screen says so. */
  checked: z.boolean(),
  note: z.string().max(300),
  words: z.record(z.enum(words), z.string().min(1).max(120)),
});
export type BundleWords = z.infer<typeof bundleWordsSchema>;
