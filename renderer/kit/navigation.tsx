import { createContext, useContext, useEffect } from 'react';
import type { EntryFilter } from '../../shared/models/entry-filter';
import type { MessageKey } from '../../shared/models/message';

/** Rooms of the chronology. */
export type ChronologyView = 'entries' | 'patterns' | 'coverage' | 'register';

/** Rooms of the casework in a case. */
export type CaseworkRoom = 'people' | 'contacts' | 'duties' | 'risk' | 'protection' | 'response' | 'letters';

/** Where a person is in the app. */
export type Route =
  | { readonly name: 'caseload' }
  | { readonly name: 'case'; readonly caseId: string; readonly form?: 'edit' }
  | { readonly name: 'evidence'; readonly caseId: string; readonly form?: 'handover' }
  | {
      readonly name: 'evidence-item';
      readonly caseId: string;
      readonly itemId: string;
      readonly form?: 'title' | 'date' | 'shown' | 'provenance' | 'handover' | 'reference' | 'document';
      /** Where it was opened from, to go back there. */
      readonly from?: 'bundle';
      /** Over the whole window, as the exhibit before it was. */
      readonly full?: boolean;
    }
  | {
      readonly name: 'likeness';
      readonly caseId: string;
      readonly part?: 'pairs' | 'conversations';
      /** A joined conversation to open. */
      readonly runId?: string;
    }
  /** Covering parts of an exhibit. */
  | { readonly name: 'redact'; readonly caseId: string; readonly itemId: string }
  | {
      readonly name: 'chronology';
      readonly caseId: string;
      readonly entryId?: string;
      /** Items a new entry is to be made from; an empty list opens an empty new entry. */
      readonly draftFrom?: readonly string[];
      /** Words for the quotation of the new entry. */
      readonly quote?: string;
      /** Messages a new entry is to be made from. */
      readonly draftMessages?: readonly MessageKey[];
      /** A new entry that begins as a template, or as a copy of another entry. */
      readonly beginAs?: { readonly template: string } | { readonly copyOf: string };
      readonly view?: ChronologyView;
      /** Conditions the entries are shown with. */
      readonly filter?: Partial<EntryFilter>;
    }
  | {
      readonly name: 'messages';
      readonly caseId: string;
      /** The export to look at; none for all of them. */
      readonly itemId?: string;
      /** Words to look for in it. */
      readonly text?: string;
      /** Only what this entry of the chronology stands on. */
      readonly entryId?: string;
    }
  /** With the form open of some of the proceedings by their id, or of new ones. */
  | { readonly name: 'proceedings'; readonly caseId: string; readonly form?: string }
  /** A room of the casework; with the record that is open in it, by its id, or `new-` and the kind of a new one. */
  | {
      readonly name: CaseworkRoom;
      readonly caseId: string;
      readonly record?: string;
      /** Entries that a new record begins with. */
      readonly entryIds?: readonly string[];
    }
  /** What is due, of all cases, by day. */
  | { readonly name: 'calendar' }
  /** Figures over the caseload. */
  | { readonly name: 'figures' }
  /** How long what is kept, requests for somebody's own data, complaints. */
  | {
      readonly name: 'retention';
      readonly record?: string;
      /** The case of the legal hold that is open. */
      readonly holdOn?: string;
    }
  /** Records with two versions undecided. */
  | { readonly name: 'two-versions'; readonly caseId: string }
  | { readonly name: 'bundle'; readonly caseId: string; readonly bundleId?: string }
  /** A folder of plain files for somebody who checks them without Holdfast. */
  | { readonly name: 'pack'; readonly caseId: string }
  /** With the case that is open, if one is. */
  | { readonly name: 'transfer'; readonly caseId?: string }
  | { readonly name: 'vault' }
  | { readonly name: 'audit' };

export interface Navigation {
  readonly route: Route;
  /** Goes there; asks first when something typed is not saved. */
  readonly go: (route: Route) => void;
  readonly setUnsaved: (unsaved: boolean) => void;
}

export const NavigationContext = createContext<Navigation | null>(null);

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('navigation is missing');
  return navigation;
}

/** While `unsaved`, nobody leaves the screen without being asked. Gives a function to call once it is saved. */
export function useUnsaved(unsaved: boolean): () => void {
  const { setUnsaved } = useNavigation();
  useEffect(() => {
    setUnsaved(unsaved);
    return () => {
      setUnsaved(false);
    };
  }, [unsaved, setUnsaved]);
  return () => {
    setUnsaved(false);
  };
}

/** The case a route belongs to, or null. */
export function caseOf(route: Route): string | null {
  return 'caseId' in route ? (route.caseId ?? null) : null;
}
