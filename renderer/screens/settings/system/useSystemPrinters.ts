import { useEffect, useState } from 'react';
import type { SystemPrinter } from '../../../../shared/shell.ts';
import { loketShell } from '../../../ui/printing/shell.ts';

/** The operating system's printers, where the desktop program can list them; `null` in a browser, which cannot. */
export function useSystemPrinters(): readonly SystemPrinter[] | null {
  const [printers, setPrinters] = useState<readonly SystemPrinter[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const found = await loketShell()?.printers();
      if (wanted && found !== undefined) setPrinters(found);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, []);
  return printers;
}
