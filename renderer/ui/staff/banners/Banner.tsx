import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Banner.module.css';

interface Props {
  tone: 'danger' | 'warning' | 'quiet';
  Icon: TablerIcon;
  title: string;
  children: ReactNode;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
}

/** One line of news across the window. */
export function Banner({ tone, Icon, title, children, actions }: Props) {
  return (
    <section className={classes.banner} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={24} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <strong>{title}.</strong> {children}
      </div>
      {actions}
    </section>
  );
}
