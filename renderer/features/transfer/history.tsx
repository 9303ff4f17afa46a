import { FileCheck, Route, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { mayEraseAfter } from '../../../shared/domain/receipt/on-the-way';
import type { After } from '../../../shared/models/after';
import type { TransferRecord } from '../../../shared/models/transfer';
import { Button } from '../../components/button';
import { Chip } from '../../components/parts';
import { afterText as words, receiptLine, standingChip, wipeText } from '../../strings/after';
import { counted } from '../../strings/counts';
import { printMoment } from '../../strings/dates';
import { alsoForText, checkedChip, partnerText, purposeLine } from '../../strings/offices';
import { printSize } from '../../strings/sizes';
import { NoteShown } from './note-shown';
import { sinceOf } from './since';

export interface PackageActs {
  readonly onReceipt: (record: TransferRecord) => void;
  readonly onWipe: (record: TransferRecord) => void;
  readonly onCustody: (record: TransferRecord) => void;
  readonly onErase: (record: TransferRecord) => void;
}

/** Each package that went out or came in, from or to whom, what was checked, and what became of it. */
export function History({
  records,
  after,
  caseIds,
  ...acts
}: PackageActs & {
  readonly records: readonly TransferRecord[];
  readonly after: After;
  /** Cases that are here. */
  readonly caseIds: ReadonlySet<string>;
}) {
  return (
    <table className="history">
      <thead>
        <tr>
          {words.columns.map((name) => (
            <th key={name}>{name}</th>
          ))}
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
                  {record.direction === 'in' ? words.cameIn : words.wentOut}
                </Chip>
              </td>
              <td className="wrap-anywhere" dir="auto">
                {partnerText(record)}
                <Small text={alsoForText(record)} />
              </td>
              <td>
                {counted(record.files, 'exhibit', 'exhibits')}, {counted(record.entries, 'entry', 'entries')},{' '}
                {printSize(record.bytes)}
                <Small text={purposeLine(record)} />
                <NoteShown note={record.note} caseId={hereOf(record, caseIds)} />
              </td>
              <td>
                <Chip tone={tone}>{text}</Chip>
              </td>
              <td>
                <Since record={record} after={after} />
                <Acts record={record} after={after} caseIds={caseIds} {...acts} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const Small = ({ text }: { readonly text: string }) =>
  text === '' ? null : (
    <p className="small" dir="auto">
      {text}
    </p>
  );

/** The case of a package, where it is here. */
function hereOf({ caseId }: TransferRecord, caseIds: ReadonlySet<string>): string | null {
  return caseId !== null && caseIds.has(caseId) ? caseId : null;
}

function Since({ record, after }: { readonly record: TransferRecord; readonly after: After }) {
  const { standing, receipts, wiped } = sinceOf(record, after);
  const chip = standing === null ? null : standingChip(standing);
  return (
    <>
      {chip === null ? null : <Chip tone={chip[0]}>{chip[1]}</Chip>}
      {receipts.map((receipt) => (
        <p key={receipt.id} className="small" dir="auto">
          {receiptLine(receipt)}
        </p>
      ))}
      {wiped === null ? null : <p className="small">{wipeText.wiped(wiped.at, wiped.by)}</p>}
    </>
  );
}

function Acts({
  record,
  after,
  caseIds,
  onReceipt,
  onWipe,
  onCustody,
  onErase,
}: PackageActs & {
  readonly record: TransferRecord;
  readonly after: After;
  readonly caseIds: ReadonlySet<string>;
}) {
  const { caseReference: reference } = record;
  const { wiped } = sinceOf(record, after);
  const isHere = hereOf(record, caseIds) !== null;
  const ofPackage = after.receipts.filter(({ packageId }) => packageId === record.packageId);
  const act = (text: string, label: string, icon: ReactNode, onPress: (of: TransferRecord) => void) => (
    <Button
      variant="quiet"
      label={label}
      icon={icon}
      onPress={() => {
        onPress(record);
      }}
    >
      {text}
    </Button>
  );
  return (
    <div className="row">
      {record.direction === 'in'
        ? act(words.write, words.writeOf(reference), <FileCheck aria-hidden />, onReceipt)
        : null}
      {wiped === null ? act(wipeText.open, wipeText.openOf(reference), <Trash2 aria-hidden />, onWipe) : null}
      {isHere ? act(words.custody, words.custodyOf(reference), <Route aria-hidden />, onCustody) : null}
      {isHere && mayEraseAfter(record, ofPackage)
        ? act(words.erase, words.eraseOf(reference), <Trash2 aria-hidden />, onErase)
        : null}
    </div>
  );
}
