import { BookOpenText, Download, Hammer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ErrorCode } from '../../../shared/errors';
import type { Bundle, BundleCheck, BundleOptions } from '../../../shared/models/bundle';
import { call, codeOf, holdfast } from '../../app/bridge';
import { useJobs, useQuery } from '../../app/hooks';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { CheckboxField, TextField } from '../../components/fields';
import { Chip, EmptyState, Notice, PageHeader, Skeleton } from '../../components/parts';
import type { Tone } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { printSize } from '../../strings/sizes';
import { ContentsList } from './contents-list';
import { Paper } from './paper';
import './bundle.css';

const states: Readonly<Record<BundleCheck['state'], readonly [Tone, string]>> = {
  ok: ['green', 'ok'],
  decide: ['amber', 'you'],
  fix: ['red', 'fix'],
};

/** Bundles of a case: what goes in, the finished pages, and what was checked. */
export function BundleScreen({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  const [title, setTitle] = useState('Hearing bundle');
  const [courtCase, setCourtCase] = useState('');
  const [includeChronology, setIncludeChronology] = useState(true);
  const [includePatterns, setIncludePatterns] = useState(false);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [saved, setSaved] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const items = useQuery(`bundle-items-${caseId}`, () => call(holdfast.evidence.list({ caseId })), [
    'evidence',
  ]);
  const owner = useQuery(`bundle-case-${caseId}`, () => call(holdfast.cases.get({ id: caseId })), [
    'chronology',
    'cases',
  ]);
  const bundles = useQuery(`bundles-${caseId}`, () => call(holdfast.bundle.list({ caseId })), ['bundles']);
  const jobs = useJobs();
  const job = jobs.find(({ id }) => id === jobId);
  const busy = jobs.some(
    (each) => each.kind === 'bundle' && each.caseId === caseId && each.state === 'running',
  );

  const sorted = useMemo(() => {
    const all = items.data ?? [];
    if (order === null) return all;
    const place = new Map(order.map((id, index) => [id, index]));
    return [...all].sort((a, b) => (place.get(a.id) ?? 1e9) - (place.get(b.id) ?? 1e9));
  }, [items.data, order]);
  const included = sorted
    .filter(({ id, preview }) => preview === 'ready' && !left.has(id))
    .map(({ id }) => id);
  const options: BundleOptions = {
    profile: 'general-2021',
    title: title.trim() === '' ? 'Bundle' : title.trim(),
    courtCase,
    includeChronology,
    includePatterns: includeChronology && includePatterns,
    itemIds: included,
  };
  const plan = useQuery(
    `plan-${caseId}|${included.join(' ')}|${String(includeChronology)} ${String(includePatterns)}|${owner.data?.entryCount ?? 0}`,
    () => (included.length === 0 ? Promise.resolve(null) : call(holdfast.bundle.plan({ caseId, options }))),
  );
  const newest = job?.state === 'done' ? job.resultId : null;
  const shown: Bundle | null =
    bundles.data?.find(({ id }) => id === (chosenId ?? newest)) ?? bundles.data?.[0] ?? null;

  async function build(): Promise<void> {
    setProblem(null);
    setSaved(false);
    setChosenId(null);
    try {
      setJobId((await call(holdfast.bundle.build({ caseId, options }))).id);
    } catch (found) {
      setProblem(codeOf(found));
    }
  }
  async function save(id: string): Promise<void> {
    setProblem(null);
    try {
      setSaved((await call(holdfast.bundle.save({ id }))).saved);
    } catch (found) {
      setProblem(codeOf(found));
    }
  }

  if (items.error !== null) return <Failure code={items.error} onRetry={items.reload} />;
  if (items.data === null || owner.data === null || bundles.data === null) return <Skeleton height={400} />;
  const nothing = items.data.length === 0 && owner.data.entryCount === 0;
  const failed = job?.state === 'failed' ? job.error : null;
  const summary =
    shown === null
      ? 'General guidance on electronic court bundles, as at 29 Nov 2021.'
      : `General guidance, 29 Nov 2021. ${shown.pages} pages, ${printSize(shown.bytes)}, built ${printMoment(shown.createdAt)}.`;

  return (
    <div className="bundle">
      <PageHeader
        title={shown?.options.title ?? 'Bundles'}
        summary={summary}
        actions={
          nothing ? undefined : (
            <>
              {shown === null ? null : (
                <Button icon={<Download aria-hidden />} onPress={() => void save(shown.id)}>
                  Save a copy
                </Button>
              )}
              <Button
                variant="primary"
                icon={<Hammer aria-hidden />}
                isDisabled={busy || (included.length === 0 && !includeChronology)}
                onPress={() => void build()}
              >
                Build PDF
              </Button>
            </>
          )
        }
      />
      {problem === null ? null : <Failure code={problem} />}
      {failed === null ? null : <Failure code={failed} />}
      {saved ? (
        <Notice tone="amber" title="The PDF is saved and was compared with the one here.">
          It is not encrypted where it is now. Courts ask for files without a password; keep the copy only as
          long as you need it.
        </Notice>
      ) : null}
      {nothing ? (
        <EmptyState
          icon={<BookOpenText />}
          title="A bundle needs something to show"
          actions={
            <Button
              variant="primary"
              onPress={() => {
                go({ name: 'evidence', caseId });
              }}
            >
              Go to the evidence
            </Button>
          }
        >
          Add evidence or chronology entries first. The bundle is then one PDF: cover, linked index,
          chronology that cites pages, exhibits with their dates and fingerprints.
        </EmptyState>
      ) : (
        <div className="three">
          <section className="card contents" aria-label="What goes in">
            <div className="head">
              <TextField label="Title on the cover" value={title} onChange={setTitle} maxLength={120} />
              <TextField
                label="Court and case number"
                value={courtCase}
                onChange={setCourtCase}
                maxLength={120}
              />
              <CheckboxField value={includeChronology} onChange={setIncludeChronology}>
                Chronology, {owner.data.entryCount} {owner.data.entryCount === 1 ? 'entry' : 'entries'},
                citing pages
              </CheckboxField>
              {includeChronology && owner.data.entryCount > 0 ? (
                <CheckboxField value={includePatterns} onChange={setIncludePatterns}>
                  Patterns of the chronology, drawn
                </CheckboxField>
              ) : null}
            </div>
            <div className="section">
              <span>Exhibits</span>
              <span className="num">
                {included.length} of {items.data.length}
              </span>
            </div>
            <ContentsList
              items={sorted}
              left={left}
              plan={plan.data}
              onMove={setOrder}
              onToggle={(id, on) => {
                setLeft((before) => {
                  const after = new Set(before);
                  if (on) after.delete(id);
                  else after.add(id);
                  return after;
                });
              }}
            />
          </section>
          <Paper key={shown?.id ?? 'none'} bundle={shown} />
          <section className="card checks" aria-label="Before it goes to court">
            <div className="body" role="region" aria-label="Checks" tabIndex={0}>
              <h2 style={{ marginBottom: 8 }}>Before it goes to court</h2>
              {shown === null ? (
                <p className="quiet">The finished file is read back and held against the guidance here.</p>
              ) : null}
              {shown?.checks.map((check) => (
                <div className="check-line" key={check.id}>
                  <Chip tone={states[check.state][0]}>{states[check.state][1]}</Chip>
                  <span>{check.text}</span>
                </div>
              ))}
              <p className="quiet small" style={{ marginTop: 10 }}>
                Form only. Holdfast does not decide what is admissible. “You” means: look, and decide.
              </p>
              {bundles.data.length < 2 ? null : (
                <>
                  <h2 style={{ margin: '18px 0 6px' }}>Built before</h2>
                  {bundles.data.map((each) => (
                    <AriaButton
                      key={each.id}
                      className="earlier"
                      {...(each.id === shown?.id ? { 'aria-current': 'true' as const } : {})}
                      onPress={() => {
                        setChosenId(each.id);
                        setSaved(false);
                      }}
                    >
                      {printMoment(each.createdAt)}, {each.pages} pages
                    </AriaButton>
                  ))}
                </>
              )}
            </div>
          </section>
        </div>
      )}
    </div>
  );
}
