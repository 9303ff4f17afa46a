import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import * as z from 'zod';
import { gapsIn } from '../../../shared/domain/casework/letters/blocks';
import { compareLetters } from '../../../shared/domain/casework/letters/compare';
import { letterBlockSchema, letterFields, letterKind, letterSchema } from '../../../shared/records/letter';
import type { Letter, LetterBlock } from '../../../shared/records/letter';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { letterText as words } from '../../strings/letters';
import { RecordForm } from '../record-book/record-form';
import type { FormValue } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';
import { BlocksField } from './blocks-field';
import { LetterShown } from './letter-shown';

const blocksOf = (value: FormValue): readonly LetterBlock[] =>
  z.array(letterBlockSchema).catch([]).parse(value.blocks);

/** The form of a letter: what it says can be changed part by part before it is saved. */
export function LetterForm({
  caseId,
  shown,
  start,
  onClose,
}: {
  readonly caseId: string;
  readonly shown: Shown<Letter> | null;
  /** What a new one was filled with. */
  readonly start: FormValue;
  readonly onClose: () => void;
}) {
  const title = typeof start.title === 'string' ? start.title : '';
  return (
    <RecordForm
      caseId={caseId}
      kind={letterKind}
      fields={letterFields}
      shown={shown}
      start={start}
      title={words.formTitle(shown?.body.title ?? title)}
      submit={words.save}
      groups={[{ fields: ['title', 'reader', 'to', 'on'] }, { heading: words.text, fields: ['blocks'] }]}
      own={{
        blocks: (value, set) => (
          <div className="stack">
            <NotFilled blocks={blocksOf(value)} />
            <FillAgain caseId={caseId} value={value} set={set} />
            <BlocksField
              blocks={blocksOf(value)}
              onChange={(blocks) => {
                set({ blocks });
              }}
            />
          </div>
        ),
      }}
      onClose={onClose}
    />
  );
}

/** What the case did not fill, as it stands in the text now. */
export function NotFilled({ blocks }: { readonly blocks: readonly LetterBlock[] }) {
  const gaps = gapsIn(blocks);
  if (gaps.length === 0) return null;
  return (
    <Notice tone="amber" title={words.missingTitle}>
      <ul>
        {gaps.map((each) => (
          <li key={each} dir="auto">
            {each}
          </li>
        ))}
      </ul>
      <p>{words.missingHint}</p>
    </Notice>
  );
}

/** Fills a letter again from the case: shows what that changes, and asks. */
function FillAgain({
  caseId,
  value,
  set,
}: {
  readonly caseId: string;
  readonly value: FormValue;
  readonly set: (change: FormValue) => void;
}) {
  const act = useAct();
  const [again, setAgain] = useState<{
    readonly blocks: readonly LetterBlock[];
    readonly refused: string | null;
  } | null>(null);
  const asked = letterSchema.pick({
    sort: true,
    reader: true,
    reportId: true,
    eventId: true,
    templateId: true,
  });
  const read = asked.safeParse(value);
  return (
    <>
      <div className="row">
        <Button
          icon={<RefreshCw aria-hidden />}
          isPending={act.busy}
          onPress={() => {
            if (!read.success) return;
            act.run(async () => {
              setAgain(await call(holdfast.letters.fill({ caseId, ...read.data })));
            });
          }}
        >
          {words.again}
        </Button>
      </div>
      <Failure code={act.error} />
      {again === null ? null : (
        <Changes
          now={blocksOf(value)}
          again={again.blocks}
          refused={again.refused}
          onTake={() => {
            set({ blocks: again.blocks });
            setAgain(null);
          }}
          onKeep={() => {
            setAgain(null);
          }}
        />
      )}
    </>
  );
}

function Changes({
  now,
  again,
  refused,
  onTake,
  onKeep,
}: {
  readonly now: readonly LetterBlock[];
  readonly again: readonly LetterBlock[];
  readonly refused: string | null;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}) {
  const { comes, goes } = compareLetters(now, again);
  const keep = <Button onPress={onKeep}>{words.keep}</Button>;
  if (refused !== null)
    return (
      <Notice tone="amber" title={words.notMade} actions={keep}>
        {refused}
      </Notice>
    );
  if (comes.length === 0 && goes.length === 0)
    return (
      <Notice title={words.againTitle} actions={keep}>
        {words.againSame}
      </Notice>
    );
  return (
    <Notice
      title={words.againTitle}
      actions={
        <>
          <Button onPress={onTake}>{words.takeOver}</Button>
          {keep}
        </>
      }
    >
      <Side title={words.comes} blocks={comes} />
      <Side title={words.goes} blocks={goes} />
      <p>{words.againHint}</p>
    </Notice>
  );
}

function Side({ title, blocks }: { readonly title: string; readonly blocks: readonly LetterBlock[] }) {
  if (blocks.length === 0) return null;
  return (
    <>
      <strong>
        {title} ({blocks.length})
      </strong>
      <LetterShown blocks={blocks.map((each) => ({ ...each, as: 'item' }))} />
    </>
  );
}
