import { Lexicon } from './lexicon';
import type { Words } from './lexicon';

/** Small letters, straight quotation marks, one space: what words are looked for in. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’‘`]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Several patterns, each standing as whole words. */
export function wordsOf(patterns: readonly string[]): Words {
  const lexicon = new Lexicon([['', patterns]]);
  return { test: (text) => lexicon.has(text) };
}

/** People and offices that deal with a client, as terms and entries both call them. */
export const agentWords: readonly string[] = [
  'landlords?',
  'landlady',
  'letting agents?',
  'estate agents?',
  'doctors?',
  'gp',
  'therapist',
  'counsellor',
  'neighbours?',
  'teachers?',
  'social workers?',
  'support workers?',
  'bank',
];
