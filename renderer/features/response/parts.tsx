import { Plus } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { responseNote } from '../../../shared/domain/casework/response/notes';
import type { ResponseNoteId } from '../../../shared/domain/casework/response/notes';
import type { Jurisdiction } from '../../../shared/models/jurisdiction';
import type { ResponseEntry } from '../../../shared/models/response';
import { Button, TextLink } from '../../components/button';
import { Sentence } from '../../components/sentence';
import { useNavigation } from '../../kit/navigation';
import { mostNamed } from '../../strings/counts';
import { responseText as words } from '../../strings/response';

/** A form that is to be opened: a record by its kind and id, or a new one with what it begins with. */
export interface Opened {
  readonly kind: string;
  readonly id: string | null;
  readonly start?: Readonly<Record<string, unknown>>;
}
export type Open = (opened: Opened) => void;

/** A part of the room, under a heading, with what it is added to by. */
export function Part({
  title,
  count,
  add,
  empty,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly add?: { readonly label: string; readonly onPress: () => void };
  /** What is said where nothing is recorded. */
  readonly empty: string;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className="card pad stack response-part" aria-labelledby={heading}>
      <div className="row">
        <h2 className="grow" id={heading} tabIndex={-1}>
          {title}
        </h2>
        <span className="quiet small num">{count === 0 ? '' : count}</span>
        {add === undefined ? null : (
          <Button icon={<Plus aria-hidden />} onPress={add.onPress}>
            {add.label}
          </Button>
        )}
      </div>
      {count === 0 ? <p className="quiet">{empty}</p> : null}
      {children}
    </section>
  );
}

/** A rule with its source and the day it was looked at; nothing where the law of the case has none. */
export function Why({
  id,
  jurisdiction,
}: {
  readonly id: ResponseNoteId;
  readonly jurisdiction: Jurisdiction | null;
}) {
  const note = responseNote(id, jurisdiction);
  if (note === null) return null;
  return (
    <p className="quiet small">
      {note.text} {words.sourceOf(note.source, note.asAt)}
      {note.confirmed ? '' : ` ${words.notConfirmed}`}
    </p>
  );
}

/** Entries as links into the chronology: the first of them, and how many more there are. */
export function EntryLinks({
  caseId,
  label,
  entries,
}: {
  readonly caseId: string;
  readonly label: string;
  readonly entries: readonly Pick<ResponseEntry, 'id' | 'printedDate' | 'title'>[];
}) {
  const { go } = useNavigation();
  if (entries.length === 0) return null;
  const more = entries.length - mostNamed;
  return (
    <div className="small response-links">
      <span className="quiet">{label}</span>
      <ul>
        {entries.slice(0, mostNamed).map(({ id, printedDate, title }) => (
          <li key={id}>
            <TextLink
              onPress={() => {
                go({ name: 'chronology', caseId, entryId: id });
              }}
            >
              {printedDate}, <span dir="auto">{title}</span>
            </TextLink>
          </li>
        ))}
        {more > 0 ? <li className="quiet">{words.moreEntries(more)}</li> : null}
      </ul>
    </div>
  );
}

/** Lines of what a record says beside its heading. */
export function Lines({ lines }: { readonly lines: readonly (string | null)[] }) {
  const said = lines.filter((line): line is string => line !== null && line !== '');
  return (
    <ul className="response-lines">
      {said.map((line) => (
        <li key={line}>
          <Sentence>{line}</Sentence>
        </li>
      ))}
    </ul>
  );
}
