import type { AuditEntry } from '../../../shared/models/vault';
import { actText, actorText } from '../../strings/audit';
import { printMoment } from '../../strings/dates';

/** A page of the record. `references` names the cases that are still here. */
export function AuditTable({
  entries,
  references,
}: {
  readonly entries: readonly AuditEntry[];
  readonly references: ReadonlyMap<string, string>;
}) {
  return (
    <table className="record card">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col" className="line-number">
            Line
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const reference = entry.subject === null ? undefined : references.get(entry.subject);
          return (
            <tr key={entry.seq}>
              <td className="when">{printMoment(entry.at)}</td>
              <td dir="auto">{actorText(entry)}</td>
              <td>
                {actText(entry)}
                {reference === undefined ? null : <span className="quiet">, {reference}</span>}
              </td>
              <td className="line-number num quiet">{entry.seq}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
