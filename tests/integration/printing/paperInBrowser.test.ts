import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyOfPaper } from '../../../electron/papers.ts';
import { qrModules } from '../../../electron/host/printing/qr.ts';
import { pageRule } from '../../../renderer/ui/printing/paperDocument.ts';
import { findBrowser } from '../../../scripts/browser.mjs';
import { paperWidths } from '../../../shared/domain/office/types.ts';
import { paperHtml } from '../../../shared/papers/html/index.ts';
import type { PaperModel } from '../../../shared/papers/models.ts';
import { paperSize } from '../../../shared/papers/size.ts';
import { hostileTexts } from '../../fixtures/hostileTexts.ts';
import { blackoutSheetPaper, documentReceiptPaper, shortfallSlipPaper, ticketPaper } from '../../fixtures/papers.ts';

type Width = (typeof paperWidths)[number];

const pxPerMm = 96 / 25.4;
const address = 'http://paper.invalid/';
let browser: Browser;

beforeAll(async () => {
  const { executablePath, args, env } = findBrowser();
  browser = await chromium.launch({ args, env: { ...process.env, ...env }, ...(executablePath === undefined ? {} : { executablePath }) });
});
afterAll(() => browser.close());

const htmlOf = (model: PaperModel, paper: Width) => paperHtml(model, paper, qrModules(model.qr));

/** A page that shows a paper under the policy it is printed with, and what it did besides. */
async function shown(html: string, widthMm: number): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ viewport: { width: Math.round(widthMm * pxPerMm), height: 100 } });
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('dialog', (dialog) => {
    problems.push(dialog.message());
    void dialog.dismiss();
  });
  await page.route('**/*', (route) => {
    if (route.request().url() !== address) {
      if (!route.request().url().endsWith('/favicon.ico')) problems.push(route.request().url());
      return route.abort();
    }
    return route.fulfill({
      body: html,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policyOfPaper(html) },
    });
  });
  await page.goto(address);
  return { page, problems };
}

/** The texts an office has at worst: long words, long lists, a number of nine characters. */
const long = { id: 'Pertanggungjawaban-kependudukan-antarkabupatenkota '.repeat(4).trim(), en: 'Responsibilities '.repeat(12).trim() };
const worst: readonly PaperModel[] = [
  { ...ticketPaper, number: 'ABC-10234', officeName: long.id, serviceTitle: long, footer: long, copy: 12, language: 'en' },
  {
    ...documentReceiptPaper,
    officeName: long.id,
    applicant: { name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3), nik: '3273••••••••0001', phone: '0812••••••47' },
    serviceTitle: long,
    received: Array.from({ length: 30 }, () => long),
    contact: long.id,
    copy: 12,
  },
  { ...shortfallSlipPaper, serviceTitle: long, missing: Array.from({ length: 30 }, () => ({ title: long, whereToGet: long })) },
  {
    ...blackoutSheetPaper,
    officeName: long.id,
    services: Array.from({ length: 26 }, (_, n) => ({ prefix: String.fromCharCode(65 + n), title: long })),
    securityPhone: '02155501000215550100',
    copy: 12,
  },
];
const usual: readonly PaperModel[] = [ticketPaper, documentReceiptPaper, shortfallSlipPaper, blackoutSheetPaper];
const cases = [...usual, ...worst].flatMap((model, index) =>
  paperWidths.map((paper) => [index < usual.length ? 'usual' : 'worst', model.kind, paper, model] as const),
);

describe('a paper in the browser that prints it', () => {
  it.each(cases)('%s %s on %s keeps within its width and is styled under its policy', async (_case, _kind, paper, model) => {
    const { widthMm } = paperSize(paper);
    const { page, problems } = await shown(htmlOf(model, paper), widthMm);
    const width = widthMm * pxPerMm;
    const outside = await page.evaluate(
      `[...document.body.querySelectorAll('*')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.left < -0.5 || box.right > ${width} + 0.5);
      }).map((element) => element.className || element.localName)`,
    );
    expect(outside).toEqual([]);
    expect(await page.evaluate('document.body.getBoundingClientRect().width')).toBeCloseTo(width, 0);
    // The quiet zone and the modules of the code are big enough for a scanner: at least 0.6 mm a module.
    const module = await page.evaluate(
      "document.querySelector('svg.qr').getBoundingClientRect().width / document.querySelector('svg.qr').viewBox.baseVal.width",
    );
    expect(Number(module) / pxPerMm).toBeGreaterThan(0.6);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('runs and loads nothing of 30 hostile texts in every place', async () => {
    for (const [index, text] of hostileTexts.entries()) {
      const texts = { id: text, en: text };
      const model: PaperModel = {
        ...documentReceiptPaper,
        officeName: text,
        contact: text,
        applicant: { name: text, nik: text, phone: text },
        serviceTitle: texts,
        received: [texts],
        staffName: text,
      };
      const { page, problems } = await shown(htmlOf(model, paperWidths[index % 3] ?? 'a5'), 148);
      expect({ text, problems }).toEqual({ text, problems: [] });
      await page.close();
    }
  });

  it.each([
    ['58mm', ticketPaper],
    ['80mm', ticketPaper],
    ['80mm', documentReceiptPaper],
    ['58mm', shortfallSlipPaper],
  ] as const)('prints a roll of %s on one page of exactly its height', async (paper, model) => {
    const { widthMm } = paperSize(paper);
    const { page } = await shown(htmlOf(model, paper), widthMm);
    await page.emulateMedia({ media: 'print' });
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
    // As the renderer does in browser mode, past the policy that only its own nonce passes.
    await page.evaluate(`document.styleSheets[0].insertRule(${JSON.stringify(pageRule(widthMm, height))}, 0)`);
    const pages = pageSizes(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.widthMm).toBeCloseTo(widthMm, 0);
    expect(Math.abs((pages[0]?.heightMm ?? 0) - height / pxPerMm)).toBeLessThan(3);
    await page.close();
  });

  it('prints A5 sheets by itself, as many as it takes', async () => {
    const counts = [];
    for (const model of [{ ...documentReceiptPaper, copy: 3, language: 'en' as const }, worst[1] ?? documentReceiptPaper]) {
      const { page } = await shown(htmlOf(model, 'a5'), 148);
      const pages = pageSizes(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      counts.push(pages.length);
      for (const { widthMm, heightMm } of pages) {
        expect(widthMm).toBeCloseTo(148, 0);
        expect(heightMm).toBeCloseTo(210, 0);
      }
      await page.close();
    }
    expect(counts[0]).toBe(1);
    expect(counts[1]).toBeGreaterThan(1);
  });

  it.each(['a4', 'a5'] as const)('prints a sheet of the blackout book with all its rows on one page of %s, also a copy', async (paper) => {
    const { widthMm } = paperSize(paper);
    const { page } = await shown(htmlOf({ ...blackoutSheetPaper, copy: 1, language: 'en' }, paper), widthMm);
    expect(pageSizes(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toHaveLength(1);
    await page.close();
  });
});

/** Sizes of the pages of a PDF, from the page objects that Chromium writes in clear. */
function pageSizes(pdf: Buffer): { readonly widthMm: number; readonly heightMm: number }[] {
  const mm = (points: string | undefined) => (Number(points) / 72) * 25.4;
  return [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)].map(([, width, height]) => ({
    widthMm: mm(width),
    heightMm: mm(height),
  }));
}
