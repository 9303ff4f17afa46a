import type { FilledLetter, LetterOffers } from '../../../shared/contract/letters-methods';
import { gapsIn } from '../../../shared/domain/casework/letters/blocks';
import { buildLetter, madeSorts, readersOf } from '../../../shared/domain/casework/letters/build';
import type { Built, LetterAsk } from '../../../shared/domain/casework/letters/build-kit';
import { citeNames } from '../../../shared/domain/casework/letters/facts';
import type { LetterFacts } from '../../../shared/domain/casework/letters/facts';
import { shippedTemplates } from '../../../shared/domain/casework/letters/templates';
import type { Template } from '../../../shared/domain/casework/letters/templates';
import { beside } from '../../../shared/domain/casework/response/beside';
import { isDecision } from '../../../shared/domain/casework/response/review-dates';
import { ukDay } from '../../../shared/domain/dates/standing';
import { letterTemplateKind } from '../../../shared/records/letter-template';
import type { LetterSort } from '../../../shared/records/letter';
import type { VaultContext } from '../../vault/api';
import { readBodies } from '../records/read-records';
import { readLetterFacts } from './read-facts';

/** The office's own templates, and below them those that ship with Holdfast. */
export function readTemplates(context: VaultContext): readonly Template[] {
  const own = readBodies(context, null, letterTemplateKind).map(
    ({ id, title, what, reader, blocks }): Template => ({ id, title, what, reader, blocks, shipped: null }),
  );
  return [...own, ...shippedTemplates];
}

/** What a letter is about where nobody chose: the newest report that stands beside acts, or the newest decision. */
function usualSubjects({ reports, events, entries }: LetterFacts): Pick<LetterAsk, 'reportId' | 'eventId'> {
  const report = reports.findLast((each) => beside(each, entries).isOtherThanStalking) ?? reports.at(-1);
  return { reportId: report?.id ?? null, eventId: events.findLast(isDecision)?.id ?? null };
}

const lacksOf = ({ refused, blocks }: Built): { refused: string | null; missing: string[] } => ({
  refused,
  missing: [...gapsIn(blocks)],
});

/** What can be made of a case, and what each lacks. */
export function letterOffers(context: VaultContext, caseId: string): LetterOffers {
  const facts = readLetterFacts(context, caseId, ukDay(context.now()));
  const about = usualSubjects(facts);
  const names = citeNames(facts);
  const named = (all: readonly { readonly id: string }[]): LetterOffers['reports'] =>
    [...all].reverse().map(({ id }) => ({ id, title: names.get(id) ?? '' }));
  return {
    offers: madeSorts.map((sort) => {
      const readers = readersOf[sort];
      return {
        sort,
        readers: [...readers],
        ...lacksOf(buildLetter(sort, facts, { ...about, reader: readers[0] })),
      };
    }),
    templates: readTemplates(context).map((template) => ({
      ...template,
      blocks: [...template.blocks],
      ...lacksOf(buildLetter('own', facts, { ...about, reader: template.reader }, template)),
    })),
    reports: named(facts.reports),
    decisions: named(facts.events.filter(isDecision)),
  };
}

/** Fills a letter from the case as it stands today. */
export function fillLetter(
  context: VaultContext,
  caseId: string,
  sort: LetterSort,
  { templateId, ...ask }: LetterAsk & { readonly templateId: string },
): FilledLetter {
  const facts = readLetterFacts(context, caseId, ukDay(context.now()));
  const template = readTemplates(context).find(({ id }) => id === templateId);
  const { title, to, blocks, refused } = buildLetter(sort, facts, ask, template);
  return { title, to, blocks: [...blocks], refused };
}
