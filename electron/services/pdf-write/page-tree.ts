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

/** The pages of a file in their order, in a balanced tree (ISO 32000-1, 7.7.3). */
export class PageTree {
  readonly root: ObjectNumber;
  private readonly leaves: { readonly number: ObjectNumber; readonly kids: ObjectNumber[] }[] = [];

  constructor(private readonly writer: FileWriter) {
    this.root = writer.reserve();
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
    return this.leaves.flatMap(({ kids }) => kids);
  }

  finish(): void {
    let level: readonly Node[] = this.leaves.map(({ number, kids }) => ({
      number,
      kids,
      pages: kids.length,
    }));
    while (level.length > perNode) level = this.above(level);
    const count = level.reduce((sum, { pages }) => sum + pages, 0);
    for (const node of level) this.write(node, this.root);
    this.writer.put(
      this.root,
      `<</Type/Pages/Count ${count}/Kids[${level.map(({ number }) => ref(number)).join(' ')}]>>`,
    );
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
