import { z } from 'zod';
import type { ElectronApi, WebContents } from './electronApi.ts';
import type { Timers } from './host/ports.ts';
import type { Papers } from './papers.ts';
import { mmToPx } from './paperSize.ts';
import { hardenedPreferences } from './windowOptions.ts';

/** A paper laid out in a hidden page, ready to be printed. */
export interface PaperPage {
  readonly contents: WebContents;
  /** Height of the content in CSS pixels at the paper's width. */
  readonly heightPx: number;
  close(): void;
}

export interface PaperPageParts {
  readonly electron: Pick<ElectronApi, 'BrowserWindow'>;
  readonly papers: Papers;
  readonly timers: Timers;
  readonly packaged: boolean;
}

const renderLimitMs = 10_000;
const height = z.number().min(1).max(100_000);

/** The paper's own policy allows no script; this runs from outside, once fonts and pictures are there. */
const measure =
  'Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))])' +
  '.then(() => Math.ceil(document.documentElement.getBoundingClientRect().height))';

/**
 * Opens a paper in a hidden window without preload, network or script of its own.
 * @throws when it does not load or measure in 10 s; the window is gone then.
 */
export async function openPaperPage(parts: PaperPageParts, html: string, widthMm: number): Promise<PaperPage> {
  const url = parts.papers.put(html);
  const window = new parts.electron.BrowserWindow({
    show: false,
    useContentSize: true,
    width: mmToPx(widthMm),
    height: 600,
    frame: false,
    webPreferences: { ...hardenedPreferences(parts.packaged), disableDialogs: true, backgroundThrottling: false },
  });
  const close = () => {
    parts.papers.drop(url);
    if (!window.isDestroyed()) window.destroy();
  };
  try {
    const contents = window.webContents;
    const rendered = window.loadURL(url).then(() => contents.executeJavaScript(measure));
    return { contents, heightPx: height.parse(await within(rendered, renderLimitMs, parts.timers)), close };
  } catch (error) {
    close();
    throw error;
  }
}

function within<Value>(work: Promise<Value>, limitMs: number, timers: Timers): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(limitMs, () => reject(new Error('The paper was not rendered in time')));
    work.then(resolve, reject).finally(cancel);
  });
}
