import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Input, Label, TextField, ToggleButton } from 'react-aria-components';
import { printDate } from '../../../shared/domain/dates/print';
import { actLabel } from '../../../shared/domain/law/act-words';
import { lineEntry, lineSource, readLine } from '../../../shared/domain/quick-add/read-line';
import type { Behaviour, Entry } from '../../../shared/models/chronology';
import { call, holdfast } from '../../kit/bridge';
import { useLaw } from '../../kit/case-law';
import { useDraft } from '../../kit/drafts';
import { TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { Chip } from '../../components/parts';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { useAnswerTurn } from './answer-turn';
import { LineAsRead } from './line-as-read';
import { SpokenQuestionBar } from './spoken-question';
import type { QuickDraft } from './quick-draft';

const nothing: QuickDraft = { text: '', answers: {}, without: [] };

/**
 * One line, one entry: when and what in the order somebody tells it. What was understood is shown beside it before Enter
 * saves it; where a date may mean two, Enter asks.
 */
export function QuickAdd({
  caseId,
  resumed,
  onSaved,
  onOpen,
}: {
  readonly caseId: string;
  readonly resumed: QuickDraft | null;
  readonly onSaved: (entry: Entry) => void;
  readonly onOpen: (id: string) => void;
}) {
  const [draft, setDraft] = useState<QuickDraft>(resumed ?? nothing);
  const [lastDay, setLastDay] = useState<string | null>(null);
  const answering = useAnswerTurn();
  const [hint, setHint] = useState<string | null>(null);
  const saving = useAct();
  const [saved, setSaved] = useState<Entry | null>(null);
  const undoing = useAct();
  const field = useRef<HTMLInputElement>(null);
  /** What was just saved and the field may still show. */
  const gone = useRef('');

  const { text, without, answers } = draft;
  const day = today();
  // The list below is drawn again for much that says nothing about the line.
  const line = useMemo(() => readLine(text, { today: day, lastDay }, answers), [text, day, lastDay, answers]);
  const acts = line.acts.filter((act) => !without.includes(act));
  const { value, ask } = line.date;
  const unsaved = text.trim() !== '';
  // Leaving the screen keeps it as a draft, so nobody has to be asked.
  useDraft({ form: 'quick-add', subject: null, caseId }, draft, unsaved);

  // Once the field is drawn without what was saved, nothing of that comes from it any more.
  useLayoutEffect(() => {
    gone.current = '';
  });

  function type(typed: string): void {
    const next = typed.startsWith(gone.current) ? typed.slice(gone.current.length) : typed;
    // Other words are another date: what was answered before does not hold for it.
    setDraft({ text: next.slice(0, 2000), answers: {}, without: [] });
    setHint(null);
    saving.setError(null);
    undoing.setError(null);
    if (saved !== null) setSaved(null);
  }

  function save(thenOpen: boolean): void {
    if (saving.busy) return;
    if (ask !== null) {
      answering.ask();
      return;
    }
    const entry = lineEntry(line, acts, lineSource(text, line, 'the client’s account'));
    if (entry === null) {
      if (text.trim() !== '')
        setHint(
          value === null
            ? 'Say when it was as well: “3 March 2025”, “about 9pm on Tuesday”, “early May 2024”, “last week”.'
            : 'Say what happened as well.',
        );
      return;
    }
    undoing.setError(null);
    saving.run(
      () => call(holdfast.chronology.create({ ...entry, caseId })),
      (made) => {
        // What was typed on while it was being saved is the beginning of the next line, and so is what comes before that is drawn.
        gone.current = text;
        setDraft((now) =>
          now.text.startsWith(text) ? { ...nothing, text: now.text.slice(text.length) } : now,
        );
        setLastDay(made.earliest.slice(0, 10));
        setSaved(made);
        onSaved(made);
        if (thenOpen) onOpen(made.id);
      },
    );
  }

  function press(event: KeyboardEvent): void {
    answering.keyDown(event);
    if (event.key === 'Enter') save(event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape' && text !== '') type('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const undo = (): void => {
    if (saved === null) return;
    undoing.run(
      () => call(holdfast.chronology.remove({ id: saved.id })),
      () => {
        setSaved(null);
        field.current?.focus();
      },
    );
  };

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (event.key !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"]') != null) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => {
      window.removeEventListener('keydown', focus);
    };
  }, []);

  return (
    <div className="quick-add-place">
      <div className="quick-add">
        <TextField className="quick-field" value={text} onChange={type}>
          <Label>Add</Label>
          <Input
            ref={field}
            className="quick-input"
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            placeholder="about 9pm on 3 March he waited by the staff entrance"
            onKeyDown={press}
            onKeyUp={answering.keyUp}
          />
        </TextField>
        {text.trim() === '' ? (
          <kbd aria-hidden>A</kbd>
        ) : (
          <div className="understood">
            <span role="status">
              {value === null ? null : <Chip tone="accent">{printDate(value.edtf, value.time)}</Chip>}
              {value === null && ask === null ? <Chip tone="amber">no date yet</Chip> : null}
            </span>
            {line.acts.map((act) => (
              <ActToggle
                key={act}
                act={act}
                isOn={!without.includes(act)}
                onChange={(on) => {
                  setDraft({
                    ...draft,
                    without: on ? without.filter((each) => each !== act) : [...without, act],
                  });
                }}
              />
            ))}
            <kbd aria-hidden>Enter</kbd>
          </div>
        )}
      </div>
      <LineAsRead text={text} lifted={line.lifted} unread={line.date.unread} />
      {ask === null ? null : (
        <SpokenQuestionBar
          {...ask}
          unread={line.date.unread.map(({ start, end }) => text.slice(start, end))}
          focusTurn={answering.turn}
          onTyped={() => {
            field.current?.focus();
          }}
          onAnswer={(index) => {
            setDraft({ ...draft, answers: { ...draft.answers, [ask.question]: index } });
            field.current?.focus();
          }}
        />
      )}
      {hint === null ? null : (
        <p className="problem" role="alert">
          {hint}
        </p>
      )}
      <Failure code={saving.error ?? undoing.error} />
      {saved === null ? null : (
        <p className="quick-saved" role="status">
          <span className="grow wrap-anywhere" dir="auto">
            Saved: {saved.printedDate}. {saved.title}
          </span>
          <TextLink
            onPress={() => {
              onOpen(saved.id);
            }}
          >
            Add details
          </TextLink>
          <TextLink onPress={undo}>Undo</TextLink>
        </p>
      )}
    </div>
  );
}

/** An act the words speak of: a proposal that is taken back with one press. */
function ActToggle({
  act,
  isOn,
  onChange,
}: {
  readonly act: Behaviour;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const law = useLaw();
  return (
    <ToggleButton className="chip act-toggle" isSelected={isOn} onChange={onChange}>
      {actLabel(law, act)}
    </ToggleButton>
  );
}
