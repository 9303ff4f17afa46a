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
}

/**
 * The pages of a file in their order, in a balanced tree (ISO 32000-1, 7.7.3). With `before`, they stand behind those of a file
 * that is there already.
 */
export class PageTree {
  readonly root: ObjectNumber;
  private readonly leaves: { readonly number: ObjectNumber; readonly kids: ObjectNumber[] }[] = [];

  constructor(
    private readonly writer: FileWriter,
    private readonly before: TreeLayout | null = null,
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
    return [...(this.before?.pages ?? []), ...this.leaves.flatMap(({ kids }) => kids)];
  }

  finish(): TreeLayout {
    let level: readonly Node[] = this.leaves.map(({ number, kids }) => ({
      number,
      kids,
      pages: kids.length,
    }));
    while (level.length > perNode) level = this.above(level);
    for (const node of level) this.write(node, this.root);
    const { pages } = this;
    const nodes = [...(this.before?.nodes ?? []), ...level.map(({ number }) => number)];
    this.writer.put(this.root, `<</Type/Pages/Count ${pages.length}/Kids[${nodes.map(ref).join(' ')}]>>`);
    return { root: this.root, nodes, pages };
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

  private write({ number, kids, pages }: Node, parent: ObjectNumber): void {
    this.writer.put(
      number,
      `<</Type/Pages/Parent ${ref(parent)}/Count ${pages}/Kids[${kids.map(ref).join(' ')}]>>`,
    );
  }
}
