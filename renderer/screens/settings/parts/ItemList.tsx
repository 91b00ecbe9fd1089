import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './parts.module.css';

export interface ListedItem {
  readonly id: string;
  /** What stands in the coloured tile: a prefix, a counter number, an icon. */
  readonly tile: ReactNode;
  readonly title: string;
  readonly hint: string;
  readonly to: string;
  readonly quiet?: boolean;
}

/** A list whose every row opens its thing; `renderActions` puts buttons at the end of a row. */
export function ItemList<I extends ListedItem>({
  label,
  items,
  renderActions,
}: {
  label: string;
  items: readonly I[];
  renderActions?(item: I): ReactNode;
}) {
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <Link to={item.to} className={classes.row}>
            <span className={classes.tile} data-quiet={item.quiet || undefined} aria-hidden>
              {item.tile}
            </span>
            <span className={classes.rowText}>
              <span className={classes.rowTitle}>{item.title}</span>
              <span className={classes.rowHint}>{item.hint}</span>
            </span>
            {renderActions === undefined && <IconChevronRight size={20} aria-hidden />}
          </Link>
          {renderActions !== undefined && <div className={classes.rowActions}>{renderActions(item)}</div>}
        </li>
      ))}
    </ul>
  );
}
