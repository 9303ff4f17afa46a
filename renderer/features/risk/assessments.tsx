import { sayField } from '../../../shared/records/by-fields';
import { assessmentFields } from '../../../shared/records/assessment';
import type { Assessment } from '../../../shared/records/assessment';
import { Sentence } from '../../components/sentence';
import { riskText as words } from '../../strings/risk';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';

/** The last two assessments side by side, where they differ. Nothing is counted up. */
export function Comparison({
  now,
  before,
}: {
  readonly now: Shown<Assessment>;
  readonly before: Shown<Assessment>;
}) {
  const say = (each: Shown<Assessment>, field: (typeof assessmentFields)[number]): string =>
    sayField(field, each.body, (id) => each.names[id] ?? '');
  const rows = assessmentFields
    .map((field) => ({ field, was: say(before, field), is: say(now, field) }))
    .filter(({ was, is }) => was !== is);
  return (
    <section className="card pad stack" aria-label={words.changed}>
      <h2>{words.changed}</h2>
      <p className="quiet">{words.changedHint}</p>
      {rows.length === 0 ? <p>{words.same}</p> : null}
      {rows.map(({ field, was, is }) => (
        <div key={field.at} className="two-sides">
          <h3 className="full">{field.label}</h3>
          <Side heading={words.before(before.title)} text={was} />
          <Side heading={words.now(now.title)} text={is} />
        </div>
      ))}
    </section>
  );
}

function Side({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <div>
      <div className="quiet small">
        <Sentence>{heading}</Sentence>
      </div>
      <div className="pre-line wrap-anywhere" dir="auto">
        {text === '' ? words.notSaid : text}
      </div>
    </div>
  );
}

/** Every assessment, the last one first. */
export function Assessments({
  caseId,
  all,
  onOpen,
}: {
  readonly caseId: string;
  readonly all: readonly Shown<Assessment>[];
  readonly onOpen: (open: string) => void;
}) {
  return all.map((each) => (
    <article key={each.id} className="card pad stack" aria-label={each.title}>
      <h2 dir="auto">{each.title}</h2>
      <Said shown={each} fields={assessmentFields} />
      <RecordTools
        caseId={caseId}
        shown={each}
        title={each.title}
        onChange={() => {
          onOpen(each.id);
        }}
      />
    </article>
  ));
}
