import { lazy, type ReactNode, type RefCallback, Suspense, useId, useState } from 'react';
import { loadStubbornly, whenIdle } from '../loadStubbornly.ts';

export interface MenuEntry {
  label: string;
  icon?: ReactNode;
  /** Said small at the end, such as "new tab". */
  note?: string;
  disabled?: boolean;
  /** Why it is disabled. */
  why?: string | undefined;
  onChoose?: () => void;
  /** A page in a tab of its own, instead of `onChoose`. */
  newTab?: string;
}

/** What the button of a menu must carry. */
export interface MenuButtonProps {
  ref: RefCallback<HTMLButtonElement>;
  id: string;
  onClick: () => void;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
}

const load = () => loadStubbornly(() => import('./MenuList.tsx'));
const MenuList = lazy(load);
// Fetched while the host is there, so that a menu opens without it too.
whenIdle(() => void load());

/** A button with a menu below it. The menu is loaded on its own, because no screen begins with an open one. */
export function DropMenu({ entries, children }: { entries: readonly MenuEntry[]; children: (button: MenuButtonProps) => ReactNode }) {
  const id = useId();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [opened, setOpened] = useState(false);
  const [used, setUsed] = useState(false);
  const toggle = () => {
    setUsed(true);
    setOpened(!opened);
  };
  return (
    <>
      {children({ ref: setButton, id: `${id}-target`, onClick: toggle, 'aria-haspopup': 'menu', 'aria-expanded': opened })}
      {used && button !== null && (
        <Suspense fallback={null}>
          <MenuList id={id} button={button} opened={opened} onClose={() => setOpened(false)} entries={entries} />
        </Suspense>
      )}
    </>
  );
}
