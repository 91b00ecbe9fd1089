import type { Surface } from '../shared/rpc/roles.ts';
import type { Display, Rectangle } from './electronApi.ts';
import type { DisplayChoice } from './shellSettings.ts';

/** What of a display decides where a window goes. */
export type DisplayFacts = Pick<Display, 'id' | 'label' | 'bounds' | 'workArea'>;

export interface Placement {
  readonly bounds: Rectangle;
  /** Covers the display: a kiosk always, a board when it has a display of its own. */
  readonly cover: boolean;
}

const usualSize = { width: 1280, height: 800 };

/**
 * The display for a surface: the chosen one by id, else the one with the chosen label, else (unplugged, or never chosen)
 * for a board the first display besides the primary one, and the primary display for the rest.
 */
export function displayFor(
  surface: Exclude<Surface, 'staff'>,
  choice: DisplayChoice | undefined,
  displays: readonly DisplayFacts[],
  primary: DisplayFacts,
): DisplayFacts {
  const byId = displays.find(({ id, label }) => id === choice?.id && label === choice.label);
  const byLabel = displays.find(({ label }) => label !== '' && label === choice?.label);
  const sameId = displays.find(({ id }) => id === choice?.id);
  const chosen = byId ?? byLabel ?? sameId;
  if (chosen !== undefined) return chosen;
  return (surface === 'board' ? displays.find(({ id }) => id !== primary.id) : undefined) ?? primary;
}

/** Where a kiosk or board goes on its display. On the only display a board leaves the staff window reachable. */
export function placeOn(surface: Exclude<Surface, 'staff'>, display: DisplayFacts, primary: DisplayFacts): Placement {
  const cover = surface === 'kiosk' || display.id !== primary.id;
  return { bounds: cover ? display.bounds : display.workArea, cover };
}

/** Where the staff window goes: where it was, as long as enough of it would be seen on a display that is there now. */
export function placeStaff(remembered: Rectangle | null, displays: readonly DisplayFacts[], primary: DisplayFacts): Placement {
  const visible = remembered !== null && displays.some(({ workArea }) => overlap(workArea, remembered) >= 200 * 200);
  return { bounds: visible ? remembered : centred(primary.workArea), cover: false };
}

function centred({ x, y, width, height }: Rectangle): Rectangle {
  const size = { width: Math.min(usualSize.width, width), height: Math.min(usualSize.height, height) };
  return { x: x + Math.floor((width - size.width) / 2), y: y + Math.floor((height - size.height) / 2), ...size };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
