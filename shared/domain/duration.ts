/** `1:05`, `12:00`, `1:02:03`: how long a recording is, as players show it. */
export function clockDuration(milliseconds: number): string {
  const { hours, minutes, seconds } = partsOf(milliseconds);
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** `1 min 5 s`, `2 h 3 min`: the same in words. */
export function printDuration(milliseconds: number): string {
  if (milliseconds > 0 && milliseconds < 1000) return 'less than 1 s';
  const { hours, minutes, seconds } = partsOf(milliseconds);
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(seconds > 0 || hours + minutes === 0 ? [`${seconds} s`] : []),
  ];
  return parts.join(' ');
}

function partsOf(milliseconds: number) {
  const all = Math.round(milliseconds / 1000);
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
}
