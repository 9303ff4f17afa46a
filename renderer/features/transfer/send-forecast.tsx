import type { PackageNote } from '../../../shared/models/package-purpose';
import type { PackageForecast } from '../../../shared/models/transfer';
import type { Query } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { forecastLines, missingPapers, sendText } from '../../strings/send';

/** What will leave, for whom, and what stays behind, as things are now. */
export function SendForecast({
  forecast: { data, error },
  names,
  slots,
}: {
  readonly forecast: Query<PackageForecast | null>;
  /** The offices that it is for; none under a passphrase. */
  readonly names: readonly string[];
  /** Of a handover. */
  readonly slots: PackageNote['slots'];
}) {
  if (error !== null) return <Failure code={error} />;
  if (data === null) return <p className="quiet">{sendText.counting}</p>;
  const missing = slots === null ? null : missingPapers(slots);
  const lines = [...forecastLines(data, names), ...(missing === null ? [] : [missing])];
  return (
    <Notice title={sendText.look}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
