import type { Redaction } from '../../models/redaction';

/** True for a copy of which it is not certain that its boxes cover what somebody meant: it is neither printed nor saved. */
export function isDoubtful({ checks }: Pick<Redaction, 'checks'>): boolean {
  return checks.some(({ id, state }) => id === 'covered' && state !== 'ok');
}
