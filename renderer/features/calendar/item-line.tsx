import type { CalendarItem } from '../../../shared/models/caseload';
import { TextLink } from '../../components/button';
import { Chip } from '../../components/parts';
import type { Tone } from '../../kit/tone';
import { useNavigation } from '../../kit/navigation';
import { routeToRoom } from '../../kit/room-route';
import { calendarSortText, calendarText as words } from '../../strings/calendar';

/** Plum for what protects the client, amber for what is due, and words for all of it. */
const tones: Readonly<Partial<Record<CalendarItem['sort'], Tone>>> = {
  bail_return: 'plum',
  order_ends: 'plum',
  term_ends: 'plum',
  release: 'plum',
  duty: 'amber',
  recording_deleted: 'amber',
  hearing: 'accent',
  appointment: 'accent',
};

/** One thing on a day, which opens its record. */
export function ItemLine({ item }: { readonly item: CalendarItem }) {
  const { go } = useNavigation();
  const { sort, time, about, caseReference, caseAlias, text } = item;
  return (
    <li className="calendar-item">
      <span className="calendar-time num">{time ?? ''}</span>
      <span className="wrap-anywhere">
        <Chip tone={tones[sort] ?? 'neutral'}>{calendarSortText[sort]}</Chip>{' '}
        <strong dir="auto">{caseReference}</strong> <bdi>“{caseAlias}”</bdi>{' '}
        <TextLink
          onPress={() => {
            go(routeToRoom(item));
          }}
        >
          <bdi>{text}</bdi>
        </TextLink>
        {about === null ? null : <span className="quiet small"> {words.about(about)}</span>}
      </span>
    </li>
  );
}
