import { IconClockPause, IconHourglassHigh, IconInfoCircle, IconMoodSad } from '@tabler/icons-react';
import classes from './kiosk.module.css';

const icons = { closed: IconClockPause, wait: IconHourglassHigh, full: IconInfoCircle, problem: IconMoodSad } as const;
export type NoticeIcon = keyof typeof icons;

interface KioskNoticeProps {
  readonly icon: NoticeIcon;
  readonly words: string;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

/** One message, large, with at most one thing to do. */
export function KioskNotice({ icon, words, action }: KioskNoticeProps) {
  const Icon = icons[icon];
  return (
    <output className={classes['notice']}>
      <Icon aria-hidden className={classes['noticeIcon']} stroke={1.5} />
      <p className={classes['noticeWords']}>{words}</p>
      {action !== undefined && (
        <button type="button" className={classes['done']} onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </output>
  );
}
