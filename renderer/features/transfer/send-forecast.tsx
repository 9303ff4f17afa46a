import type { VaultInput } from '../../../shared/contract/vault-methods';
import type { PackageNote } from '../../../shared/models/package-purpose';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { forecastLines, missingPapers, sendText } from '../../strings/send';

/** What will leave, for whom, and what stays behind, as things are now. */
export function SendForecast({
  what,
  names,
  slots,
}: {
  readonly what: VaultInput<'transfer.forecast'>;
  /** The offices that it is for; none under a passphrase. */
  readonly names: readonly string[];
  /** Of a handover. */
  readonly slots: PackageNote['slots'];
}) {
  const { data, error } = useQuery(
    `send-forecast-${JSON.stringify(what)}`,
    () => call(holdfast.transfer.forecast(what)),
    ['evidence', 'redactions', 'chronology', 'cases'],
  );
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
