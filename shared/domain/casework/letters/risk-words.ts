import type { LetterBlock } from '../../../records/letter';
import { dateWords } from '../../../records/words/date-words';
import { heading, item, text } from './blocks';
import { said } from './build-kit';
import type { Cite, LetterFacts } from './facts';

/** The latest assessment, by its day. */
export function latestAssessment({ assessments }: LetterFacts): LetterFacts['assessments'][number] | null {
  return assessments.reduce<LetterFacts['assessments'][number] | null>(
    (latest, each) => (latest === null || each.on >= latest.on ? each : latest),
    null,
  );
}

/** Risk as it was last assessed, with what each factor stands on. */
export function riskWords(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const latest = latestAssessment(facts);
  if (latest === null) return [heading('Risk'), text('No risk assessment is recorded.')];
  const { id, tool, on, by, result, partsNotCompleted, factors, clientView, judgement } = latest;
  return [
    heading('Risk'),
    text(
      `${tool} of ${dateWords(on)}, by ${said(by)}. Result, as the tool gives it: ${said(result)}. Parts not completed: ${partsNotCompleted === '' ? 'none recorded' : partsNotCompleted}.`,
      [id],
    ),
    ...factors.map((factor) => item(`${factor.text}${cite(factor.entryIds)}`, factor.entryIds)),
    text(`The client’s own view: ${said(clientView)}`, [id]),
    text(`Professional judgement: ${said(judgement)}`, [id]),
  ];
}
