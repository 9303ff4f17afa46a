/** Closes a switch: the compiler refuses a call for a case that was forgotten. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected case of type ${typeof value}`);
}
