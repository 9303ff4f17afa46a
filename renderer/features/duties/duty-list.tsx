import type { ReactNode } from 'react';
import { ruleTitle } from '../../../shared/domain/casework/duties/rules';
import type { Duty } from '../../../shared/models/duty';
import { dateWords } from '../../../shared/records/words/date-words';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip } from '../../components/parts';
import { Sentence } from '../../components/sentence';
import { duties as words } from '../../strings/duties';
import { DutyLine, keyOf } from './duty-line';
import './duties.css';

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
        draw={(duty) => {
          const action = duty.record?.startsWith('new-') === true ? words.record : words.open;
          return (
            <DutyLine
              key={keyOf(duty)}
              duty={duty}
              lead={<Chip tone={duty.tone}>{duty.tag}</Chip>}
              why={<Why duty={duty} isShort={isShort} />}
              mostLinks={isShort ? 0 : mostLinks}
              open={{ words: action, label: words.of(action, duty.text) }}
              tools={tools?.(duty)}
            />
          );
        }}
      />
    </ul>
  );
}

/** Its rule, with source and date, and the reason for which it was put off. */
function Why({
  duty: { rule, source, isCertain, putOff },
  isShort,
}: {
  readonly duty: Duty;
  readonly isShort: boolean;
}) {
  const said = [
    words.rule(ruleTitle(rule), source.text, dateWords(source.asAt)),
    ...(source.confirmed ? [] : [words.notConfirmed]),
    ...(isCertain ? [] : [words.notCertain]),
  ];
  return (
    <>
      {isShort ? null : <p className="quiet small">{said.join(' ')}</p>}
      {putOff === null ? null : (
        <p className="quiet small">
          <Sentence>
            {words.offLine(putOff.reason, putOff.until === null ? null : dateWords(putOff.until))}
          </Sentence>
        </p>
      )}
    </>
  );
}
