import { reviewDates } from '../../../shared/domain/casework/response/review-dates';
import type { ReviewDay } from '../../../shared/domain/casework/response/review-dates';
import { lawOf } from '../../../shared/domain/law/law-of';
import { labelOf } from '../../../shared/records/by-fields';
import { caseEventKind, eventSorts, reviewAnswers } from '../../../shared/records/case-event';
import type { CaseEvent } from '../../../shared/records/case-event';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip } from '../../components/parts';
import { provisional, responseText, reviewText as words } from '../../strings/response';
import { recordBook } from '../../strings/record-book';
import { Lines, Part } from './parts';
import type { Open } from './parts';
import type { Response } from './use-response';

/** Decisions that a review can be asked of, with both days, and what came of it. */
export function ReviewsPart({ response, open }: { readonly response: Response; readonly open: Open }) {
  const { jurisdiction } = response.facts;
  const law = lawOf(jurisdiction);
  const decisions = response.events.flatMap(({ id, body }) => {
    const dates = reviewDates(body, jurisdiction);
    return dates === null ? [] : [{ id, body, dates }];
  });
  return (
    <Part title={words.title} count={decisions.length} empty={words.empty}>
      <ul className="response-list">
        <FirstOfMany
          items={decisions}
          draw={({ id, body, dates }) => {
            const title = `${labelOf(eventSorts, body.what)}, ${responseText.on(body.on)}`;
            return (
              <li key={id} className="stack response-record">
                <div className="row">
                  <h3 className="grow">{title}</h3>
                  <Chip>{provisional}</Chip>
                  <Button
                    label={recordBook.changeOf(title)}
                    onPress={() => {
                      open({ kind: caseEventKind.kind, id });
                    }}
                  >
                    {recordBook.change}
                  </Button>
                </div>
                <Lines
                  lines={[
                    words.by(dates.of, law.prosecutor),
                    words.from(dates.from, dates.isFromLetter),
                    dates.askBy === null ? null : limitLine(words.askBy(dates.askBy.day), dates.askBy),
                    dates.last === null ? words.noLimit : limitLine(words.last(dates.last.day), dates.last),
                    ...reviewLines(body),
                  ]}
                />
              </li>
            );
          }}
        />
      </ul>
      <Disclose title={words.bodies}>
        <Lines
          lines={law.reviewBodies.map(
            ({ name, text, source, doubt }) =>
              `${name}. ${text} ${responseText.sourceOf(source, law.asAt)}${doubt === null ? '' : ` ${words.doubt(doubt)}`}`,
          )}
        />
      </Disclose>
    </Part>
  );
}

/** A day with the rule that it comes of. */
function limitLine(day: string, { limit }: ReviewDay): string {
  const { text, source, asAt, confirmed } = limit;
  return `${day}. ${text} ${responseText.sourceOf(source, asAt)}${confirmed ? '' : ` ${responseText.notConfirmed}`}`;
}

function reviewLines({
  reviewAskedOn,
  reviewAnswer,
  reviewAnsweredOn,
}: CaseEvent): readonly (string | null)[] {
  if (reviewAskedOn === null && reviewAnswer === null) return [words.notAsked];
  return [
    reviewAskedOn === null ? words.notAsked : words.asked(reviewAskedOn),
    reviewAnswer === null
      ? words.notAnswered
      : words.answered(labelOf(reviewAnswers, reviewAnswer), reviewAnsweredOn),
  ];
}
