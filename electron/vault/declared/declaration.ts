/**
 * What a table of the vault is, and what becomes of its rows wherever rows go. Data alone: no service is known here, so that
 * package, digest, erasure, export and check can be derived from it. Tests hold every line of it to a real vault
 * (test/electron/vault/declared and the tests named every-table).
 */
export interface TableDeclaration {
  readonly table: string;
  readonly what: What;
  readonly travels: Travel;
  readonly merges: MergeRule;
  readonly erased: Erased;
  readonly exported: Exported;
  readonly backedUp: 'with-the-whole-database';
  /** Triggers that hang on the table, by name. */
  readonly triggers?: Readonly<Record<string, Trigger>>;
  /** For an index of words: whether it keeps the texts itself, or the view it reads them from. Tells its shadow tables. */
  readonly fts5?: { readonly content: 'own' | { readonly view: string } };
}

export type What =
  /** A record kind's own table. */
  | { readonly sort: 'kind'; readonly kind: string }
  /** From outside, or worked out once from a file. `asItWas`: columns in it that a person writes, not records yet. */
  | { readonly sort: 'file-set'; readonly from: string; readonly asItWas: readonly string[] }
  /** A function of the tables named: dropped and made again at will. */
  | { readonly sort: 'projection'; readonly of: readonly string[] }
  /** The runs of exhibit references: no versions, because a number is given once and only its owner counts on. */
  | { readonly sort: 'series' }
  /** The vault itself. */
  | { readonly sort: 'ground' }
  /** Never versioned and never packed. */
  | { readonly sort: 'drafts' }
  /** Written by a person today, and not a record kind yet. */
  | { readonly sort: 'as-it-was' };

/** How rows of a case get to another office. `but`: columns that do not arrive as they were sent, and why. */
export type Travel =
  /** In a section of records.json, which is also the name of its part in the digest. */
  | { readonly by: 'records'; readonly section: string; readonly but: Columns }
  /** As lines of a member of their own. */
  | { readonly by: 'lines'; readonly member: RowMember; readonly but: Columns }
  /** As members files/SHA256, those that exhibits and redacted copies name. */
  | { readonly by: 'files'; readonly but: Columns }
  /** Not sent: worked out by whoever receives the rest, in the same act or when it is first wanted. */
  | { readonly by: 'made-anew'; readonly when: 'on-arrival' | 'when-wanted' }
  | { readonly by: 'stays-here'; readonly why: string };

export type RowMember = 'messages/SHA256.jsonl';
export type Columns = Readonly<Record<string, string>>;

/** How rows of two copies of one case are joined. */
export type MergeRule = 'union' | 'versions' | 'not-at-all';

/** What becomes of the rows about a case, or about an exhibit, that is erased. */
export interface Erased {
  readonly withCase: Fate;
  readonly withItem: Fate;
}
export type Fate =
  /** By a statement of the erasing itself. */
  | 'deleted'
  /** By a foreign key with ON DELETE CASCADE. */
  | 'cascades'
  /** By a trigger on a table whose rows go. */
  | 'by-trigger'
  /** Nothing in it is about such a thing. */
  | 'untouched'
  /** The row stays; what it says of what is gone does not. */
  | { readonly scrubbed: string }
  /** Rows stay that may name what is gone: the reason, and what of it they say. */
  | { readonly kept: string }
  /** A fault that is known: the rows stay, and say what is no longer so. */
  | { readonly stale: string };

/** What unpacking a vault without the app writes out (electron/cli/export.ts). */
export type Exported =
  | {
      readonly as: 'lines';
      /** Within the folder exported to; `tables/TABLE.jsonl` where null. */
      readonly file: string | null;
      /** Columns held back, and rows held back by their primary key; each with the reason. */
      readonly withoutColumns: Columns;
      readonly withoutRows: Readonly<Record<string, string>>;
      /** Why fields that a record kind calls secret are held back from the column `body`. */
      readonly withoutSecrets?: string;
    }
  | { readonly as: 'nothing'; readonly why: string };

export type Trigger =
  /** Aborts whoever changes a row. */
  | { readonly refuses: 'update' | 'delete' }
  /** Keeps projections in step. */
  | { readonly writes: readonly string[] };

/** A view is no table: it holds nothing, and is declared so that none passes unseen. */
export interface ViewDeclaration {
  readonly view: string;
  readonly of: readonly string[];
}
