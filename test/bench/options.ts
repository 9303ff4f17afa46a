export interface BenchOptions {
  readonly names: readonly string[];
  readonly json: string | null;
  readonly rounds: number;
  /** Also the parts that take very long. */
  readonly large: boolean;
}

/** A wrong command line, told in one line and without a stack. */
export class BadOptions extends Error {}

const fewest = 5;

/** `[NAME ...] [--json FILE] [--rounds N] [--large]`. No name means all. Throws BadOptions. */
export function readOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const names: string[] = [];
  let json: string | null = null;
  let rounds = 7;
  let large = false;
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--json') {
      json = rest.shift() ?? '';
      if (json === '') throw new BadOptions('--json needs the name of a file.');
    } else if (word === '--rounds') {
      rounds = Number(rest.shift());
      // A median of fewer says more about luck than about the code.
      if (!Number.isInteger(rounds) || rounds < fewest) {
        throw new BadOptions(`--rounds needs a whole number of at least ${fewest}.`);
      }
    } else if (word === '--large') large = true;
    else if (known.includes(word)) names.push(word);
    else throw new BadOptions(`There is no benchmark "${word}". There are: ${known.join(', ')}.`);
  }
  return { names: names.length === 0 ? known : names, json, rounds, large };
}
