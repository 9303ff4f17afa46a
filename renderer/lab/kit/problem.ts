/** Why the lab could not do it, as one of the codes the vault knows. */
export class LabProblem extends Error {
  constructor(
    readonly code:
      | 'unreadable-image'
      | 'unreadable-pdf'
      | 'encrypted-file'
      | 'certificate-locked'
      | 'unsupported-preview'
      | 'file-too-large'
      | 'language-unusable',
    /** It was opened, and failed in what was then done with it. */
    readonly isWhileWorking = false,
  ) {
    super(code);
  }
}
