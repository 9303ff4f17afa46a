/** How a line of the caseload says of which case it is. */
export function CaseName({ reference, alias }: { readonly reference: string; readonly alias: string }) {
  return (
    <>
      <strong dir="auto">{reference}</strong> <bdi>“{alias}”</bdi>{' '}
    </>
  );
}
