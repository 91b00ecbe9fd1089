/** A QR code as its modules, made by the host; `dark` by row and column from the upper left. */
export interface QrModules {
  readonly size: number;
  dark(row: number, column: number): boolean;
}

/** Width of the white border that scanners need, in modules (ISO 18004 asks for 4). */
const quiet = 4;

/** The modules as one path of horizontal strokes, and the view box with its quiet zone. */
export function qrPath(modules: QrModules): { readonly path: string; readonly viewBox: string } {
  const strokes: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.dark(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.dark(row, column + 1)) column += 1;
      const width = column - start + 1;
      strokes.push(`M${start + quiet} ${row + quiet}h${width}v1h-${width}z`);
    }
  }
  const side = modules.size + 2 * quiet;
  return { path: strokes.join(''), viewBox: `0 0 ${side} ${side}` };
}
