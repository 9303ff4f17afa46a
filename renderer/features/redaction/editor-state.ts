import type { PagePlace, RedactionBox, RedactionReason } from '../../../shared/models/redaction';
import { mostBoxes } from '../../../shared/models/redaction';
import { printedWords } from '../../strings/redaction';

/** A box while it is worked on; the key stays the same while the box is moved. */
export interface EditedBox extends PagePlace {
  readonly key: string;
  readonly reason: RedactionReason;
  readonly note: string;
  readonly words: string;
}

export interface EditorState {
  readonly boxes: readonly EditedBox[];
  readonly selected: string | null;
  readonly page: number;
  /** The reason the next box begins with: often the same thing is covered several times. */
  readonly reason: RedactionReason;
  readonly next: number;
  readonly past: readonly (readonly EditedBox[])[];
  readonly future: readonly (readonly EditedBox[])[];
  /** What the newest step changed, so that a box that is moved by ten key presses is one step to undo. */
  readonly merging: string | null;
}

export type EditorAction =
  | { readonly type: 'add'; readonly places: readonly PagePlace[] }
  | { readonly type: 'place'; readonly key: string; readonly place: Omit<PagePlace, 'page'> }
  | {
      readonly type: 'describe';
      readonly key: string;
      readonly change: Partial<Pick<EditedBox, 'reason' | 'note' | 'words'>>;
    }
  | { readonly type: 'remove'; readonly key: string }
  | { readonly type: 'select'; readonly key: string | null }
  /** A drag or a run of key presses is over: the next change is a step of its own. */
  | { readonly type: 'settle' }
  | { readonly type: 'page'; readonly page: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

const mostSteps = 200;

export function startEditing(boxes: readonly RedactionBox[]): EditorState {
  const keyed = boxes.map((box, index) => ({ ...box, key: `b${index + 1}` }));
  return {
    boxes: keyed,
    selected: null,
    page: keyed[0]?.page ?? 1,
    reason: keyed.at(-1)?.reason ?? 'client-address',
    next: keyed.length + 1,
    past: [],
    future: [],
    merging: null,
  };
}

/** Boxes in the order of the pages, and of each page from top to bottom: the order of the list, the names and the keyboard. */
export function inOrder(boxes: readonly EditedBox[]): readonly EditedBox[] {
  return [...boxes].sort((a, b) => a.page - b.page || Number(a.key.slice(1)) - Number(b.key.slice(1)));
}

export function asBoxes(boxes: readonly EditedBox[]): readonly RedactionBox[] {
  return inOrder(boxes).map(({ page, x, y, width, height, reason, note, words }) => ({
    page,
    x,
    y,
    width,
    height,
    reason,
    note: note.trim(),
    words: words.trim(),
  }));
}

function step(state: EditorState, boxes: readonly EditedBox[], merging: string | null): EditorState {
  const merges = merging !== null && state.merging === merging;
  return {
    ...state,
    boxes,
    past: merges ? state.past : [...state.past, state.boxes].slice(-mostSteps),
    future: [],
    merging,
  };
}

function changeBox(
  state: EditorState,
  key: string,
  merging: string,
  change: (box: EditedBox) => EditedBox,
): EditorState {
  if (!state.boxes.some((box) => box.key === key)) return state;
  return step(
    state,
    state.boxes.map((box) => (box.key === key ? change(box) : box)),
    merging,
  );
}

export function edit(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'add':
      return add(state, action.places);
    case 'place':
      return changeBox(state, action.key, `place ${action.key}`, (box) => ({ ...box, ...action.place }));
    case 'describe': {
      const { change, key } = action;
      const after = changeBox(state, key, `${Object.keys(change).join()} ${key}`, (box) => ({
        ...box,
        ...change,
        // Words nobody has touched follow the reason.
        ...(change.reason !== undefined && box.words === printedWords(box.reason)
          ? { words: printedWords(change.reason) }
          : {}),
      }));
      return change.reason === undefined ? after : { ...after, reason: change.reason };
    }
    case 'remove': {
      const order = inOrder(state.boxes);
      const at = order.findIndex(({ key }) => key === action.key);
      if (at < 0) return state;
      const beside = order[at + 1] ?? order[at - 1];
      return {
        ...step(
          state,
          state.boxes.filter(({ key }) => key !== action.key),
          null,
        ),
        selected: beside?.key ?? null,
      };
    }
    case 'select':
      return state.selected === action.key ? state : { ...state, selected: action.key, merging: null };
    case 'settle':
      return { ...state, merging: null };
    case 'page':
      return { ...state, page: action.page, selected: null, merging: null };
    case 'undo':
    case 'redo':
      return travel(state, action.type);
  }
}

function add(state: EditorState, places: readonly PagePlace[]): EditorState {
  const room = places.slice(0, mostBoxes - state.boxes.length);
  if (room.length === 0) return state;
  const made = room.map((place, index) => ({
    ...place,
    key: `b${state.next + index}`,
    reason: state.reason,
    note: '',
    words: printedWords(state.reason),
  }));
  return {
    ...step(state, [...state.boxes, ...made], null),
    next: state.next + made.length,
    selected: made[0]?.key ?? null,
    page: made[0]?.page ?? state.page,
  };
}

function travel(state: EditorState, way: 'undo' | 'redo'): EditorState {
  const from = way === 'undo' ? state.past : state.future;
  const boxes = from.at(-1);
  if (boxes === undefined) return state;
  const rest = from.slice(0, -1);
  const selected = boxes.some(({ key }) => key === state.selected) ? state.selected : null;
  return way === 'undo'
    ? { ...state, boxes, past: rest, future: [...state.future, state.boxes], selected, merging: null }
    : { ...state, boxes, future: rest, past: [...state.past, state.boxes], selected, merging: null };
}

/** What stands in the way of making the copy, box by box. */
export function problemOf(box: Pick<EditedBox, 'reason' | 'note'>): string | null {
  return box.reason === 'other' && box.note.trim() === '' ? 'Say what it is.' : null;
}
