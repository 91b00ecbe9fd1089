import { Menu } from '@mantine/core';
import { type Ref, useEffect, useLayoutEffect, useState } from 'react';
import type { MenuEntry } from './DropMenu.tsx';

interface Props {
  id: string;
  button: HTMLButtonElement;
  opened: boolean;
  onClose: () => void;
  entries: readonly MenuEntry[];
}

/** The menu below a button that stands already. */
export default function MenuList({ id, button, opened, onClose, entries }: Props) {
  // It opens as an update, not at its first render: the button it hangs on is handed over in between.
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setShown(opened));
    return () => cancelAnimationFrame(frame);
  }, [opened]);
  // At once and not, as Mantine does it, a moment later: by then a dialog opened from the menu has the focus, and whoever types there would lose it.
  const close = () => {
    const focused = document.activeElement;
    if (focused === document.body || focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby') === button.id)
      button.focus({ preventScroll: true });
    onClose();
  };
  return (
    <Menu id={id} opened={shown} onClose={close} returnFocus={false} position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <Standing button={button} />
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry) => (
          <Entry key={entry.label} {...entry} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ label, icon, note, disabled = false, why, onChoose, newTab }: MenuEntry) {
  const look = { mih: 44, leftSection: icon, rightSection: note, disabled, title: why };
  if (newTab !== undefined)
    return (
      <Menu.Item {...look} component="a" href={newTab} target="_blank" rel="noopener">
        {label}
      </Menu.Item>
    );
  return (
    <Menu.Item {...look} onClick={onChoose}>
      {label}
    </Menu.Item>
  );
}

/** Hands the standing button to the menu as the element it hangs on. */
function Standing({ button, ref }: { button: HTMLButtonElement; ref?: Ref<HTMLButtonElement> }) {
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return undefined;
    const end = ref(button);
    return typeof end === 'function' ? end : () => void ref(null);
  }, [button, ref]);
  return null;
}
