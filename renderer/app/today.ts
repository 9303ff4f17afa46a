/** This instant, by the clock of the computer. It may be wrong or set back: spans of time are measured by `performance.now`. */
export function nowIso(): string {
  return new Date().toISOString();
}

/** The day it is where this computer stands, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
