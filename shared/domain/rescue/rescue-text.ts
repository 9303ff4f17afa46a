/** One step of opening a package without Holdfast: what it does, and the commands, one a line, as they are typed. */
export interface RescueStep {
  readonly title: string;
  readonly text: string;
  readonly commands: readonly string[];
}

/** What the names are in the commands: whoever types them calls the files so. */
export const rescueNames = { package: 'package.hfcase', key: 'key.age' } as const;

export const rescueIntro =
  'A package is an age file around a tar. With the programs age, tar and sha256sum, which every Debian and Ubuntu has (age 1.1 or later), it opens on any computer, without Holdfast and for ever.';

const openedWithKey: RescueStep = {
  title: 'If it was sealed for an office',
  text: `The office that it was sealed for needs its key as a file. Holdfast saves it, under a passphrase, on the page that these words stand on. Put both files into an empty folder as ${rescueNames.package} and ${rescueNames.key}. age asks for the passphrase of the key.`,
  commands: [`age -d -i ${rescueNames.key} -o package.tar ${rescueNames.package}`],
};

const openedWithPassphrase: RescueStep = {
  title: 'If it was sealed with a passphrase',
  text: `Put the package into an empty folder as ${rescueNames.package}. age asks for the passphrase.`,
  commands: [`age -d -o package.tar ${rescueNames.package}`],
};

const after: readonly RescueStep[] = [
  {
    title: 'Unpack it',
    text: 'Into a folder of its own, so that nothing else is overwritten.',
    commands: ['mkdir unpacked', 'tar -xf package.tar -C unpacked', 'cd unpacked'],
  },
  {
    title: 'Check every file',
    text: 'Each file in the folder “files” is called by its fingerprint (SHA-256), and each must come out as OK. manifest.json gives the fingerprint of everything else; it is signed by the sender (manifest.sig, which Holdfast checks).',
    commands: [
      'for f in files/*; do echo "${f#files/}  $f"; done | sha256sum --strict -c -',
      'grep -q "$(sha256sum < records.json | cut -c1-64)" manifest.json && echo "records.json: OK"',
    ],
  },
];

export const rescueEnd =
  'records.json is text: it holds the case, its chronology and its exhibits. Beside the name that each exhibit came under (“fileName”) stands its fingerprint (“sha256”), which is the name of its file in “files”. Files with messages and recognised text have one line for each row. What you unpack is not encrypted any more: delete it when you are done, and do it on a computer whose disk is encrypted.';

export const rescueKinds = ['key', 'passphrase'] as const;
export type RescueKind = (typeof rescueKinds)[number];

/** The steps for a package that was sealed one way or the other. */
export function rescueSteps(kind: RescueKind): readonly RescueStep[] {
  return [kind === 'key' ? openedWithKey : openedWithPassphrase, ...after];
}

/** Words broken into lines for a screen of 80 letters. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + word.length < 78) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const printed = ({ title, text, commands }: RescueStep): string =>
  [title.toUpperCase(), wrapped(text), '', ...commands.map((command) => `    $ ${command}`), ''].join('\n');

/** README.txt, to lie beside a package: nothing of any case is in it. */
export function rescueReadme(): string {
  return [
    'HOW TO OPEN A HOLDFAST PACKAGE WITHOUT HOLDFAST',
    '',
    wrapped(rescueIntro),
    '',
    wrapped('Lines that begin with $ are typed into a terminal, without the $.'),
    '',
    printed(openedWithKey),
    printed(openedWithPassphrase),
    ...after.map(printed),
    wrapped(rescueEnd),
    '',
  ].join('\n');
}
