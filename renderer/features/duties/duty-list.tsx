import { useId } from 'react';
import type { ReactNode } from 'react';
import { ruleTitle } from '../../../shared/domain/casework/duties/rules';
import type { Duty } from '../../../shared/models/duty';
import { dateWords } from '../../../shared/records/words/date-words';
import { Button } from '../../components/button';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip } from '../../components/parts';
import { useNavigation } from '../../kit/navigation';
import { routeToRoom } from '../../kit/room-route';
import { duties as words } from '../../strings/duties';
import { StandsOn } from './stands-on';
import './duties.css';

/** What names a line: its case, its rule, and what it is about. */
export const keyOf = ({ caseId, rule, subject }: Duty): string => `${caseId} ${rule} ${subject}`;

/** Links shown of one line; the record itself leads to the rest. */
const mostLinks = 6;

/**
 * Lines of what is missing or due: each says why it is here and on what it stands, and leads to where it is answered. `isShort`
 * leaves out rule and links.
 */
export function DutyList({
  duties,
  isShort = false,
  tools,
}: {
  readonly duties: readonly Duty[];
  readonly isShort?: boolean;
  /** What else can be done with a line. */
  readonly tools?: (duty: Duty) => ReactNode;
}) {
  return (
    <ul className="duty-list">
      <FirstOfMany
        items={duties}
        draw={(duty) => (
          <DutyLine key={keyOf(duty)} duty={duty} isShort={isShort} tools={tools?.(duty) ?? null} />
        )}
      />
    </ul>
  );
}

function DutyLine({
  duty,
  isShort,
  tools,
}: {
  readonly duty: Duty;
  readonly isShort: boolean;
  readonly tools: ReactNode;
}) {
  const { go } = useNavigation();
  const text = useId();
  const action = duty.record?.startsWith('new-') === true ? words.record : words.open;
  return (
    <li className="duty" aria-labelledby={text}>
      <span className="duty-tag">
        <Chip tone={duty.tone}>{duty.tag}</Chip>
      </span>
      <div className="duty-said">
        <p id={text} dir="auto">
          {duty.text}
        </p>
        {isShort ? null : <Why duty={duty} />}
        {duty.putOff === null ? null : (
          <p className="quiet small" dir="auto">
            {words.offLine(
              duty.putOff.reason,
              duty.putOff.until === null ? null : dateWords(duty.putOff.until),
            )}
          </p>
        )}
      </div>
      <div className="duty-tools">
        <Button
          label={words.of(action, duty.text)}
          onPress={() => {
            go(routeToRoom(duty));
          }}
        >
          {action}
        </Button>
        {tools}
      </div>
    </li>
  );
}

/** Its rule, with source and date, and the records it stands on. */
function Why({ duty }: { readonly duty: Duty }) {
  const { rule, source, isCertain } = duty;
  const said = [
    words.rule(ruleTitle(rule), source.text, dateWords(source.asAt)),
    ...(source.confirmed ? [] : [words.notConfirmed]),
    ...(isCertain ? [] : [words.notCertain]),
  ];
  return (
    <>
      <p className="quiet small">{said.join(' ')}</p>
      <StandsOn duty={duty} most={mostLinks} />
    </>
  );
}
