const unknown = 'not known';
const day = 24 * 60 * 60 * 1000;

function age(released, now) {
  if (released === null) return unknown;
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(released)) / day));
  return days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`;
}

function newest({ known, newest: latest, version }) {
  if (!known) return unknown;
  return latest === version ? 'this one' : latest;
}

function remarks({ known, deprecated, advisories, installScript, package: own, name }) {
  return [
    own === name ? null : `is ${own}`,
    installScript ? 'install script (off)' : null,
    known && deprecated !== null ? `DEPRECATED: ${deprecated}` : null,
    ...(advisories ?? []).map(({ severity, title }) => `ADVISORY (${severity}): ${title}`),
  ]
    .filter((text) => text !== null)
    .join('; ');
}

const columns = ['package', 'version', 'newest', 'age of version', 'last published', 'licence', 'remarks'];

function cells(row, now) {
  return [
    row.name,
    row.version ?? unknown,
    newest(row),
    age(row.released, now),
    row.lastPublished?.slice(0, 10) ?? unknown,
    row.licence ?? unknown,
    remarks(row),
  ];
}

function aligned(lines) {
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  return lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  );
}

const groups = [
  ['Asked for, and handed to people', (row) => row.asked !== null && row.handedOut],
  ['Brought along by these, and handed to people', (row) => row.asked === null],
  ['For development, tests and packaging alone', (row) => row.asked !== null && !row.handedOut],
];

/** The rows for a person to read, each group under its heading. */
export function tableText(rows, now) {
  return groups
    .map(([title, is]) => [title, rows.filter(is)])
    .filter(([, found]) => found.length > 0)
    .map(([title, found]) =>
      [`${title} (${found.length})`, ...aligned([columns, ...found.map((row) => cells(row, now))])].join(
        '\n',
      ),
    )
    .join('\n\n');
}

/** What could not be asked, and what the rows come to, a sentence each. */
export function summary(rows, { registry, advisories }) {
  const behind = rows.filter(({ known, newest: latest, version }) => known && latest !== version);
  const givenUp = rows.filter(({ known, deprecated }) => known && deprecated !== null);
  const advised = rows.filter((row) => (row.advisories ?? []).length > 0);
  const names = (some) => (some.length === 0 ? 'none' : some.map(({ name }) => name).join(', '));
  return [
    registry
      ? `Not the newest: ${names(behind)}.`
      : 'The registry could not be asked: versions and days are not known.',
    ...(registry ? [`Deprecated: ${names(givenUp)}.`] : []),
    advisories
      ? `With an advisory: ${names(advised)}.`
      : 'Advisories are not known: the registry that npm is set to did not answer `npm audit`. That is no all-clear.',
  ];
}
