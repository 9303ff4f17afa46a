import { useState } from 'react';
import type { RecordQuestion } from '../../../shared/models/record';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice, Skeleton } from '../../components/parts';
import { RadioCards } from '../../components/radio-cards';
import { sideName } from '../../strings/records';
import { FieldChoice } from './field-choice';
import { chosenSides, keepOptions, openFields } from './join-choices';

/** One record with two versions: what each says, field by field, and what it will say. */
export function JoinPanel({ id, onJoined }: { readonly id: string; readonly onJoined: () => void }) {
  const { data, error, reload } = useQuery(`question-${id}`, () => call(holdfast.records.question({ id })));
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={320} />;
  return <JoinForm key={data.heads.join(' ')} question={data} onJoined={onJoined} onStale={reload} />;
}

function JoinForm({
  question,
  onJoined,
  onStale,
}: {
  readonly question: RecordQuestion;
  readonly onJoined: () => void;
  readonly onStale: () => void;
}) {
  const { id, title, heads, fields, hasRemoval } = question;
  // A removal against a change is a question of its own, and nobody's answer to it is guessed.
  const [keep, setKeep] = useState<'keep' | 'remove' | null>(hasRemoval ? null : 'keep');
  const [choices, setChoices] = useState<Readonly<Record<string, number>>>({});
  const [asked, setAsked] = useState(false);
  const act = useAct();
  const open = keep === 'keep' ? openFields(fields, choices) : [];
  const isReady = keep !== null && open.length === 0;
  const join = (): void => {
    setAsked(true);
    if (!isReady) return;
    act.run(
      () => call(holdfast.records.join({ id, heads, keep: keep === 'keep', choices: { ...choices } })),
      onJoined,
      (code) => {
        if (code === 'conflict') onStale();
      },
    );
  };
  return (
    <section className="card join-panel" aria-label={title}>
      <h2 dir="auto">{title}</h2>
      <Failure code={act.error} />
      {hasRemoval ? (
        <RadioCards
          label="One office removed it, another changed it"
          options={keepOptions}
          value={keep}
          onChange={setKeep}
        />
      ) : null}
      {question.changed.length === 0 ? null : <AsItWasChanged question={question} />}
      {keep === 'keep' && fields.length > 0 ? (
        <Sides
          question={question}
          choices={choices}
          onChoose={(field, side) => {
            setChoices((before) => ({ ...before, [field]: side }));
          }}
        />
      ) : null}
      <StillOpen isShown={asked && !isReady} keep={keep} open={open} />
      <div className="actions">
        <Button variant="primary" onPress={join}>
          {keep === 'remove' ? 'Remove it' : 'Join them'}
        </Button>
      </div>
    </section>
  );
}

function AsItWasChanged({ question }: { readonly question: RecordQuestion }) {
  return (
    <div className="will-read">
      <strong>As it was changed</strong>
      <Lines lines={question.changed} />
    </div>
  );
}

function ItWillRead({
  question,
  choices,
}: {
  readonly question: RecordQuestion;
  readonly choices: Readonly<Record<string, number>>;
}) {
  return (
    <div className="will-read">
      <strong>It will read</strong>
      <Lines lines={chosenSides(question.fields, choices)} />
    </div>
  );
}

function Lines({
  lines,
}: {
  readonly lines: readonly { readonly field: string; readonly label: string; readonly text: string | null }[];
}) {
  return (
    <dl>
      {lines.map(({ field, label, text }) => (
        <div key={field} className="pairline">
          <dt>{label}</dt>
          <dd dir="auto" className="wrap-anywhere pre-line">
            {text ?? <span className="quiet">not chosen yet</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each field that differs, with what either side says. */
function Sides({
  question,
  choices,
  onChoose,
}: {
  readonly question: RecordQuestion;
  readonly choices: Readonly<Record<string, number>>;
  readonly onChoose: (field: string, side: number) => void;
}) {
  const { sides, fields } = question;
  return (
    <div className="sides" style={{ ['--sides' as string]: sides.length }}>
      <div className="side-names" aria-hidden>
        <span />
        {sides.map((side, index) => (
          <strong key={side.id}>{sideName(side, index)}</strong>
        ))}
      </div>
      {fields.map((field) => (
        <FieldChoice
          key={field.field}
          field={field}
          sides={sides}
          value={choices[field.field] ?? null}
          onChange={(side) => {
            onChoose(field.field, side);
          }}
        />
      ))}
      <ItWillRead question={question} choices={choices} />
    </div>
  );
}

/** What nobody has chosen yet, once somebody has asked to join. */
function StillOpen({
  isShown,
  keep,
  open,
}: {
  readonly isShown: boolean;
  readonly keep: 'keep' | 'remove' | null;
  readonly open: readonly { readonly label: string }[];
}) {
  return (
    <>
      {' '}
      {isShown ? (
        <Notice tone="amber" title="Not all is chosen yet" isUrgent>
          {keep === null
            ? 'Say whether it stays.'
            : `Choose for: ${open.map(({ label }) => label).join(', ')}.`}
        </Notice>
      ) : null}
    </>
  );
}
