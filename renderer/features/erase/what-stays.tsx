/** Where what was erased may still be: every dialog that erases says the same. */
export function WhatStays() {
  return (
    <>
      <li>
        The next good backup to each place removes it there too. Until then it can be restored from there; a
        backup that is never renewed keeps it.
      </li>
      <li>Bundles you saved, copies and packages are elsewhere and are not touched.</li>
      <li>
        Holdfast cannot read it any more. A solid-state disk or a stick may keep old pages with its keys for
        some time, which an expert with a passphrase of this vault could still find.
      </li>
    </>
  );
}
