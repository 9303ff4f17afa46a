import { createTextWork } from '../../../electron/services/text/work';
import { openHandlers } from '../../../electron/vault-process/open-handlers';
import { portMethods } from '../../../shared/contract/vault-methods';
import { reportError } from '../../../shared/errors';
import type { TestVault } from '../../helpers/test-vault';
import { WrongAnswer } from '../target';

/** By these a screen says that what it was to show is not what was once written. */
const broken = new Set(['internal', 'vault-damaged', 'evidence-damaged']);
/** What changes something, or goes on behind everybody's back, is not asked. */
const isQuestion = (name: string): boolean =>
  /\.(?:list|get|read|summary|page|pages|rows|count|counts|state|states|find|everything|preview|history|of|all|view|names|duties|facts|offers|producers|sharedReferences|patterns|coverage|undecided|records|possible|items|draft)\w*$/u.test(
    name,
  );

/** Asks every method that wants to know no more than a case, or an exhibit of it, as its screens do. */
export function askEverything(vault: TestVault): (caseId: string) => Promise<void> {
  const handlers: Readonly<Record<string, unknown>> = {
    ...openHandlers(vault.vault, vault.vault.deps.jobs, createTextWork(vault.context)),
  };
  const { db } = vault.context;
  const ids = (sql: string, caseId: string): string[] => db.prepare(sql).pluck().all(caseId) as string[];
  return async (caseId) => {
    const items = ids('SELECT id FROM evidence WHERE case_id = ?', caseId);
    // One of each kind: others of it are read in the same way.
    const records = ids('SELECT min(id) FROM records WHERE case_id = ? GROUP BY kind', caseId);
    const inputs = [{ caseId }, { id: caseId }, ...[...items, ...records].map((id) => ({ id }))];
    for (const [name, { input, output }] of Object.entries(portMethods)) {
      const handler = handlers[name];
      if (!isQuestion(name) || typeof handler !== 'function') continue;
      for (const each of inputs) {
        const parsed = input.safeParse(each);
        if (!parsed.success) continue;
        try {
          const answer: unknown = await (handler as (given: unknown) => unknown)(parsed.data);
          if (!output.safeParse(answer).success)
            throw new WrongAnswer(`${name} gives what its schema refuses`);
        } catch (error) {
          if (error instanceof WrongAnswer) throw error;
          const { code } = reportError(error);
          if (broken.has(code)) throw new WrongAnswer(`${name} ends in ${code}`, { cause: error });
        }
      }
    }
  };
}
