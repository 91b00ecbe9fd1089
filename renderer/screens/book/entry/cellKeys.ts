import type { KeyboardEvent } from 'react';

interface Keys {
  /** Ctrl+Enter. */
  onReview: () => void;
  /** Ctrl+Delete in a row, from 0. */
  onClear: (at: number) => void;
}

/** Enter goes to the next cell and Shift+Enter back, arrows up and down to the same column of another row; Tab is the browser's. */
export function cellKeys({ onReview, onClear }: Keys) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    const cell = event.currentTarget;
    const go = cellFor(event, cell);
    if (event.key === 'Enter' && event.ctrlKey) onReview();
    else if (event.key === 'Delete' && event.ctrlKey) onClear(Number(cell.dataset['at']));
    else if (go !== undefined) focusCell(go);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
}

function cellFor(event: KeyboardEvent<HTMLInputElement>, cell: HTMLInputElement): HTMLInputElement | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const all = [...(cell.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-at]') ?? [])];
  const column = all.filter((each) => each.dataset['field'] === cell.dataset['field']);
  switch (event.key) {
    case 'Enter':
      return all[all.indexOf(cell) + (event.shiftKey ? -1 : 1)];
    case 'ArrowDown':
      return column[column.indexOf(cell) + 1];
    case 'ArrowUp':
      return column[column.indexOf(cell) - 1];
    default:
      return undefined;
  }
}

/** What stands in the cell is chosen whole, so that typing replaces it. */
export function focusCell(cell: HTMLInputElement): void {
  cell.focus();
  cell.select();
}
