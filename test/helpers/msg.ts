import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import type { Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

export interface MsgAttachment {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Msg {
  readonly subject: string;
  readonly body: string;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly sent: Date;
  /** The headers of the transport, where the message came through a server. */
  readonly headers?: string;
  readonly attachments?: readonly MsgAttachment[];
  /** A message attached to this one. */
  readonly inner?: Msg;
}

type Node = { readonly name: string } & ({ readonly bytes: Buffer } | { readonly children: readonly Node[] });

const text = (tag: string, value: string): Node => ({
  name: `__substg1.0_${tag}001F`,
  bytes: Buffer.from(value, 'utf16le'),
});
const numbered = (prefix: string, index: number): string =>
  `${prefix}_#${index.toString(16).toUpperCase().padStart(8, '0')}`;

/** One property of fixed length: tag, flags, eight bytes of value (MS-OXMSG 2.4.2.1). */
function fixed(tag: number, value: bigint): Buffer {
  const row = Buffer.alloc(16);
  row.writeUInt32LE(tag, 0);
  row.writeUInt32LE(6, 4);
  row.writeBigUInt64LE(value, 8);
  return row;
}

/** The property stream; its header is longer for a message that stands alone than for one inside another. */
function properties(header: number, ...rows: readonly Buffer[]): Node {
  return { name: '__properties_version1.0', bytes: Buffer.concat([Buffer.alloc(header), ...rows]) };
}

const fileTime = (date: Date): bigint => (BigInt(date.getTime()) + 11_644_473_600_000n) * 10_000n;

function message(msg: Msg, header: number): readonly Node[] {
  const { attachments = [], inner } = msg;
  const innerFolder: readonly Node[] =
    inner === undefined
      ? []
      : [
          {
            name: numbered('__attach_version1.0', attachments.length),
            children: [
              properties(8, fixed(0x3705_0003, 5n)),
              text('3001', inner.subject),
              { name: '__substg1.0_3701000D', children: message(inner, 24) },
            ],
          },
        ];
  return [
    properties(header, fixed(0x0039_0040, fileTime(msg.sent))),
    text('001A', 'IPM.Note'),
    text('0037', msg.subject),
    text('1000', msg.body),
    text('0C1A', msg.senderName),
    text('5D01', msg.senderAddress),
    ...(msg.headers === undefined ? [] : [text('007D', msg.headers)]),
    ...msg.to.map(({ name, address }, index) => ({
      name: numbered('__recip_version1.0', index),
      children: [properties(8, fixed(0x0c15_0003, 1n)), text('3001', name), text('39FE', address)],
    })),
    ...attachments.map(({ name, bytes }, index) => ({
      name: numbered('__attach_version1.0', index),
      children: [
        properties(8, fixed(0x3705_0003, 1n)),
        text('3707', name),
        { name: '__substg1.0_37010102', bytes },
      ],
    })),
    ...innerFolder,
  ];
}

/** An Outlook message: a compound file (MS-CFB) with the streams of MS-OXMSG. */
export function msgOf(msg: Msg): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] }];
  const add = (nodes: readonly Node[]): number[] =>
    nodes.map((node) => {
      const index = entries.length;
      if ('bytes' in node) {
        const { name, bytes } = node;
        entries.push({
          name,
          type: TypeEnum.DOCUMENT,
          length: bytes.length,
          binaryProvider: () => new Uint8Array(bytes),
        });
        return index;
      }
      const folder: Entry = { name: node.name, type: TypeEnum.DIRECTORY, length: 0, children: [] };
      entries.push(folder);
      folder.children = add(node.children);
      return index;
    });
  const children = add(message(msg, 32));
  const [root] = entries;
  if (root !== undefined) root.children = children;
  return Buffer.from(burn(entries));
}
