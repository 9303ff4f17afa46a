import { TextField } from '../../components/fields';
import type { ErrorCode } from '../../../shared/errors';
import type { RecoveryKind } from '../../../shared/models/vault';

/** What was typed from paper, and what to say about it. */
export interface SheetTexts {
  readonly texts: readonly string[];
  readonly error: SheetProblem | null;
}
export interface SheetProblem {
  readonly code: ErrorCode;
  readonly sheet: number | null;
  readonly position: number | null;
}

/** How many words have been typed. */
export function countWords(text: string): number {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '').length;
}

const problems: Partial<Record<ErrorCode, string>> = {
  'words-wrong':
    'These words do not open this vault. A word may be another one than on the paper, or the paper is of another kit.',
  'shares-not-together':
    'These two sheets are not of the same kit. The four characters in their corner must be the same.',
  'shares-too-few': 'Two different sheets are needed.',
};

/** In plain words what is wrong with the words; null for a failure that is not about them. */
export function sheetProblem({ code, position }: SheetProblem): string | null {
  return code === 'words-unknown'
    ? `Word ${position ?? ''} is not one of the list. Look at it again on the paper.`
    : (problems[code] ?? null);
}

/** One box for a single sheet, two for a kit of shares. */
export function SheetFields({
  kind,
  value,
  onChange,
  problem,
}: {
  readonly kind: RecoveryKind;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly problem: SheetProblem | null;
}) {
  const boxes =
    kind === 'words'
      ? ['The twelve words']
      : ['The fifteen words of one sheet', 'The fifteen words of another'];
  const needed = kind === 'words' ? 12 : 15;
  const words = problem === null ? null : sheetProblem(problem);
  return (
    <>
      {boxes.map((label, index) => {
        const text = value[index] ?? '';
        const here = problem?.sheet == null ? index === boxes.length - 1 : problem.sheet === index + 1;
        return (
          <TextField
            key={label}
            label={label}
            rows={3}
            value={text}
            onChange={(next) => {
              onChange(boxes.map((_each, at) => (at === index ? next : (value[at] ?? ''))));
            }}
            description={`${countWords(text)} of ${needed} words. Capitals and numbers do not matter; the first four letters of a word are enough.`}
            error={words !== null && here ? words : null}
            autoFocus={index === 0}
          />
        );
      })}
    </>
  );
}
