import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Group } from 'react-aria-components';
import type { SpokenQuestion } from '../../../shared/domain/dates/spoken/reading';
import { notUnderstood, questionText } from '../../strings/spoken';

/** What has to be asked about a date, with one button for each thing it may mean. */
export function SpokenQuestionBar({
  question,
  options,
  unread = [],
  focusTurn,
  onAnswer,
  onTyped,
}: {
  readonly question: SpokenQuestion;
  readonly options: readonly string[];
  /** Words of the date that were not understood. */
  readonly unread?: readonly string[];
  /** Each new number puts the focus on the first answer; another question does not. */
  readonly focusTurn: number;
  readonly onAnswer: (index: number) => void;
  /** Somebody types on while an answer has the focus: the field is to have the letter. */
  readonly onTyped: () => void;
}) {
  const group = useRef<HTMLDivElement>(null);
  const seen = useRef(focusTurn);
  useEffect(() => {
    // A question that appears, or another in its place, takes no focus by itself.
    if (focusTurn !== seen.current) group.current?.querySelector('button')?.focus();
    seen.current = focusTurn;
  }, [focusTurn]);
  const press = (event: KeyboardEvent): void => {
    const isLetter = event.key.length === 1 && event.key !== ' ';
    if (!isLetter || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    onTyped();
  };
  return (
    <Group
      className="spoken-question"
      aria-label={questionText(question)}
      ref={group}
      onKeyDownCapture={press}
    >
      <strong>{questionText(question)}</strong>
      {unread.length === 0 ? null : <span>{notUnderstood(unread)}</span>}
      {options.map((option, index) => (
        <Button
          key={option}
          className="btn secondary small"
          onPress={() => {
            onAnswer(index);
          }}
        >
          {option}
        </Button>
      ))}
    </Group>
  );
}
