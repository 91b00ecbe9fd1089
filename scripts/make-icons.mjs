// Draws the icons of resources/icons from icon.svg with the Chromium of the tests. Run by hand after a change of the drawing.
import { chromium } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';

const directory = join(import.meta.dirname, '../resources/icons');
const drawing = readFileSync(join(directory, 'icon.svg'), 'utf8');

const { executablePath, args, env } = findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env: { ...process.env, ...env } });
const page = await browser.newPage();

/** @param {number} size */
async function png(size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  return page.screenshot({ omitBackground: true });
}

/** An .ico file of PNG pictures, as Windows reads since Vista: header, directory, pictures. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, data }, at) => {
    const entry = 6 + 16 * at;
    header.writeUInt8(size === 256 ? 0 : size, entry);
    header.writeUInt8(size === 256 ? 0 : size, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(data.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += data.length;
  });
  return Buffer.concat([header, ...pictures.map(({ data }) => data)]);
}

const sizes = [16, 24, 32, 48, 64, 128, 256];
const pictures = [];
for (const size of sizes) pictures.push({ size, data: await png(size) });
writeFileSync(join(directory, 'icon.ico'), ico(pictures));
writeFileSync(join(directory, 'icon.png'), await png(512));
writeFileSync(join(directory, 'tray.png'), await png(32));
writeFileSync(join(directory, 'tray@2x.png'), await png(64));
await browser.close();
