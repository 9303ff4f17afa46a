import { dutyTime, whatFirst } from '../../../shared/domain/casework/caseload/first';
import type { DutyGroup } from '../../../shared/domain/casework/caseload/first';
import type { Duty } from '../../../shared/models/duty';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip } from '../../components/parts';
import { caseloadText as words, dueText, dutyTimeText } from '../../strings/caseload';
import { DutyLine, keyOf } from '../duties/duty-line';
import { CaseName } from './case-name';

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

/** One line of what is due, by its day and its case. */
function Line({
  duty,
  alias,
  today,
}: {
  readonly duty: Duty;
  readonly alias: string;
  readonly today: string;
}) {
  const { caseReference, text, tag, tone, due, source, isCertain } = duty;
  return (
    <DutyLine
      duty={duty}
      lead={dueText(due, today)}
      isLate={dutyTime(due, today) === 'overdue'}
      head={<CaseName reference={caseReference} alias={alias} />}
      tail={
        <>
          {' '}
          <Chip tone={tone}>{tag}</Chip>
        </>
      }
      why={
        <div className="quiet small">
          {words.source(source)} {isCertain ? '' : words.notCertain}
        </div>
      }
      mostLinks={mostLinks}
      open={{ words: words.open, label: words.openDuty(caseReference, text) }}
    />
  );
}
