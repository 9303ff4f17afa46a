import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { OpeningAnswers } from '../../../shared/models/opening';
import { Button } from '../button';
import { useFocusOnArrival } from '../../kit/arrival';
import { clockWords, jumpText, placeWords } from '../../strings/opening';
import type { OpeningQuestion as Question } from '../../strings/opening';

interface Asked {
  readonly isBusy: boolean;
  /** Goes on with an answer; without one the clock is looked at again. */
  readonly onAnswer: (more: Partial<OpeningAnswers>) => void;
  readonly onBack: () => void;
}

/** What must be answered before the vault is opened, in place of the form. Nothing is chosen beforehand. */
export function OpeningQuestion({ question, ...asked }: Asked & { readonly question: Question }) {
  return question.is === 'place' ? <PlaceQuestion {...asked} /> : <ClockQuestion {...question} {...asked} />;
}

function ClockQuestion({
  from,
  to,
  isBusy,
  onAnswer,
  onBack,
}: Asked & { readonly from: number; readonly to: number }) {
  return (
    <Asking title={clockWords.title} why={clockWords.why}>
      <dl className="clocks">
        <dt>{clockWords.from}</dt>
        <dd>{clockWords.moment(from)}</dd>
        <dt>{clockWords.to}</dt>
        <dd>
          <strong>{clockWords.moment(to)}</strong>
          <span className="quiet"> ({jumpText(from, to)})</span>
        </dd>
      </dl>
      <p className="quiet">{clockWords.how}</p>
      <div className="row">
        <Button
          isPending={isBusy}
          onPress={() => {
            onAnswer({ clock: new Date(to).toISOString() });
          }}
        >
          {clockWords.right}
        </Button>
        <Button
          isPending={isBusy}
          onPress={() => {
            onAnswer({});
          }}
        >
          {clockWords.again}
        </Button>
        <Button variant="quiet" isPending={isBusy} onPress={onBack}>
          Back
        </Button>
      </div>
    </Asking>
  );
}

function PlaceQuestion({ isBusy, onAnswer, onBack }: Asked) {
  return (
    <Asking title={placeWords.title} why={placeWords.why}>
      {(['moved', 'copy'] as const).map((place) => (
        <div key={place} className="stack">
          <Button
            isPending={isBusy}
            onPress={() => {
              onAnswer({ place });
            }}
          >
            {placeWords[place]}
          </Button>
          <p className="quiet small">{placeWords[`${place}Hint`]}</p>
        </div>
      ))}
      <div className="row">
        <Button variant="quiet" isPending={isBusy} onPress={onBack}>
          Back
        </Button>
      </div>
    </Asking>
  );
}

function Asking({
  title,
  why,
  children,
}: {
  readonly title: string;
  readonly why: string;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnArrival(heading);
  return (
    <section className="asking">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="quiet">{why}</p>
      </div>
      {children}
    </section>
  );
}
