/**
 * Bytes that come in pieces of any size, taken in lengths that the reader chooses. A piece of the source need not stand longer than
 * until the next is asked for, and so what is taken here stands until more is.
 */
export class Lookahead {
  readonly #source: AsyncIterator<Uint8Array>;
  #pieces: Uint8Array[] = [];
  #waiting = 0;

  constructor(source: AsyncIterator<Uint8Array>, first: Uint8Array = new Uint8Array()) {
    this.#source = source;
    this.#add(first);
  }

  /** How many bytes were read and not taken. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Reads on until so many bytes wait, or there are no more. */
  async fill(bytes: number): Promise<void> {
    while (this.#waiting < bytes) {
      const kept = this.#pieces.pop();
      // Those before it were copied when it was asked for.
      if (kept !== undefined) this.#pieces.push(Buffer.from(kept));
      const next = await this.#source.next();
      if (next.done === true) return;
      this.#add(next.value);
    }
  }

  /** The next bytes in one piece; no more than wait. */
  take(bytes: number): Buffer {
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0; left -= parts.at(-1)?.length ?? left) parts.push(this.#next(left));
    const [only, ...others] = parts;
    return only !== undefined && others.length === 0 ? only : Buffer.concat(parts);
  }

  /** Some of the next bytes, as they came, and at most so many; nothing when there are no more. */
  async some(most: number): Promise<Buffer> {
    await this.fill(1);
    return this.#next(most);
  }

  /** Nothing more is wanted. */
  async end(): Promise<void> {
    await this.#source.return?.();
  }

  /** Of the piece that is first in turn, without copying. */
  #next(most: number): Buffer {
    const first = this.#pieces.shift() ?? new Uint8Array();
    const taken = Buffer.from(first.buffer, first.byteOffset, Math.min(most, first.length));
    if (taken.length < first.length) this.#pieces.unshift(first.subarray(taken.length));
    this.#waiting -= taken.length;
    return taken;
  }

  #add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.#waiting += piece.length;
  }
}
