import type { ImportResult } from '../../../shared/models/evidence';

/** What an import came to, in sentences that leave nothing out: `38 of 41 files went in.` */
export function importSummary(results: readonly ImportResult[]): {
  readonly title: string;
  readonly rest: string;
} {
  const of = (...outcomes: readonly ImportResult['outcome'][]): number =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const all = results.length;
  const stored = of('stored', 'stored-no-preview');
  const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);
  const rest: string[] = [];
  const duplicate = of('duplicate');
  const failed = of('failed');
  const cancelled = of('cancelled');
  const unseen = of('stored-no-preview');
  if (duplicate > 0) rest.push(`${duplicate} ${duplicate === 1 ? 'was' : 'were'} already here.`);
  if (failed > 0) rest.push(`${failed} did not go in.`);
  if (cancelled > 0)
    rest.push(`${cancelled} ${cancelled === 1 ? 'was' : 'were'} not started, because you stopped.`);
  if (unseen > 0) rest.push(`${files(unseen)} ${unseen === 1 ? 'is' : 'are'} stored but cannot be shown.`);
  rest.push(...besideSentences(results, files));
  rest.push('Nothing was lost.');
  return {
    title: stored === all ? `All ${files(all)} went in.` : `${stored} of ${files(all)} went in.`,
    rest: rest.join(' '),
  };
}

/** What PDFs hold that no page of theirs shows, and marks that were never applied. */
function besideSentences(
  results: readonly ImportResult[],
  files: (count: number) => string,
): readonly string[] {
  const holding = results.filter(({ holds }) => holds > 0);
  const held = holding.reduce((sum, { holds }) => sum + holds, 0);
  const marked = results.filter(({ isMarked }) => isMarked).length;
  const [isOneHolding, isOneMarked] = [holding.length === 1, marked === 1];
  return [
    ...(held === 0
      ? []
      : [
          `${files(holding.length)} ${isOneHolding ? 'holds' : 'hold'} ${held === 1 ? '1 other' : `${held} others`}, still in ${isOneHolding ? 'it' : 'them'}.`,
        ]),
    ...(marked === 0
      ? []
      : [
          `${files(marked)} ${isOneMarked ? 'has' : 'have'} marks for redaction that were never applied: look at ${isOneMarked ? 'it' : 'them'}.`,
        ]),
  ];
}
