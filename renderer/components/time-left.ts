/** `about 20 seconds left` from milliseconds spent and the part done (0 to 1); null while it is too early to say. */
export function timeLeft(elapsed: number, part: number): string | null {
  if (part <= 0.02 || part >= 1 || elapsed < 1500) return null;
  const seconds = Math.round((elapsed * (1 - part)) / part / 1000);
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 90) return `about ${Math.ceil(seconds / 10) * 10} seconds left`;
  return `about ${Math.round(seconds / 60)} minutes left`;
}
