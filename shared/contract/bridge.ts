import type { ErrorReport } from '../errors';
import type { Job } from '../models/job';
import type { VaultStatus } from './vault-methods';
import type { UiInput, UiMethodName, UiOutput } from './ui-methods';

/** Over the page's port, from the vault process: an answer, or something it tells without being asked. */
export type PortMessage =
  { readonly id: number; readonly reply: Reply<unknown> } | { readonly event: UiEvent };

/** How every answer crosses the bridge: errors as values, because thrown errors lose their code there. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReport };

/** Rows of what have changed. */
export const changedAreas = [
  'cases',
  'records',
  'evidence',
  'chronology',
  'bundles',
  'packs',
  'transfers',
  'vault',
  'backup',
  'drafts',
  'text',
  'messages',
  'likeness',
  'redactions',
] as const;
export type ChangedArea = (typeof changedAreas)[number];

/** What main, or the vault process over the page's port, tells the page without being asked. */
export type UiEvent =
  | { readonly type: 'status'; readonly status: VaultStatus }
  | { readonly type: 'job'; readonly job: Job }
  /** Rows of a case changed (import went on, entry saved elsewhere): read them again. */
  | {
      readonly type: 'changed';
      readonly area: ChangedArea;
      readonly caseId: string | null;
    }
  /** A key or menu item of the application. */
  | {
      readonly type: 'command';
      readonly command: 'new-entry' | 'import' | 'search' | 'keys' | 'licences';
    }
  /** The vault is about to be locked: send what is being typed to `drafts.save` now. */
  | { readonly type: 'seal' };

/** Paths of dropped files, the vault's port and what is copied go between preload and main; the page has no method for them. */
export type BridgeMethodName = Exclude<
  UiMethodName,
  'evidence.importDropped' | 'vault.connect' | 'vault.sealed' | 'clipboard.copy' | 'clipboard.selected'
>;

type AreaOf<N extends string> = N extends `${infer A}.${string}` ? A : never;
type VerbOf<N extends string, A extends string> = N extends `${A}.${infer V}` ? V : never;
type NameOf<A extends string, V extends string> = `${A}.${V}` & BridgeMethodName;

/** `window.holdfast`: named methods by area (`holdfast.cases.list({})`), each typed by the contract. */
export type HoldfastBridge = {
  readonly [A in AreaOf<BridgeMethodName>]: {
    readonly [V in VerbOf<BridgeMethodName, A>]: (
      input: UiInput<NameOf<A, V>>,
    ) => Promise<Reply<UiOutput<NameOf<A, V>>>>;
  };
} & {
  readonly events: {
    /** Listens until the returned function is called. */
    readonly on: (listener: (event: UiEvent) => void) => () => void;
  };
  readonly drops: {
    /** Starts an import of `File`s dropped on the page, once main has asked; their paths stay between preload and main. */
    readonly importFiles: (caseId: string, files: readonly object[]) => Promise<Reply<Job | null>>;
  };
};
