import { readFileSync } from 'node:fs';
import reactHooks from 'eslint-plugin-react-hooks';
import sonarjs from 'eslint-plugin-sonarjs';
import tseslint from 'typescript-eslint';

/** Folder equals runtime: what each folder must not import, and why. */
const nodeModules = [
  'node:*',
  'fs',
  'fs/*',
  'path',
  'crypto',
  'os',
  'child_process',
  'worker_threads',
  'stream',
  'stream/*',
  'util',
  'url',
  'zlib',
];
const network = [
  'http',
  'https',
  'net',
  'tls',
  'dgram',
  'dns',
  'http2',
  'node:http',
  'node:https',
  'node:net',
  'node:tls',
  'node:dgram',
  'node:dns',
  'node:http2',
];
const noNetwork = { group: network, message: 'Holdfast makes no connection, ever.' };
const systemTemp = [
  {
    name: 'node:os',
    importNames: ['tmpdir'],
    message: 'Nothing of a vault lies in the system\u2019s folder for temporary files: see vault/scratch.ts.',
  },
];
const restrict = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: [noNetwork, ...patterns], paths: systemTemp }],
});
const electron = { group: ['electron', 'electron/*'], message: 'This folder runs without Electron.' };
const node = { group: nodeModules, message: 'This folder runs without Node.' };
const services = { group: ['**/services/**'], message: 'This room knows no service.' };
const vault = {
  group: ['**/vault', '**/vault/**', '**/vault-process/**'],
  message: 'What strangers made is read where no key and no row is.',
};
const readers = { group: ['**/readers/**'], message: 'A format knows no reader.' };
const composed = {
  group: ['**/vault-process/**'],
  message: 'Only vault-process/ puts the vault process together.',
};
const rawIpc = (name) => ({
  group: ['electron'],
  importNames: [name],
  message: `Only one file may use ${name}.`,
});

const domGlobals = ['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB'];
const networkGlobals = ['XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection'].map((name) => ({
  name,
  message: 'Holdfast makes no connection, ever.',
}));
const fetchGlobal = { name: 'fetch', message: 'Holdfast makes no connection, ever.' };
const domRestricted = domGlobals.map((name) => ({
  name,
  message: 'shared/ runs everywhere, so it knows no page.',
}));
const nodeGlobals = ['process', 'Buffer', '__dirname', 'require', 'global'].map((name) => ({
  name,
  message: 'This folder runs without Node.',
}));

const exportDefault = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one name for a thing, everywhere.',
};
/** The clock of the computer can be set back while somebody works, so only the file that says so may read it. */
const wallClock = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message:
      'An instant comes from electron/clock.ts or renderer/kit/today.ts, a span of time from ticks() or performance.now().',
  },
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
    message:
      'An instant comes from electron/clock.ts or renderer/kit/today.ts, a span of time from ticks() or performance.now().',
  },
];
// A date is the UK's on every computer, whatever zone and language it is set to.
const machineDependent = [
  {
    selector:
      'CallExpression[callee.property.name=/^((get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|toDateString|toTimeString|toLocaleDateString|toLocaleTimeString)$/]',
    message:
      'This depends on the zone of the computer: use the UTC methods, or what is in shared/domain/dates.',
  },
  {
    // chrono reads days of the calendar out of such a date, in the zone it was made in.
    selector:
      'NewExpression[callee.name="Date"][arguments.length>1]:not(CallExpression[callee.object.name="GB"] > NewExpression)',
    message: 'This depends on the zone of the computer: use Date.UTC.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
    message: "This depends on the language of the computer: name it, 'en-GB'.",
  },
  {
    selector: 'CallExpression[callee.property.name="localeCompare"][arguments.length<2]',
    message: "This depends on the language of the computer: name it, 'en-GB', or compare with <.",
  },
  {
    selector: ':matches(NewExpression, CallExpression)[callee.object.name="Intl"][arguments.length=0]',
    message: "This depends on the language of the computer: name it, 'en-GB'.",
  },
  {
    selector:
      'NewExpression[callee.object.name="Intl"][callee.property.name="DateTimeFormat"]:not(:has(Property[key.name="timeZone"]))',
    message: 'This depends on the zone of the computer: give it a timeZone.',
  },
];

/** A day is the UK's, so it is never cut out of the text of an instant, which is in UTC. */
export const cutInstants = [
  'CallExpression[callee.property.name=/^(slice|substring|substr|split)$/][callee.object.callee.property.name="toISOString"]:not([arguments.1.value=19])',
  'CallExpression[callee.property.name=/^(slice|substring|substr|split)$/][callee.object.property.name=/^(at|now|instant|[a-z]\\w*At)$/]',
  'CallExpression[callee.property.name=/^(slice|substring|substr|split)$/][callee.object.name=/^(now|instant|[a-z]\\w*At)$/]',
  'CallExpression[callee.property.name=/^(slice|substring|substr|split)$/][callee.object.callee.name=/^nowIso$/]',
  'CallExpression[callee.property.name=/^(slice|substring|substr|split)$/][arguments.1.value=10][callee.object.property.name="local"][callee.object.object.callee.name="ukClockOf"]',
].map((selector) => ({
  selector,
  message:
    'The day of an instant is ukDay (shared/domain/dates/standing.ts), in the UK; its clock is ukClockOf.',
}));
/** What is shown may be worded otherwise tomorrow, so nothing is told apart, looked for or stored by it. */
export const comparedWords = [
  'BinaryExpression[operator=/^[!=]==?$/]:has(> Literal[value=/[A-Za-z]/]):has(> :matches(Identifier[name="label"], MemberExpression[property.name="label"], ChainExpression[expression.property.name="label"]))',
  'BinaryExpression[operator=/^[!=]==?$/]:matches([left.property.name="label"], [left.expression.property.name="label"]):matches([right.property.name="label"], [right.expression.property.name="label"])',
  'BinaryExpression[operator=/^[!=]==?$/] > Literal[value=/^[A-Z][a-z]+(,? [A-Za-z]+)+$/]',
  'SwitchStatement > :matches(Identifier[name="label"], MemberExpression[property.name="label"]).discriminant',
  'CallExpression[callee.property.name=/^(includes|startsWith|endsWith|indexOf|match)$/] > MemberExpression.callee > :matches(Identifier[name="label"], MemberExpression[property.name="label"]).object',
  'TemplateElement[value.raw=/\\blabel\\s*(=|<>|!=|GLOB\\b|LIKE\\b|IN\\b)/]',
  'Literal[value=/\\blabel\\s*(=|<>|!=|GLOB\\b|LIKE\\b|IN\\b) /]',
].map((selector) => ({
  selector,
  message:
    'Compare a code (shared/models/fact-code.ts): words are shown, and may be worded otherwise tomorrow.',
}));

/** Who wrote a version, where and when is the record store's to say: what is not a record yet may only get fewer. */
const stampColumns = ['TemplateElement[value.raw=/\\bhlc\\b/]', 'Literal[value=/\\bhlc\\b/]'].map(
  (selector) => ({
    selector,
    message: 'Office, author and clock are written by vault/records/store.ts alone; make it a record kind.',
  }),
);
const stampedAsItWas = [
  'electron/services/**/project-*.ts',
  'electron/services/chronology/views.ts',
  'electron/services/continuity/record.ts',
  'electron/services/evidence/choose-date.ts',
  'electron/services/evidence/handlers.ts',
  'electron/services/exhibits/edit-producers.ts',
  'electron/services/exhibits/police-ref.ts',
  'electron/services/items/producers.ts',
  'electron/services/leaving/choice-rows.ts',
  'electron/services/likeness/decisions.ts',
  'electron/services/likeness/runs.ts',
  'electron/services/offices/office-rows.ts',
  'electron/services/provenance/rows.ts',
  'electron/services/redaction/rows.ts',
  'electron/services/evidence/store-item.ts',
  'electron/services/text/handlers.ts',
  'electron/services/transfer/**',
];

/** What was too long or too complex when the limits came: test/structure/functions.test.ts sees that it only gets less. */
const functions = JSON.parse(
  readFileSync(new URL('./test/structure/functions.json', import.meta.url), 'utf8'),
);
// Blank lines and comments are no length: a limit should not be met by saying less about why.
const shortFunctions = {
  'max-lines-per-function': [
    'error',
    { max: functions.limits.lines, skipBlankLines: true, skipComments: true },
  ],
};
const simpleFunctions = { 'sonarjs/cognitive-complexity': ['error', functions.limits.complexity] };

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'demo-out/', 'test-results/', 'resources/', '**/*.cjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The component library calls its checkbox and radio by new names too; ours wrap the old ones in one place each.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: ['Checkbox', 'Radio'], package: 'react-aria-components' }] },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-globals': ['error', ...networkGlobals, fetchGlobal],
      'no-restricted-syntax': [
        'error',
        exportDefault,
        ...wallClock,
        ...machineDependent,
        ...cutInstants,
        ...comparedWords,
      ],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      ...restrict(),
    },
  },
  {
    files: ['shared/**'],
    rules: {
      ...restrict(electron, node, {
        group: ['react', 'react-*', '**/electron/**', '**/renderer/**'],
        message: 'shared/ is pure.',
      }),
      'no-restricted-globals': ['error', ...networkGlobals, fetchGlobal, ...domRestricted, ...nodeGlobals],
    },
  },
  {
    files: ['shared/domain/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness is passed in.' },
        { object: 'Date', property: 'now', message: 'The clock is passed in.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration:not([declaration.type="TSDeclareFunction"])',
          message: 'Named exports only.',
        },
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The clock is passed in.',
        },
        ...machineDependent,
        ...cutInstants,
        ...comparedWords,
      ],
    },
  },
  {
    files: ['renderer/**'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      ...restrict(electron, node, {
        group: ['**/electron/**'],
        message: 'The page has no Node and no keys.',
      }),
      'no-restricted-globals': ['error', ...networkGlobals, fetchGlobal, ...nodeGlobals],
      // A ref that holds the newest callback is written during rendering on purpose: see renderer/kit/hooks.ts.
      'react-hooks/refs': 'off',
    },
  },
  {
    // The lab reads its own decoder from its own folder; its session lets nothing else through.
    files: ['renderer/lab/**'],
    rules: { 'no-restricted-globals': ['error', ...networkGlobals, ...nodeGlobals] },
  },
  { files: ['electron/services/**'], rules: restrict(electron, composed) },
  {
    files: ['electron/services/**'],
    ignores: stampedAsItWas,
    rules: {
      'no-restricted-syntax': [
        'error',
        exportDefault,
        ...wallClock,
        ...machineDependent,
        ...cutInstants,
        ...comparedWords,
        ...stampColumns,
      ],
    },
  },
  { files: ['electron/vault/**'], rules: restrict(electron, composed, services) },
  // What strangers' bytes are, and what they say, is read without keys, and one day without Node: one file each names it.
  {
    files: ['electron/formats/**', 'electron/readers/**'],
    rules: {
      ...restrict(electron, node, services, vault),
      'no-restricted-globals': ['error', ...networkGlobals, fetchGlobal, ...nodeGlobals],
    },
  },
  { files: ['electron/formats/**'], rules: restrict(electron, node, services, vault, readers) },
  {
    files: ['electron/formats/node.ts', 'electron/readers/kit/node.ts'],
    rules: restrict(electron, services, vault),
  },
  {
    files: ['electron/main/**', 'electron/demo/**', 'electron/lab/**'],
    ignores: ['electron/main/ipc.ts'],
    rules: restrict(rawIpc('ipcMain'), rawIpc('ipcRenderer')),
  },
  { files: ['electron/main/ipc.ts'], rules: restrict(rawIpc('ipcRenderer')) },
  {
    files: ['electron/clock.ts', 'renderer/kit/today.ts'],
    rules: { 'no-restricted-syntax': ['error', exportDefault, ...machineDependent] },
  },
  {
    files: ['*.config.ts', '*.config.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['electron/**', 'renderer/**', 'shared/**'],
    plugins: { sonarjs },
    rules: { ...shortFunctions, ...simpleFunctions },
  },
  { files: Object.keys(functions.long), rules: { 'max-lines-per-function': 'off' } },
  { files: Object.keys(functions.complex), rules: { 'sonarjs/cognitive-complexity': 'off' } },
  // A migration is told step by step, and one that has shipped is never edited.
  { files: ['electron/vault/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['test/**'],
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', exportDefault, ...machineDependent],
      'no-restricted-globals': ['error', ...networkGlobals],
    },
  },
);
