/** What Holdfast is, under which licence, and what it is made of. */
export const aboutWords = {
  title: 'About Holdfast',
  version: (version: string, electron: string) => `Version ${version}, on Electron ${electron}.`,
  licence: 'Free software under the MIT licence. What it is made of has licences of its own.',
  open: 'Licences',
  close: 'Close',
  parts: 'What Holdfast is made of',
  runtime: 'What Electron and Chromium are made of',
  runtimeWhy: (count: string) =>
    `Electron is the program that Holdfast runs in. It holds ${count}: open one to read its licence.`,
  oneRuntimePart: 'part',
  runtimeParts: 'parts',
  noRuntime: 'Their list does not lie beside the program. It is called LICENSES.chromium.html.',
};
