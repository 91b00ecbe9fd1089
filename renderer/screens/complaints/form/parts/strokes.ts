/** Strokes of a signature: points as x, y pairs from 0 to 1000 of the pad's width and height. */
export type Stroke = readonly number[];

const edge = 1000;
/** Numbers of one stroke and strokes of one signature that the form takes. */
const mostNumbers = 2000;
const mostStrokes = 200;
/** Points nearer than this to the last one add nothing that can be seen. */
const nearest = 4;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The stroke with a further point of the window, unless it is too near or the stroke is full. */
export function withPoint(stroke: Stroke, clientX: number, clientY: number, box: Box): Stroke {
  if (stroke.length + 2 > mostNumbers) return stroke;
  const [x, y] = [onPad(clientX - box.left, box.width), onPad(clientY - box.top, box.height)];
  const [lastX, lastY] = [stroke.at(-2), stroke.at(-1)];
  const near = lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, y - lastY) < nearest;
  return near ? stroke : [...stroke, x, y];
}

const onPad = (at: number, size: number): number => Math.round(Math.min(1, Math.max(0, size === 0 ? 0 : at / size)) * edge);

/** A dot is a stroke of one point; drawn twice it becomes visible as a line with round ends. */
export const closed = (stroke: Stroke): number[] => (stroke.length === 2 ? [...stroke, ...stroke] : [...stroke]);

export const mayAdd = (strokes: readonly Stroke[]): boolean => strokes.length < mostStrokes;

/** The `points` of an SVG polyline. */
export const pointsOf = (stroke: Stroke): string => closed(stroke).join(' ');
