import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, sources } from './imports';

/** Attributes whose text a person reads or hears. */
const read = /^(?:aria-label|alt|title|label|name|description|placeholder|hint|text|what|words)$/u;
const isWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** How many pieces of text that a person reads stand in a piece of JSX: between tags, and in what is read out. */
export function countWords(name: string, content: string): number {
  const file = ts.createSourceFile(name, content, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  let found = 0;
  /** Text of an expression that ends up on the screen: of both sides of a choice, and of a template. */
  const shown = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) found += isWords(node.text) ? 1 : 0;
    else if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      found += parts.some(isWords) ? 1 : 0;
    } else if (ts.isConditionalExpression(node)) {
      shown(node.whenTrue);
      shown(node.whenFalse);
    } else if (ts.isParenthesizedExpression(node)) shown(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found += isWords(node.text) ? 1 : 0;
    else if (ts.isJsxExpression(node) && node.expression !== undefined && !ts.isJsxAttribute(node.parent))
      shown(node.expression);
    else if (ts.isJsxAttribute(node) && read.test(node.name.getText(file))) {
      const { initializer: given } = node;
      if (given !== undefined && ts.isStringLiteral(given)) found += isWords(given.text) ? 1 : 0;
      else if (given !== undefined && ts.isJsxExpression(given) && given.expression !== undefined)
        shown(given.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The same for every file of the features that has any. */
export function wordsInFeatures(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    sources('renderer/features')
      .filter((path) => path.endsWith('.tsx'))
      .map((path) => [path, countWords(path, readFileSync(join(root, path), 'utf8'))] as const)
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
