import { dutyTime, whatFirst } from '../../../shared/domain/casework/caseload/first';
import type { DutyGroup } from '../../../shared/domain/casework/caseload/first';
import type { Duty } from '../../../shared/models/duty';
import { Button } from '../../components/button';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip } from '../../components/parts';
import { useNavigation } from '../../kit/navigation';
import { routeToRoom } from '../../kit/room-route';
import { caseloadText as words, dueText, dutyTimeText } from '../../strings/caseload';
import { keyOf } from '../duties/duty-list';
import { StandsOn } from '../duties/stands-on';

/** So many records are named of one line; where it is answered, all of them are. */
const mostLinks = 3;

/** Lines of a group before somebody asks for the others. */
const atFirst = 6;

/** What is to be done first over the whole caseload, by when. */
export function FirstList({
  duties,
  aliases,
  today,
}: {
  readonly duties: readonly Duty[];
  /** What each case is called, by its id. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly today: string;
}) {
  const groups = whatFirst(duties, today);
  if (groups.length === 0) return <p className="quiet first-none">{words.firstNone}</p>;
  return groups.map((group) => <Group key={group.time} group={group} aliases={aliases} today={today} />);
}

function Group({
  group: { time, duties },
  aliases,
  today,
}: {
  readonly group: DutyGroup;
  readonly aliases: ReadonlyMap<string, string>;
  readonly today: string;
}) {
  return (
    <>
      <h3 className="first-time">
        {dutyTimeText[time]} <span className="quiet num">{duties.length}</span>
      </h3>
      <ul className="first-lines">
        <FirstOfMany
          items={duties}
          first={atFirst}
          draw={(duty) => (
            <Line key={keyOf(duty)} duty={duty} alias={aliases.get(duty.caseId) ?? ''} today={today} />
          )}
        />
      </ul>
    </>
  );
}

/** One line of what is due, with why it is there and the way to where it is answered. */
function Line({
  duty,
  alias,
  today,
}: {
  readonly duty: Duty;
  readonly alias: string;
  readonly today: string;
}) {
  const { go } = useNavigation();
  const { caseReference, text, tag, tone, due, source, isCertain } = duty;
  const isLate = dutyTime(due, today) === 'overdue';
  return (
    <li className="first-line">
      <div className={isLate ? 'first-when late' : 'first-when'}>{dueText(due, today)}</div>
      <div className="first-what">
        <div className="wrap-anywhere">
          <strong dir="auto">{caseReference}</strong> <bdi>“{alias}”</bdi> <span dir="auto">{text}</span>{' '}
          <Chip tone={tone}>{tag}</Chip>
        </div>
        <div className="quiet small wrap-anywhere" dir="auto">
          {words.source(source)} {isCertain ? '' : words.notCertain}
        </div>
        <StandsOn duty={duty} most={mostLinks} />
      </div>
      <Button
        label={words.openDuty(caseReference, text)}
        onPress={() => {
          go(routeToRoom(duty));
        }}
      >
        {words.open}
      </Button>
    </li>
  );
}
