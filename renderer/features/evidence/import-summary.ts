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
  rest.push('Nothing was lost.');
  return {
    title: stored === all ? `All ${files(all)} went in.` : `${stored} of ${files(all)} went in.`,
    rest: rest.join(' '),
  };
}
