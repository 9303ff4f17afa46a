/** One plain line about what is happening. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** What is missing and the one command that mends it. Caught in run.mjs, printed without a stack. */
export class SetupProblem extends Error {
  constructor(what, command) {
    super(command === undefined ? what : `${what}\nRun this, then try again:\n  ${command}`);
    this.name = 'SetupProblem';
  }
}
