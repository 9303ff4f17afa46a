const two = (value: number): string => String(value).padStart(2, '0');

/** The first and the last day of the month that a day is in, YYYY-MM-DD each. */
export function monthAround(day: string): { readonly from: string; readonly until: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const start = `${String(year).padStart(4, '0')}-${two(month)}`;
  return { from: `${start}-01`, until: `${start}-${two(last)}` };
}
