import type { VaultInput, VaultOutput } from '../../../shared/contract/vault-methods';
import { withDuties } from '../../../shared/domain/casework/calendar/by-day';
import { icsFile } from '../../../shared/domain/casework/calendar/ics';
import { neutralEvents } from '../../../shared/domain/casework/calendar/neutral';
import { ukDay } from '../../../shared/domain/dates/standing';
import type { VaultContext } from '../../vault/api';
import { writeDurably } from '../../vault/durable';
import { readDuties } from '../casework/duties';
import { readCalendar } from './read-calendar';

/**
 * Writes a calendar file that may lie on a phone: days, times and how much is due. Every entry has a number of this file alone, so that
 * nothing in it leads to a case or to another such file.
 */
export async function exportCalendar(
  context: VaultContext,
  { target, from, until }: VaultInput<'casework.exportCalendar'>,
): Promise<VaultOutput<'casework.exportCalendar'>> {
  const today = ukDay(context.now());
  const placed = readCalendar(context, { from, until });
  const items = withDuties(placed, readDuties(context, null, today), { from, until, today }, () => '');
  const events = neutralEvents(items, () => context.random(16).toString('hex'));
  const bytes = Buffer.from(icsFile(events, context.now().toISOString()), 'utf8');
  await writeDurably(context.pathOf(target), [bytes]);
  context.act(
    { action: 'calendar.export', subject: null, detail: { events: events.length } },
    () => undefined,
  );
  return { events: events.length, bytes: bytes.length };
}
