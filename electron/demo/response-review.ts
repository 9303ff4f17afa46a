import { letterSchema } from '../../shared/records/letter';
import type { VaultProcess } from '../main/vault-process';
import { passGate } from './pass-gate';

const sort = 'response-review';
const reader = 'force';

/**
 * Fills the response review of a case, keeps it as a letter and writes it to `path`, once the gate lets it go. Gives its pages; null
 * where the case does not say enough for one, or where the gate holds it, with the reason said.
 */
export async function writeResponseReview(
  vault: VaultProcess,
  caseId: string,
  path: string,
  say: (line: string) => void,
): Promise<number | null> {
  const about = { reportId: null, eventId: null, templateId: '' };
  const { refused, ...filled } = await vault.call('letters.fill', { caseId, sort, reader, ...about });
  if (refused !== null) {
    say(`  no response review: ${refused}`);
    return null;
  }
  const body = letterSchema.parse({ ...about, ...filled, sort, reader });
  const { id } = await vault.call('records.create', { caseId, kind: 'letter', body });
  const why = 'The client has agreed that the police see it.';
  if (!(await passGate(vault, { output: 'letter', caseId, letterId: id }, why, say))) {
    say('  the response review is kept in the case and does not leave: a consent is not recorded.');
    return null;
  }
  const { token } = await vault.call('paths.keep', { path, purpose: 'save letter-pdf' });
  const { pages } = await vault.call('letters.save', { id, format: 'pdf', target: token });
  return pages;
}

/** What is missing or due in a case, counted by rule. */
export async function countMissing(
  vault: VaultProcess,
  caseId: string,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { rule } of await vault.call('casework.duties', { caseId }))
    counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
