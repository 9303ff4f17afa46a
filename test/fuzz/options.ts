export interface FuzzOptions {
  readonly names: readonly string[];
  readonly seconds: number;
  readonly seed: number;
  readonly isList: boolean;
  /** A file to be read once by the one target that is named. */
  readonly file: string | null;
}

/** A wrong command line, told in one line and without a stack. */
export class BadOptions extends Error {}

/** `[NAME ...] [--seconds N] [--seed S] [--list] [--file FILE]`. No name means all. Throws BadOptions. */
export function readOptions(args: readonly string[], known: readonly string[]): FuzzOptions {
  const names: string[] = [];
  const options = { seconds: 60, seed: 1, isList: false, file: null as string | null };
  const rest = [...args];
  const whole = (word: string, least: number): number => {
    const value = Number(rest.shift());
    if (!Number.isInteger(value) || value < least)
      throw new BadOptions(`${word} needs a whole number of at least ${least}.`);
    return value;
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--seconds') options.seconds = whole(word, 1);
    else if (word === '--seed') options.seed = whole(word, 0);
    else if (word === '--list') options.isList = true;
    else if (word === '--file') {
      options.file = rest.shift() ?? null;
      if (options.file === null) throw new BadOptions('--file needs the name of a file.');
    } else if (known.includes(word)) names.push(word);
    else throw new BadOptions(`There is no target "${word}". There are: ${known.join(', ')}.`);
  }
  if (options.file !== null && names.length !== 1)
    throw new BadOptions('--file needs the name of one target.');
  return { ...options, names: names.length === 0 ? known : names };
}
