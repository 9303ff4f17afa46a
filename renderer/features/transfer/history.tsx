import type { TransferRecord } from '../../../shared/models/transfer';
import { Chip } from '../../components/parts';
import { counted } from '../../strings/counts';
import { printMoment } from '../../strings/dates';
import { checkedChip, partnerText } from '../../strings/offices';
import { printSize } from '../../strings/sizes';

/** Each package that went out or came in, from or to whom, and what was checked. */
export function History({ records }: { readonly records: readonly TransferRecord[] }) {
  return (
    <table className="history">
      <thead>
        <tr>
          <th>When</th>
          <th>Case</th>
          <th>Direction</th>
          <th>To or from</th>
          <th>What was in it</th>
          <th>Checked</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => {
          const [tone, text] = checkedChip(record);
          return (
            <tr key={record.id}>
              <td>{printMoment(record.at)}</td>
              <td>{record.caseReference}</td>
              <td>
                <Chip tone={record.direction === 'in' ? 'accent' : 'neutral'}>
                  {record.direction === 'in' ? 'Came in' : 'Went out'}
                </Chip>
              </td>
              <td className="wrap-anywhere" dir="auto">
                {partnerText(record)}
              </td>
              <td>
                {counted(record.files, 'exhibit', 'exhibits')}, {counted(record.entries, 'entry', 'entries')},{' '}
                {printSize(record.bytes)}
              </td>
              <td>
                <Chip tone={tone}>{text}</Chip>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
