import { HoldfastError } from '../../../shared/errors';
import { ref } from './syntax';
import type { ObjectNumber } from './syntax';
import type { FileWriter } from './file-writer';

/** Pages, or nodes, below one node: readers walk from the root to a page. */
const perNode = 40;

interface Node {
  readonly number: ObjectNumber;
  readonly kids: readonly ObjectNumber[];
  readonly pages: number;
}

/** What of the tree a later file that goes on behind this one needs to know. */
export interface TreeLayout {
  readonly root: ObjectNumber;
  /** The nodes right below the root. */
  readonly nodes: readonly ObjectNumber[];
  readonly pages: readonly ObjectNumber[];
  /** Every node but the root; null in files of an earlier Holdfast, into which no page can be inserted. */
  readonly inner: readonly InnerNode[] | null;
}

/** A node as it was written: what it is below, and what is below it. */
interface InnerNode {
  readonly number: ObjectNumber;
  readonly parent: ObjectNumber;
  readonly kids: readonly ObjectNumber[];
  readonly pages: number;
}

/**
 * The pages of a file in their order, in a balanced tree (ISO 32000-1, 7.7.3). With `before`, they stand behind those of a file
 * that is there already.
 */
export class PageTree {
  readonly root: ObjectNumber;
  private readonly written: InnerNode[] = [];
  private readonly leaves: { readonly number: ObjectNumber; readonly kids: ObjectNumber[] }[] = [];

  constructor(
    private readonly writer: FileWriter,
    private readonly before: TreeLayout | null = null,
    private readonly behind: number = before?.pages.length ?? 0,
  ) {
    this.root = before?.root ?? writer.reserve();
  }

  /** A number for the next page, and the node that it names as its parent. */
  add(page: ObjectNumber = this.writer.reserve()): {
    readonly page: ObjectNumber;
    readonly parent: ObjectNumber;
  } {
    let leaf = this.leaves.at(-1);
    if (leaf === undefined || leaf.kids.length >= perNode) {
      leaf = { number: this.writer.reserve(), kids: [] };
      this.leaves.push(leaf);
    }
    leaf.kids.push(page);
    return { page, parent: leaf.number };
  }

  /** The pages in their order, by their numbers as objects. */
  get pages(): readonly ObjectNumber[] {
    const before = this.before?.pages ?? [];
    const own = this.leaves.flatMap(({ kids }) => kids);
    return [...before.slice(0, this.behind), ...own, ...before.slice(this.behind)];
  }

  finish(): TreeLayout {
    let level: readonly Node[] = this.leaves.map(({ number, kids }) => ({
      number,
      kids,
      pages: kids.length,
    }));
    while (level.length > perNode) level = this.above(level);
    const { pages, before } = this;
    const isInserted = before !== null && this.behind < before.pages.length;
    const kept = isInserted ? this.insert(before, level) : (before?.inner ?? null);
    if (!isInserted) for (const node of level) this.write(node, this.root);
    const nodes = [...(before?.nodes ?? []), ...(isInserted ? [] : level.map(({ number }) => number))];
    this.writer.put(this.root, `<</Type/Pages/Count ${pages.length}/Kids[${nodes.map(ref).join(' ')}]>>`);
    const inner = before !== null && kept === null ? null : [...(kept ?? []), ...this.written];
    return { root: this.root, nodes, pages, inner };
  }

  /** Puts nodes into the one that holds the page before them, and counts on in all above it. Gives the nodes of before as they are now. */
  private insert(before: TreeLayout, level: readonly Node[]): readonly InnerNode[] {
    const page = before.pages[this.behind - 1];
    const holder = before.inner?.find(({ kids }) => page !== undefined && kids.includes(page));
    if (before.inner === null || page === undefined || holder === undefined)
      throw new HoldfastError('bundle-not-continuable');
    for (const node of level) this.write(node, holder.number);
    const added = level.reduce((sum, { pages }) => sum + pages, 0);
    const changed = new Map<ObjectNumber, InnerNode>();
    let node: InnerNode | undefined = holder;
    while (node !== undefined) {
      const { number, parent, kids }: InnerNode = node;
      const at = kids.indexOf(page) + 1;
      const own = node === holder ? level.map((each) => each.number) : [];
      changed.set(number, {
        ...node,
        kids: own.length === 0 ? kids : [...kids.slice(0, at), ...own, ...kids.slice(at)],
        pages: node.pages + added,
      });
      node = before.inner.find((each) => each.number === parent);
    }
    for (const each of changed.values()) this.writer.put(each.number, nodeText(each));
    return before.inner.map((each) => changed.get(each.number) ?? each);
  }

  private above(level: readonly Node[]): readonly Node[] {
    const above: Node[] = [];
    for (let from = 0; from < level.length; from += perNode) {
      const some = level.slice(from, from + perNode);
      const number = this.writer.reserve();
      for (const node of some) this.write(node, number);
      above.push({
        number,
        kids: some.map((node) => node.number),
        pages: some.reduce((sum, { pages }) => sum + pages, 0),
      });
    }
    return above;
  }

  private write(node: Node, parent: ObjectNumber): void {
    this.written.push({ ...node, parent });
    this.writer.put(node.number, nodeText({ ...node, parent }));
  }
}

function nodeText({ parent, pages, kids }: InnerNode): string {
  return `<</Type/Pages/Parent ${ref(parent)}/Count ${pages}/Kids[${kids.map(ref).join(' ')}]>>`;
}
