import type { PaperOutcome } from '../../../shared/shell.ts';
import { styleNonce } from '../nonce.ts';
import { type Paper, pageRule, withStyleNonce } from './paperDocument.ts';

/** A dialog that was left open must not keep the job pending for ever. */
const dialogLimitMs = 10 * 60_000;
/** Browsers without a dialog (kiosk printing) end without `afterprint` now and then. */
const silentLimitMs = 1500;

/**
 * Prints a paper by the browser's own print, from a hidden frame. What the person chose in the dialog, and whether paper
 * came out, nobody can see from here: the outcome is `handedOver`.
 */
export async function printInFrame(paper: Paper): Promise<PaperOutcome> {
  const frame = hiddenFrame(paper);
  const focused = document.activeElement;
  try {
    const page = await loaded(frame, paper);
    await printed(page);
    return { outcome: 'handedOver', failure: null };
  } catch {
    // The frame could not be rendered or the browser forbids printing; the record is safe, the officer is told.
    return { outcome: 'failed', failure: 'rendering' };
  } finally {
    frame.remove();
    // Printing took the focus into the frame; it goes back to where the person was.
    if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus();
  }
}

function hiddenFrame(paper: Paper): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // Same origin so that this window can measure and print it; modals for the print dialog; never scripts.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  Object.assign(frame.style, { position: 'fixed', insetInlineStart: '-10000px', top: '0', border: '0', height: '10px' });
  frame.style.width = `${paper.widthMm}mm`;
  return frame;
}

function loaded(frame: HTMLIFrameElement, paper: Paper): Promise<Window> {
  return new Promise((resolve, reject) => {
    frame.addEventListener('error', () => reject(new Error('The paper could not be loaded')));
    frame.addEventListener('load', () => {
      const page = frame.contentWindow;
      if (page === null) return reject(new Error('The paper has no window'));
      addPageRule(page.document, paper.widthMm);
      resolve(page);
    });
    frame.srcdoc = withStyleNonce(paper.html, styleNonce());
    document.body.append(frame);
  });
}

function addPageRule(paper: Document, widthMm: number): void {
  const rule = pageRule(widthMm, paper.documentElement.scrollHeight);
  if (rule === '') return;
  const style = paper.createElement('style');
  style.nonce = styleNonce();
  style.textContent = rule;
  paper.head.append(style);
}

function printed(page: Window): Promise<void> {
  return new Promise((resolve) => {
    const limit = window.setTimeout(resolve, dialogLimitMs);
    page.addEventListener('afterprint', () => {
      window.clearTimeout(limit);
      resolve();
    });
    const started = performance.now();
    page.print();
    // `print` blocks while a dialog is open; when it came back at once there was none.
    if (performance.now() - started < silentLimitMs) window.setTimeout(resolve, silentLimitMs);
  });
}
