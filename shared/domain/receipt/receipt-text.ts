import { receiptSchema } from '../../models/receipt';
import type { Receipt } from '../../models/receipt';
import { printUkMoment } from '../dates/uk-moment';

/** The format of a receipt's text. A later one says so where its machine part begins. */
export const receiptFormat = 1;
/** Nothing longer is read. */
export const longestReceipt = 64 * 1024;

const signatureMark = '----- SIGNATURE -----';
const endMark = '----- END OF RECEIPT -----';
const beginMark = (format: number | string): string => `----- HOLDFAST RECEIPT ${format} -----`;

const groups = (sha256: string): string => (sha256.match(/.{8}/gu) ?? []).join(' ');

/**
 * All of a receipt that is signed: what a person reads, and below it the same for the machine. The words are signed too, so that
 * nobody can put others above what counts.
 */
export function unsignedReceipt(receipt: Receipt): string {
  const { counts, receiver } = receipt;
  return `${[
    'RECEIPT FOR A HOLDFAST PACKAGE',
    '',
    `Taken in on ${printUkMoment(receipt.takenInAt)}, by the clock of the office that received it.`,
    `Exhibits taken in: ${counts.exhibits}`,
    `Entries taken in: ${counts.entries}`,
    `Records declined: ${counts.declined}`,
    '',
    `Sent by the office with the fingerprint      ${receipt.sender}`,
    `Received by the office with the fingerprint  ${receiver.fingerprint}`,
    '',
    'Fingerprint (SHA-256) of the package file:',
    groups(receipt.packageSha256),
    '',
    'Carry this file back to the office that sent the package. There, in Holdfast, under Transfers, somebody presses',
    '"Read a receipt". It holds no name, and no reference of a case. All of it is signed: one letter changed, and it is refused.',
    '',
    beginMark(receiptFormat),
    JSON.stringify(receipt, null, 1),
  ].join('\n')}\n`;
}

/** What the signature of a receipt is over, behind a mark of its own so that it can be taken for nothing else. */
export const signedReceiptText = (unsigned: string): string => `holdfast-receipt-v1\0${unsigned}`;

/** A whole receipt; `signature` in hexadecimal. */
export function printReceipt(unsigned: string, signature: string): string {
  return `${unsigned}${[signatureMark, signature.slice(0, 64), signature.slice(64), endMark].join('\n')}\n`;
}

export type ReceiptRead =
  | {
      readonly kind: 'receipt';
      readonly receipt: Receipt;
      readonly unsigned: string;
      readonly signature: string;
    }
  /** One of a later Holdfast. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable' };

/** Takes a receipt apart. Whether its signature is right is not looked at here. Ends of lines may have been changed on the way. */
export function readReceiptText(text: string): ReceiptRead {
  const plain = text.replace(/^\u{feff}/u, '').replaceAll('\r\n', '\n');
  const begin = /^----- HOLDFAST RECEIPT (\d{1,4}) -----$/mu.exec(plain);
  if (begin === null) return { kind: 'unreadable' };
  if (Number(begin[1]) > receiptFormat) return { kind: 'newer' };
  const cut = plain.indexOf(`\n${signatureMark}\n`, begin.index);
  if (cut === -1) return { kind: 'unreadable' };
  const [first = '', second = '', ...rest] = plain.slice(cut + signatureMark.length + 2).split('\n');
  const hex = /^[0-9a-f]{64}$/u;
  if (!hex.test(first) || !hex.test(second) || rest.join('\n').trimEnd() !== endMark)
    return { kind: 'unreadable' };
  const receipt = parse(plain.slice(begin.index + begin[0].length, cut));
  return receipt === null
    ? { kind: 'unreadable' }
    : { kind: 'receipt', receipt, unsigned: plain.slice(0, cut + 1), signature: first + second };
}

function parse(json: string): Receipt | null {
  try {
    const read = receiptSchema.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
