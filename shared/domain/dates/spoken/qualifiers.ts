export interface Qualifier {
  readonly start: number;
  readonly mark: '' | '~' | '?' | '%';
  readonly kind: 'none' | 'since' | 'until' | 'week';
  readonly third: 0 | 1 | 2 | null;
}

/** Words right before a date that say how sure it is, or what of it is meant. */
export function qualifierBefore(text: string, index: number): Qualifier {
  let start = index;
  let [rough, unsure] = [false, false];
  let kind: Qualifier['kind'] = 'none';
  let third: Qualifier['third'] = null;
  const take = (pattern: RegExp): boolean => {
    const found = pattern.exec(text.slice(0, start));
    if (found === null) return false;
    start = found.index;
    return true;
  };
  for (let step = 0; step < 8; step += 1) {
    if (take(/(?:^|(?<=[\s,;(]))(?:about|around|roughly|approximately|circa|c\.|or about|or around|~)\s*$/iu))
      rough = true;
    else if (
      take(
        /\b(?:maybe|perhaps|possibly|probably|i think|it may have been|it might have been|not sure but)\s*,?\s*$/iu,
      )
    )
      unsure = true;
    else if (take(/\b(?:early|beginning of|start of|(?:the )?first (?:week|days) of)\s*$/iu)) third = 0;
    else if (take(/\b(?:mid|middle of)[\s-]*$/iu)) third = 1;
    else if (take(/\b(?:late|end of)\s*$/iu)) third = 2;
    else if (take(/\b(?:(?:in|during) )?(?:the )?(?:week (?:of|beginning|commencing|from)|w\/c)\s*$/iu))
      kind = 'week';
    else if (take(/\b(?:ever )?since\s*$/iu)) kind = 'since';
    else if (take(/\b(?:until|till|up to)\s*$/iu)) kind = 'until';
    else if (take(/\b(?:on|in|at|the|of|sometime|some time|by|during|from)\s*$/iu)) continue;
    else break;
  }
  return { start, mark: rough && unsure ? '%' : rough ? '~' : unsure ? '?' : '', kind, third };
}
