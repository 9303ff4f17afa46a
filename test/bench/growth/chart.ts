import type { Taken } from './simulate';

/** One chart of dots on two logarithmic scales: bytes or milliseconds by versions of the case. */
export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly of: (taken: Taken) => number;
}

const width = 640;
const height = 360;
const edge = { left: 64, right: 16, top: 32, bottom: 44 } as const;
const sorts = [
  { name: 'whole', colour: '#1f5fa8', is: ['copy', 'handover'] },
  { name: 'changes', colour: '#b3541e', is: ['changes'] },
  { name: 'share', colour: '#5b7a3a', is: ['share'] },
] as const;
/** More would only lie on each other. */
const mostDots = 400;

/** As SVG, readable without the colours by the words beside them. */
export function chartOf(taken: readonly Taken[], { title, unit, of }: Chart): string {
  const x = scale(
    taken.map(({ versions }) => versions),
    edge.left,
    width - edge.right,
  );
  const y = scale(taken.map(of), height - edge.bottom, edge.top);
  const dots = sorts.flatMap(({ colour, is }) => {
    const ofSort = taken.filter(({ purpose }) => (is as readonly string[]).includes(purpose));
    const each = Math.max(1, Math.ceil(ofSort.length / mostDots));
    const points = ofSort
      .filter((_, at) => at % each === 0)
      .map((one) => `M${x.at(one.versions)} ${y.at(of(one))}h0`);
    return `<path d="${points.join('')}" stroke="${colour}" stroke-width="3" stroke-linecap="round"/>`;
  });
  const words = (at: readonly [number, number], word: string, more = ''): string =>
    `<text x="${at[0]}" y="${at[1]}"${more}>${word}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title><rect width="${width}" height="${height}" fill="#fff"/>`,
    words([edge.left, 18], title, ' font-weight="bold"'),
    ...y.marks.map(
      (mark) =>
        `<path d="M${edge.left} ${y.at(mark)}H${width - edge.right}" stroke="#ddd"/>${words([edge.left - 6, y.at(mark) + 4], `${mark} ${unit}`, ' text-anchor="end"')}`,
    ),
    ...x.marks.map((mark) =>
      words([x.at(mark), height - edge.bottom + 16], String(mark), ' text-anchor="middle"'),
    ),
    words([(width + edge.left) / 2, height - 8], 'versions of the case', ' text-anchor="middle"'),
    ...dots,
    ...sorts.map(({ name, colour }, at) =>
      words([width - 220 + at * 70, 18], `● ${name}`, ` fill="${colour}"`),
    ),
    '</svg>',
    '',
  ].join('\n');
}

/** A logarithmic scale over all values, with a mark at each power of ten. */
function scale(values: readonly number[], from: number, to: number) {
  const logs = values.filter((value) => value > 0).map((value) => Math.log10(value));
  const low = logs.reduce((least, each) => Math.min(least, each), Infinity);
  const high = logs.reduce((most, each) => Math.max(most, each), -Infinity);
  const marks = Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (_, at) =>
    Number((10 ** (Math.ceil(low) + at)).toPrecision(1)),
  );
  const at = (value: number): number =>
    Math.round(from + ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)) * (to - from));
  return { at, marks };
}
