/** Why the lab could not do it, as one of the codes the vault knows. */
export class LabProblem extends Error {
  constructor(
    readonly code:
      'unreadable-image' | 'unreadable-pdf' | 'unsupported-preview' | 'file-too-large' | 'language-unusable',
  ) {
    super(code);
  }
}
