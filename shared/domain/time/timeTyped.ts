/** What a person typed as a time (`7`, `7.30`, `730`, `07:30`) as `HH:MM`; anything else comes back unchanged. */
export function timeTyped(text: string): string {
  const match = /^\s*(\d{1,2})(?:[.:\s]?(\d{2}))?\s*$/u.exec(text);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? '0')];
  if (match === null || hour > 23 || minute > 59) return text;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
