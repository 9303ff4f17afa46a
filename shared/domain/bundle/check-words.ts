/** `1 page has`, `3 pages have`. */
export function plural(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

const mostListed = 12;

/** `AB/1, AB/2 and 3 more`. */
export function listed(texts: readonly string[], most = mostListed): string {
  const shown = texts.slice(0, most).join(', ');
  return texts.length > most ? `${shown} and ${texts.length - most} more` : shown;
}
