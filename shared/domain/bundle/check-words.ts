const mostListed = 12;

/** `AB/1, AB/2 and 3 more`. */
export function listed(parts: readonly (string | number)[], most = mostListed): string {
  const shown = parts.slice(0, most).join(', ');
  return parts.length > most ? `${shown} and ${parts.length - most} more` : shown;
}
