import { useEffect, useRef } from 'react';
import { Button, Group } from 'react-aria-components';
import type { SpokenQuestion } from '../../../shared/domain/dates/spoken/reading';
import { questionText } from '../../strings/spoken';

/** What has to be asked about a date, with one button for each thing it may mean. */
export function SpokenQuestionBar({
  question,
  options,
  focusTurn,
  onAnswer,
}: {
  readonly question: SpokenQuestion;
  readonly options: readonly string[];
  /** Each new number puts the focus on the first answer. */
  readonly focusTurn: number;
  readonly onAnswer: (index: number) => void;
}) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusTurn > 0) group.current?.querySelector('button')?.focus();
  }, [focusTurn, question]);
  return (
    <Group className="spoken-question" aria-label={questionText(question)} ref={group}>
      <strong>{questionText(question)}</strong>
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
