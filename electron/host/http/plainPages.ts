/** The few pages that the server writes itself, before or without the renderer: plain HTML, no script. */

const style = `body{font:1.125rem/1.6 system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;background:#f1f4f6;color:#16202a}
main{max-width:36rem;padding:2rem;background:#fff;border-radius:.75rem;box-shadow:0 2px 8px #0002}
h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:.5rem 0}
@media (prefers-color-scheme:dark){body{background:#11151a;color:#eef2f5}main{background:#1a1f26}}`;

const page = (nonce: string, head: string, body: string) =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>Loket</title><style nonce="${nonce}">${style}</style></head><body><main>${body}</main></body></html>`;

/** Shown to a browser that did not come through a start URL. */
export const needsStartUrlPage = (nonce: string): string =>
  page(
    nonce,
    '',
    `<h1>Jendela ini belum dikenal</h1>
<p>Buka Loket lewat alamat yang tampil saat program dimulai, atau dari menu <b>Buka jendela lain</b> di layar petugas. Alamat itu hanya berlaku satu kali. Data Anda aman.</p>
<p lang="en"><b>This window is not known.</b> Open Loket through the address shown when the program starts, or through <b>Open another window</b> on a staff screen. Each address works once. Your data is safe.</p>`,
  );

/** Shown in the moment before the host serves anything; asks again by itself every second. */
export const preparingPage = (nonce: string): string =>
  page(
    nonce,
    '<meta http-equiv="refresh" content="1">',
    `<h1>Menyiapkan data …</h1>
<p>Tidak ada yang hilang; mohon tunggu. <span lang="en">Preparing the data. Nothing is lost; please wait.</span></p>`,
  );

/** Shown on the LAN to a browser without a link, or with one that was revoked. Nothing of the office stands on it. */
export const needsLinkPage = (nonce: string): string =>
  page(
    nonce,
    '',
    `<h1>Layar ini belum terhubung</h1>
<p>Tautannya belum dibuka, tidak dikenal, atau sudah dicabut. Minta administrator membuat tautan di <b>Pengaturan › Layar di jaringan</b>, lalu buka alamat atau kode QR-nya di sini.</p>
<p lang="en"><b>This screen is not connected.</b> Its link was not opened, is not known, or was revoked. Ask an administrator for a link (<b>Settings › Screens on the network</b>) and open its address or QR code here.</p>`,
  );
