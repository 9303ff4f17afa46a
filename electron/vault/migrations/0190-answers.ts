import type { Database } from 'better-sqlite3';

/**
 * Answers about safe contact are yes, no or not known. Until now an answer that nobody gave was stored as a no, and the
 * two cannot be told apart any more: all of them become not known, in cases and in what was being typed.
 */
export function migrate(db: Database): void {
  const places = [
    { table: 'cases', column: 'safe_contact', path: '$', only: '1' },
    { table: 'drafts', column: 'body', path: '$.safeContact', only: "form = 'case'" },
  ];
  for (const { table, column, path, only } of places) {
    for (const answer of ['voicemailOk', 'textOk', 'emailOk']) {
      db.prepare(
        `UPDATE ${table} SET ${column} = json_set(${column}, @answer, NULL)
         WHERE ${only} AND CASE WHEN json_valid(${column}) THEN json_type(${column}, @answer) = 'false' ELSE 0 END`,
      ).run({ answer: `${path}.${answer}` });
    }
  }
}
