/** What libraries of the readers take from Node's global object: the build puts each name where it is used. */
export { Buffer } from 'buffer';

const waiting: (() => void)[] = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  waiting.shift()?.();
};

/** Runs work once what runs now is over, before any timer. */
export function setImmediate(
  work: (...given: readonly unknown[]) => void,
  ...given: readonly unknown[]
): void {
  waiting.push(() => {
    work(...given);
  });
  port2.postMessage(null);
}
