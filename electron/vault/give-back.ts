/** Node 20, which checks and unpacks a vault without the app, has no way to; there memory waits. */
const isPossible = 'transfer' in ArrayBuffer.prototype;

/**
 * Gives the memory of `bytes` back at once; whoever still looks at them finds nothing. Memory outside the heap, as ciphers make it for every
 * chunk, otherwise lies there until the whole heap is looked through, which V8 does for every 32 MB of it: half the time of sealing a
 * film. What is a part of a larger piece of memory stays, because somebody else may be using the rest.
 */
export function giveBack(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (!isPossible || !(buffer instanceof ArrayBuffer)) return;
  if (buffer.byteLength === 0 || buffer.byteLength !== bytes.byteLength) return;
  buffer.transfer(0);
}
