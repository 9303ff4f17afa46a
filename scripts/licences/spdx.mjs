/**
 * True when an SPDX expression leaves a licence, or some together, that are all allowed: of `OR` one side is enough, of `AND` both
 * are needed. What is no expression is one name, and is allowed or not.
 *
 * @param isAllowed says it of one identifier
 */
export function satisfies(expression, isAllowed) {
  const words = expression.match(/[()]|[^\s()]+/gu) ?? [];
  let at = 0;
  const one = () => {
    if (words[at] !== '(') {
      const name = words[at++] ?? '';
      if (words[at] !== 'WITH') return isAllowed(name);
      at += 2;
      return isAllowed(`${name} WITH ${words[at - 1] ?? ''}`);
    }
    at += 1;
    const inside = either();
    at += 1;
    return inside;
  };
  const both = () => {
    let holds = one();
    while (words[at] === 'AND') {
      at += 1;
      // Read first: what stands to the right must be passed over even where the left already failed.
      const next = one();
      holds = holds && next;
    }
    return holds;
  };
  function either() {
    let holds = both();
    while (words[at] === 'OR') {
      at += 1;
      const next = both();
      holds = holds || next;
    }
    return holds;
  }
  const holds = either();
  return holds && at === words.length;
}
