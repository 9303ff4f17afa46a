import { useState } from 'react';
import type { LetterOffers } from '../../../shared/contract/letters-methods';
import { labelOf } from '../../../shared/records/by-fields';
import { letterReaders, letterSorts } from '../../../shared/records/letter';
import type { LetterReader, LetterSort } from '../../../shared/records/letter';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { SelectField } from '../../components/fields';
import { Chip, Notice, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { letterText as words } from '../../strings/letters';
import type { FormValue } from '../record-book/record-form';

interface Props {
  readonly caseId: string;
  /** What the chosen one was filled with. */
  readonly onFilled: (start: FormValue) => void;
  readonly onClose: () => void;
}

/** What can be written in a case, what each is for, and what it lacks. */
export function NewLetter(props: Props) {
  const { caseId, onClose } = props;
  const { data, error, reload } = useQuery(
    `letter-offers-${caseId}`,
    () => call(holdfast.letters.offers({ caseId })),
    ['records', 'chronology'],
  );
  return (
    <Dialog title={words.newTitle} isOpen isWide onClose={onClose}>
      <div className="stack">
        <p className="quiet">{words.newHint}</p>
        <Failure code={error} onRetry={reload} />
        {data === null && error === null ? <Skeleton height={320} /> : null}
        {data === null ? null : <Choices {...props} offers={data} />}
      </div>
      <div className="actions">
        <Button onPress={onClose}>{words.cancel}</Button>
      </div>
    </Dialog>
  );
}

function Choices({ offers, ...props }: Props & { readonly offers: LetterOffers }) {
  return (
    <div className="letter-choices">
      {offers.offers.map(({ sort, readers, refused, missing }) => (
        <Choice
          key={sort}
          {...props}
          offers={offers}
          sort={sort}
          title={labelOf(letterSorts, sort)}
          what={words.purpose(sort)}
          readers={readers}
          lacks={{ refused, missing }}
        />
      ))}
      {offers.templates.map(({ id, title, what, reader, refused, missing }) => (
        <Choice
          key={id}
          {...props}
          offers={offers}
          sort="own"
          templateId={id}
          title={title}
          what={what}
          readers={[reader, ...letterReaders.map((each) => each.id).filter((each) => each !== reader)]}
          lacks={{ refused, missing }}
        />
      ))}
    </div>
  );
}

interface ChoiceProps extends Props {
  readonly offers: LetterOffers;
  readonly sort: LetterSort;
  readonly templateId?: string;
  readonly title: string;
  readonly what: string;
  readonly readers: readonly LetterReader[];
  readonly lacks: { readonly refused: string | null; readonly missing: readonly string[] };
}

function useFilling({ caseId, sort, templateId = '', readers, offers, onFilled }: ChoiceProps) {
  const act = useAct();
  const [reader, setReader] = useState<LetterReader>(readers[0] ?? 'agency');
  const [about, setAbout] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const of = sort === 're-record' ? offers.reports : sort === 'vrr' ? offers.decisions : [];
  const subject = about ?? of[0]?.id ?? null;
  const asked = {
    ...{ sort, reader, templateId },
    reportId: sort === 're-record' ? subject : null,
    eventId: sort === 'vrr' ? subject : null,
  };
  const fill = (): void => {
    act.run(async () => {
      const { title, to, blocks, refused: why } = await call(holdfast.letters.fill({ caseId, ...asked }));
      setRefused(why);
      if (why === null) onFilled({ ...asked, title, to, blocks, on: today() });
    });
  };
  return { act, reader, setReader, subject, setAbout, of, refused, fill };
}

function Choice(props: ChoiceProps) {
  const { sort, title, what, readers, lacks } = props;
  const { act, reader, setReader, subject, setAbout, of, refused, fill } = useFilling(props);
  return (
    <section className="card pad stack">
      <h3 dir="auto">{title}</h3>
      <p className="quiet small" dir="auto">
        {what}
      </p>
      <Lacks {...lacks} />
      <SelectField
        label={words.forWhom}
        options={letterReaders.filter(({ id }) => readers.includes(id))}
        value={reader}
        onChange={setReader}
      />
      {of.length === 0 ? null : (
        <SelectField
          label={sort === 'vrr' ? words.aboutDecision : words.aboutReport}
          options={of.map((each) => ({ id: each.id, label: each.title }))}
          value={subject}
          onChange={setAbout}
        />
      )}
      <Failure code={act.error} />
      {refused === null ? null : (
        <Notice tone="amber" title={words.notMade}>
          {refused}
        </Notice>
      )}
      <div className="row">
        <Button label={words.makeOf(title)} isPending={act.busy} onPress={fill}>
          {words.make}
        </Button>
      </div>
    </section>
  );
}

function Lacks({ refused, missing }: ChoiceProps['lacks']) {
  if (refused !== null)
    return (
      <p className="small" dir="auto">
        <Chip tone="amber">{words.refusedTag}</Chip> {refused}
      </p>
    );
  return <p className="small">{missing.length === 0 ? words.ready : words.lacks(missing)}</p>;
}
