import { PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { newestFirst } from '../../../shared/domain/casework/contacts/log';
import type { Logged } from '../../../shared/domain/casework/contacts/log';
import type { FieldOf } from '../../../shared/records/by-fields';
import { Button } from '../../components/button';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip, EmptyState } from '../../components/parts';
import { contactsText as words } from '../../strings/contacts';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';

/** A list that only grows, the newest first: what was written stands, and beside it what corrects it. */
export function LogPart<T extends Logged['body']>({
  caseId,
  all,
  fields,
  empty,
  onCorrect,
}: {
  readonly caseId: string;
  readonly all: readonly Shown<T>[];
  readonly fields: readonly FieldOf<T>[];
  readonly empty: { readonly title: string; readonly text: string; readonly icon: ReactNode };
  readonly onCorrect: (shown: Shown<T>) => void;
}) {
  if (all.length === 0)
    return (
      <EmptyState icon={empty.icon} title={empty.title}>
        {empty.text}
      </EmptyState>
    );
  return (
    <ul className="log">
      <FirstOfMany
        items={newestFirst(all)}
        draw={({ shown, correctedBy }) => (
          <li key={shown.id} className="card pad">
            <div className="row">
              <h2 className="grow" dir="auto">
                {shown.title}
              </h2>
              {correctedBy.length === 0 ? null : <Chip tone="amber">{words.corrected}</Chip>}
              {shown.body.corrects === null ? null : <Chip>{words.correction}</Chip>}
            </div>
            <p className="quiet small" dir="auto">
              {shown.author}
            </p>
            <Said shown={shown} fields={fields} />
            <div className="row">
              <Button
                icon={<PenLine aria-hidden />}
                label={words.correctOf(shown.title)}
                onPress={() => {
                  onCorrect(shown);
                }}
              >
                {words.correct}
              </Button>
              <RecordTools caseId={caseId} shown={shown} title={shown.title} isLocked />
            </div>
          </li>
        )}
      />
    </ul>
  );
}
