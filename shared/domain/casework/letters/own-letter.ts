import type { Built } from './build-kit';
import { addressee, citedSection, refusal } from './build-kit';
import type { LetterAsk } from './build-kit';
import type { LetterFacts } from './facts';
import { fillPlaces } from './places';
import type { Template } from './templates';

/** A letter from a template: its places filled, and what its figures count listed below. */
export function buildOwn(facts: LetterFacts, { reader }: LetterAsk, template: Template | undefined): Built {
  if (template === undefined)
    return refusal('own', 'Letter', 'The template is not here any more. Choose another one.');
  const { blocks } = fillPlaces(template.blocks, facts);
  const to = addressee(facts, reader);
  return {
    ...{ sort: 'own', title: template.title, to, refused: null },
    blocks: [...blocks, ...citedSection(facts, blocks)],
  };
}
