import {
  openedSeries,
  referenceTaken,
  seriesBeside,
  seriesHandedOver,
  seriesOf,
  seriesReceived,
} from '../../shared/domain/records/series';
import type { Series } from '../../shared/domain/records/series';

const producerId = 'producer';

/** What a package says of exhibits and of the series that number them. */
export interface PackedExhibits {
  readonly office: string;
  /** References by the ids of exhibits. */
  readonly refs: ReadonlyMap<string, string>;
  readonly series: readonly Series[];
}

/** The exhibits of a case in one office, with the references that it and others gave them. */
export class MergingExhibits {
  refs: ReadonlyMap<string, string> = new Map();
  series: readonly Series[] = [];

  constructor(
    private readonly office: string,
    private readonly newId: () => string,
    /** What any series ever gave, in all offices. */
    private readonly given: Set<string>,
  ) {}

  /** The series that a new case begins with. */
  begin(): void {
    const initials = 'AB';
    this.series = [openedSeries({ id: this.newId(), producerId, initials, owner: this.office }, [])];
  }

  /** A new exhibit. Throws where a series gives a reference for the second time. */
  add(): void {
    const used = new Set(this.refs.values());
    const sources = { newId: this.newId, random: () => (this.given.size % 26) / 26 };
    const ours =
      seriesOf(this.series, producerId, this.office) ??
      seriesBeside(this.series, producerId, this.office, used, sources);
    const { ref, series } = referenceTaken(ours, this.office, used);
    if (this.given.has(`${series.id} ${ref}`)) throw new Error(`${ref} was given twice`);
    this.given.add(`${series.id} ${ref}`);
    this.series = [...this.series.filter(({ id }) => id !== series.id), series];
    this.refs = new Map([...this.refs, [this.newId(), ref]]);
  }

  /** All of them, or some; `to` counts on in the place of this office. */
  pack(goes: (id: string) => boolean, to: string | null = null): PackedExhibits {
    const refs = new Map([...this.refs].filter(([id]) => goes(id)));
    if (to === null || to === this.office) return { office: this.office, refs, series: this.series };
    const { here, packed } = seriesHandedOver(this.series, this.office, to, this.newId);
    this.series = here;
    return { office: this.office, refs, series: packed };
  }

  /** Throws where an exhibit that is here comes with another reference. */
  receive({ office: from, refs, series }: PackedExhibits): void {
    for (const [id, ref] of refs) if ((this.refs.get(id) ?? ref) !== ref) throw new Error(`${id} is another`);
    this.refs = new Map([...this.refs, ...refs]);
    const { office } = this;
    const seen = [...this.refs.values()];
    this.series = seriesReceived(this.series, series, { office, refs: seen, renewed: null, from: [from] });
  }

  /** Everything of it as text: equal in two offices that know the same. */
  text(): string {
    const byId = (one: readonly [string, unknown], other: readonly [string, unknown]): number =>
      one[0] < other[0] ? -1 : 1;
    const series = this.series.map((each) => [each.id, each] as const);
    return JSON.stringify([[...this.refs].sort(byId), series.sort(byId)]);
  }
}
