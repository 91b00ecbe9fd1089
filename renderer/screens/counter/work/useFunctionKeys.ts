import { useEffect, useEffectEvent } from 'react';
import { actionKeys, type ActionName, actionNames } from '../model/actions.ts';

const actionOfKey = new Map(actionNames.map((name) => [actionKeys[name], name]));

export interface KeyHandlers {
  onAction(name: ActionName): void;
  /** Serving can begin now; otherwise Enter means nothing here. */
  readonly mayStart: boolean;
  /** Work at the counter is possible; the calm card needs no more than this screen. */
  readonly working: boolean;
  onHelp(): void;
}

/**
 * Function keys F2–F10 anywhere on the screen, Enter where no control has the focus, `?` for the help. The browser's own
 * meaning of these keys is taken away also while nothing may be done, so that F3 never opens its search.
 */
export function useFunctionKeys(handlers: KeyHandlers, enabled: boolean): void {
  const handle = useEffectEvent((event: KeyboardEvent, action: ActionName | undefined) => {
    if (action === 'start' && !handlers.mayStart) return;
    if (!handlers.working && action !== 'calm') return;
    if (action === undefined) handlers.onHelp();
    else handlers.onAction(action);
    event.preventDefault();
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const action = actionOfKey.get(event.key);
      const functionKey = action !== undefined && event.key !== 'Enter';
      if (functionKey) event.preventDefault();
      else if (event.defaultPrevented) return;
      if (!enabled || event.repeat) return;
      if (event.key === '?' && !isTyping(event.target)) handle(event, undefined);
      else if (functionKey || (action !== undefined && isNowhere(event.target))) handle(event, action);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [enabled]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');

/** The focus is on the page itself: Enter means nothing else there. */
const isNowhere = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLElement) || target === document.body || target.id === 'screen';
