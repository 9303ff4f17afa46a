import { extractHeadingSchema, extractStepSchema } from '../../models/acts';
import type { CaseExtract, ExtractHeading } from '../../models/acts';

/** An extract as lines of JSON, without their ends: a heading, then a step each. */
export function* writeExtract({ steps, caseId, sealed, head }: CaseExtract): Generator<string> {
  const heading: ExtractHeading = {
    holdfast: 'extract of the record of acts',
    format: 1,
    caseId,
    sealed,
    head,
  };
  yield JSON.stringify(heading);
  for (const step of steps) yield JSON.stringify(step);
}

/** Reads what `writeExtract` wrote, each line ended; null for anything else, which nobody can verify. */
export function readExtract(text: string): CaseExtract | null {
  if (!text.endsWith('\n')) return null;
  const [first, ...others] = text.slice(0, -1).split('\n').map(parsed);
  const heading = extractHeadingSchema.safeParse(first);
  const steps = extractStepSchema.array().safeParse(others);
  if (!heading.success || !steps.success) return null;
  const { caseId, sealed, head } = heading.data;
  return { caseId, sealed, head, steps: steps.data };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
