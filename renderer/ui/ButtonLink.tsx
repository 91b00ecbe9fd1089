import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link that looks like the large buttons. */
export function ButtonLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Button component={Link} to={to} size="lg" variant="default">
      {children}
    </Button>
  );
}
