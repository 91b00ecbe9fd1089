import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Link } from 'react-router';
import classes from './parts.module.css';

interface SectionProps {
  readonly title: string;
  /** One or two sentences: what is decided here and what it changes. */
  readonly lead?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** Where a page of one thing leads back to. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly children: ReactNode;
}

/** One page of the settings. Its title takes the focus when it is opened, so that a screen reader says where one is. */
export function Section({ title, lead, actions, back, children }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('main')?.scrollTo(0, 0);
  }, []);
  return (
    <section className={classes.section}>
      <header className={classes.header}>
        <div className={classes.headerText}>
          {back !== undefined && (
            <Anchor component={Link} to={back.to} className={classes.back}>
              <IconArrowLeft size={18} aria-hidden /> {back.label}
            </Anchor>
          )}
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

/** A group of things that belong together. */
export function Panel({ title, lead, children }: { title?: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <h2 id={id} className={classes.panelTitle}>
          {title}
        </h2>
      )}
      {lead !== undefined && <p className={classes.panelLead}>{lead}</p>}
      {children}
    </section>
  );
}

/** Fields beside each other where there is room. */
export const Columns = ({ children }: { children: ReactNode }) => <div className={classes.columns}>{children}</div>;

/** An empty list says what to do. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{title}</p>
      <p className={classes.panelLead}>{text}</p>
      {children}
    </div>
  );
}
