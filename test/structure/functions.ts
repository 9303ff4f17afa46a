import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import sonarjs from 'eslint-plugin-sonarjs';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { root } from './imports';

/** Names of functions by the file they stand in; a name stands twice where two functions have it. */
export type Functions = Readonly<Record<string, readonly string[]>>;

export interface FunctionList {
  readonly limits: { readonly lines: number; readonly complexity: number };
  readonly long: Functions;
  readonly complex: Functions;
}

/** The functions that were too long or too complex when the limits came, as `eslint.config.js` reads them too. */
export function readList(): FunctionList {
  return JSON.parse(readFileSync(join(root, 'test/structure/functions.json'), 'utf8')) as FunctionList;
}

/** What a function is called: its own name, else that of what it is given to, else of the function around it. */
function ownName(node: ts.Node): string | null {
  const named = node as { readonly name?: ts.Node };
  if (named.name !== undefined && ts.isIdentifier(named.name)) return named.name.text;
  const { parent } = node;
  if ((ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && ts.isIdentifier(parent.name))
    return parent.name.text;
  return null;
}

/** The name of the innermost function that begins before a place and ends after it. */
export function nameAt(source: ts.SourceFile, line: number, column: number): string {
  const place = source.getPositionOfLineAndCharacter(line - 1, column - 1);
  const names: (string | null)[] = [];
  const visit = (node: ts.Node): void => {
    if (place < node.getStart(source) || place >= node.end) return;
    if (ts.isFunctionLike(node)) names.push(ownName(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const last = names.at(-1) ?? null;
  return last ?? `within ${names.findLast((each) => each !== null) ?? 'the file'}`;
}

/** Every function of the app that is over a limit: read without types, so that it takes seconds. */
export async function overLimits({
  limits,
}: Pick<FunctionList, 'limits'>): Promise<Omit<FunctionList, 'limits'>> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    allowInlineConfig: false,
    overrideConfig: [
      {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: {
          parser: tseslint.parser,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
        plugins: { sonarjs },
        rules: {
          'max-lines-per-function': [
            'error',
            { max: limits.lines, skipBlankLines: true, skipComments: true },
          ],
          'sonarjs/cognitive-complexity': ['error', limits.complexity],
        },
      },
    ],
  });
  const found = { long: new Map<string, string[]>(), complex: new Map<string, string[]>() };
  const results = await eslint.lintFiles(
    ['electron', 'renderer', 'shared'].map((folder) => `${folder}/**/*.{ts,tsx}`),
  );
  for (const { filePath, messages } of results) {
    const file = filePath.slice(root.length + 1).replaceAll('\\', '/');
    // Migrations are told step by step, and one that has shipped is never edited.
    if (messages.length === 0 || file.startsWith('electron/vault/migrations/')) continue;
    const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const source = ts.createSourceFile(
      file,
      readFileSync(filePath, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      kind,
    );
    for (const { ruleId, line, column } of messages) {
      const all = ruleId === 'max-lines-per-function' ? found.long : found.complex;
      all.set(file, [...(all.get(file) ?? []), nameAt(source, line, column)]);
    }
  }
  return { long: sorted(found.long), complex: sorted(found.complex) };
}

function sorted(all: ReadonlyMap<string, readonly string[]>): Functions {
  return Object.fromEntries(
    [...all].map(([file, names]) => [file, [...names].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
