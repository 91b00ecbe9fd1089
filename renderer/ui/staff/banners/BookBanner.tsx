import { IconNotebook } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { v7 } from 'uuid';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { loketShell } from '../../printing/shell.ts';
import { usePrinter } from '../../printing/usePrinter.tsx';
import { useStaffSession } from '../StaffContext.tsx';
import { Banner } from './Banner.tsx';
import classes from './Banner.module.css';

/** A guard has no sheet to print; at a counter the visitor comes first, and nothing may move under the hand. */
export default function BookBanner() {
  const { roles } = useStaffSession();
  const isAtCounter = /^\/loket\/./u.test(useLocation().pathname);
  return roles.some((role) => role !== 'keamanan') ? <Reminder isQuiet={isAtCounter} /> : null;
}

/** Today's sheet must be on paper before the electricity goes: once a day, until it is printed or not wanted. */
function Reminder({ isQuiet }: { isQuiet: boolean }) {
  const { t } = useTranslation();
  const { data } = useHostQuery('book.reminder', {});
  const make = useCommand('book.makeSheets');
  const dismiss = useCommand('book.dismissReminder');
  const { print } = usePrinter();
  const begun = useRef<string | null>(null);
  /** The day whose sheets this window has tried to print by itself: what is due after that is asked for. */
  const [tried, setTried] = useState<string | null>(null);

  const run = async () => {
    if (data === undefined || make.pending) return;
    const printerId = data.settings.automatic ? data.settings.printerId : null;
    const reply = await make.send({ sheetIds: Array.from({ length: data.settings.sheets }, () => v7()), date: data.date });
    if (reply.kind !== 'done') return;
    for (const { sheetId, number } of reply.output.sheets) {
      // oxlint-disable-next-line no-await-in-loop -- a browser shows one print dialog at a time
      await print({ kind: 'blackoutSheet', subjectId: sheetId, label: number, printerId });
    }
  };
  // Only the desktop program prints without a dialog; in a browser the reminder stays what it is.
  const isAutomatic = data?.automatic === true && loketShell() !== null;
  const date = data?.date ?? null;
  useEffect(() => {
    if (!isAutomatic || begun.current === date) return;
    begun.current = date;
    void run().finally(() => setTried(date));
    // Once for each day, when it is known; `run` is made anew with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isAutomatic, date]);

  if (data?.due !== true || isQuiet || (isAutomatic && tried !== date)) return null;
  return (
    <Banner
      tone="quiet"
      Icon={IconNotebook}
      title={t('book.reminder.title')}
      actions={
        <span className={classes.pair}>
          <button type="button" className={classes.do} onClick={() => void run()}>
            {t('book.reminder.print')}
          </button>
          <button type="button" className={classes.not} onClick={() => void dismiss.send({ date: data.date })}>
            {t('book.reminder.dismiss')}
          </button>
        </span>
      }
    >
      {t('book.reminder.text')}
    </Banner>
  );
}
