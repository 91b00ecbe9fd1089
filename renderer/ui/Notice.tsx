import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

interface Props {
  Icon: TablerIcon;
  title: string;
  text?: string;
  detail?: string;
  /** A band across the page instead of the middle of a place. */
  band?: boolean;
  /** Buttons. */
  children?: ReactNode;
}

/** A state that fills a place: empty, closed, not yet, gone. Says what it means and offers what to do next. */
export function Notice({ Icon, title, text, detail, band = false, children }: Props) {
  return (
    <section className={classes.notice} data-band={band}>
      <span className={classes.badge}>
        <Icon size={34} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.words}>
        {detail !== undefined && <p className={classes.detail}>{detail}</p>}
        <h2 className={classes.title}>{title}</h2>
        {text !== undefined && <p className={classes.text}>{text}</p>}
      </div>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </section>
  );
}
