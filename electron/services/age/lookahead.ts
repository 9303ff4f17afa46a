/** Bytes that come in pieces of any size, taken in lengths that the reader chooses. */
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
      const next = await this.#source.next();
      if (next.done === true) return;
      this.#add(next.value);
    }
  }

  /** The next bytes in one piece; no more than wait. */
  take(bytes: number): Buffer {
    const all = this.#pieces.length === 1 ? bufferOf(this.#pieces[0]) : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#waiting = 0;
    this.#add(all.subarray(bytes));
    return all.subarray(0, bytes);
  }

  /** Some of the next bytes, as they came, and at most so many; nothing when there are no more. */
  async some(most: number): Promise<Buffer> {
    await this.fill(1);
    const [first = new Uint8Array(), ...others] = this.#pieces;
    const taken = bufferOf(first).subarray(0, most);
    this.#pieces = others;
    if (taken.length < first.length) this.#pieces.unshift(first.subarray(taken.length));
    this.#waiting -= taken.length;
    return taken;
  }

  /** Nothing more is wanted. */
  async end(): Promise<void> {
    await this.#source.return?.();
  }

  #add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.#waiting += piece.length;
  }
}

function bufferOf(bytes: Uint8Array = new Uint8Array()): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
