/** What the head of a member says; what is not given is as a plain file has it. */
export interface TarHead {
  readonly name: string;
  readonly size?: number | string | undefined;
  readonly type?: string;
  /** Of a link. */
  readonly target?: string;
  readonly prefix?: string;
  readonly magic?: string;
  readonly sum?: string;
}

/** The head of a member, written letter by letter, so that it may say what no tool would write. */
export function tarHead({ name, size = 0, type = '0', target = '', ...more }: TarHead): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0, 100, 'latin1');
  head.write('0000644\u00000000000\u00000000000\u0000', 100, 'latin1');
  head.write(typeof size === 'string' ? size : size.toString(8).padStart(11, '0'), 124, 12, 'latin1');
  head.write('00000000000', 136, 'latin1');
  head.write(type, 156, 1, 'latin1');
  head.write(target, 157, 100, 'latin1');
  head.write(more.magic ?? 'ustar\u000000', 257, 8, 'latin1');
  head.write(more.prefix ?? '', 345, 155, 'latin1');
  head.write('        ', 148, 'latin1');
  const sum = head.reduce((total, each) => total + each, 0);
  head.write(more.sum ?? `${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 8, 'latin1');
  return head;
}

/** A member with its content, filled up to a whole block. */
export function tarMember(head: TarHead | string, content: Uint8Array | string = ''): Buffer {
  const bytes = Buffer.from(content);
  const given = typeof head === 'string' ? { name: head } : head;
  const rest = Buffer.alloc((512 - (bytes.length % 512)) % 512);
  return Buffer.concat([tarHead({ size: bytes.length, ...given }), bytes, rest]);
}

export const tarEnd = Buffer.alloc(1024);

/** A record of a pax header: its own length, a key and a value. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const once = rest.length + String(rest.length).length;
  const length = rest.length + String(once).length;
  return `${length}${rest}`;
}
