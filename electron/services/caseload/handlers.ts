import type { caseloadMethods } from '../../../shared/contract/caseload-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { endCase, reopenCase } from './end-case';
import { exportCalendar } from './export-calendar';
import { readCalendar, readTasks } from './read-calendar';
import { readCaseload } from './read-caseload';

/** The caseload, its calendar, and where the work on a case stands. */
export function caseloadHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof caseloadMethods> {
  const told = (caseId: string): void => {
    context.changed('cases', caseId);
    context.changed('records', caseId);
  };
  return {
    'casework.caseload': () => readCaseload(context),
    'casework.calendar': (range) => readCalendar(context, range),
    'casework.tasks': () => readTasks(context),
    'casework.exportCalendar': (input) => exportCalendar(context, input),
    'casework.endCase': (input) => {
      endCase(context, input);
      told(input.caseId);
      return {};
    },
    'casework.reopenCase': (input) => {
      reopenCase(context, input);
      told(input.caseId);
      return {};
    },
  };
}
