import { Duplex } from 'readable-stream';

export { crc32 } from './crc32';

/** Raw deflate data by the browser's own unpacker, as the stream that the zip library pipes into. */
export function createInflateRaw(): Duplex {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const [reader, writer] = [readable.getReader(), writable.getWriter()];
  // What goes wrong is told to whoever reads.
  writer.closed.catch(() => undefined);
  reader.closed.catch(() => undefined);
  const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('not unpacked'));
  const duplex: Duplex = new Duplex({
    write(chunk: Uint8Array<ArrayBuffer>, _encoding, done) {
      writer.write(chunk).then(
        () => {
          done();
        },
        (error: unknown) => {
          done(asError(error));
        },
      );
    },
    final(done) {
      writer.close().then(
        () => {
          done();
        },
        (error: unknown) => {
          done(asError(error));
        },
      );
    },
    read() {
      reader.read().then(
        ({ done, value }) => duplex.push(done ? null : value),
        (error: unknown) => duplex.destroy(asError(error)),
      );
    },
    destroy(error, done) {
      void reader.cancel().catch(() => undefined);
      void writer.abort().catch(() => undefined);
      done(error);
    },
  });
  return duplex;
}
