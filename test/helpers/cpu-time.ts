/**
 * Milliseconds of processor time that this process has used so far. Unlike a clock on the wall it does not run while other
 * programs have the processor, so that what must be done in proportion to its length is seen on a busy machine too.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
