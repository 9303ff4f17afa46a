import type { Finding } from '../../../shared/models/vault';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { Notice, Skeleton } from '../../components/parts';
import { counted, printCount } from '../../strings/counts';
import { printMoment } from '../../strings/dates';
import { findingWords } from '../../strings/findings';
import { inGroups, printSize } from '../../strings/sizes';

/** What a check found, in words. */
export function CheckResult({ jobId }: { readonly jobId: string }) {
  const {
    data: report,
    error,
    reload,
  } = useQuery(`report-${jobId}`, () => call(holdfast.check.report({ id: jobId })));
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (report === null) return <Skeleton height={80} />;
  const { findings, depth, at, files, bytes, pages, auditEntries, auditHead } = report;
  const worst = [...findings].sort((one, other) => Number(other.harm) - Number(one.harm));
  return (
    <div className="stack" role="region" aria-label="What the check found">
      {report.ok ? (
        <Notice tone="green" title="Everything is as it was written">
          {findings.length === 0 ? null : 'What is listed below does no harm.'}
        </Notice>
      ) : null}
      {worst.map((finding) => (
        <Found key={finding.code} finding={finding} />
      ))}
      <p className="quiet small">
        {depth === 'full' ? 'Every file was read' : 'Quick check'}, {printMoment(at)}:{' '}
        {counted(files, 'file', 'files')} ({printSize(bytes)}), {counted(pages, 'page', 'pages')} of the
        database, {counted(auditEntries, 'line', 'lines')} of the record of acts. Nothing was changed.
      </p>
      {auditHead === null ? null : (
        <p className="quiet small">
          Newest line of the record: <span className="mono">{inGroups(auditHead.slice(0, 16))}</span>
        </p>
      )}
    </div>
  );
}

function Found({ finding }: { readonly finding: Finding }) {
  const { what, lost, next } = findingWords(finding);
  const more = finding.count - finding.places.length;
  return (
    <Notice tone={finding.harm ? 'red' : 'neutral'} title={what} isUrgent={finding.harm}>
      <p>{lost}</p>
      <p>
        <strong>What to do:</strong> {next}
      </p>
      {finding.places.length === 0 ? null : (
        <details>
          <summary>Where</summary>
          <ul className="plain mono">
            {finding.places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
          {more > 0 ? `and ${printCount(more)} more` : null}
        </details>
      )}
    </Notice>
  );
}
