/**
 * The one style sheet of all papers. It never varies, so that a content security policy can name it by its hash; papers
 * carry no style attributes, no script and nothing from outside. Black on white only: thermal heads know no grey.
 * Lengths are mm and pt because they end on paper. A roll's page gets its size from whoever prints it, who alone knows the
 * height: `size: 80mm auto` silently becomes Letter. A5 is a sheet and names its own.
 */
export const paperStyle = `
@page { margin: 0; }
@page paperA5 { size: 148mm 210mm; margin: 0; }
@page paperA4 { size: 210mm 297mm; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
:root { color-scheme: light; }
html { background: #fff; color: #000; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body {
  font-family: 'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', 'Segoe UI', 'Noto Sans',
    'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif;
  font-size: 10.5pt; line-height: 1.3; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; hyphens: none;
}
.w58 { width: 58mm; padding: 3mm 4.5mm 4mm; font-size: 9.5pt; }
.w80 { width: 80mm; padding: 4mm 5mm 5mm; }
.a5 { page: paperA5; width: 148mm; padding: 9mm 12mm; font-size: 9.5pt; -webkit-box-decoration-break: clone; box-decoration-break: clone; }

.a4 { page: paperA4; width: 210mm; padding: 18mm 22mm; font-size: 11pt; line-height: 1.4; -webkit-box-decoration-break: clone; box-decoration-break: clone; }

.office { text-align: center; padding-bottom: 2.2mm; border-bottom: 0.5mm solid #000; }
.office-name { font-weight: 700; font-size: 1.14em; line-height: 1.2; text-wrap: balance; }
.office-address { font-size: 0.84em; margin-top: 0.6mm; text-wrap: balance; }
.copy { margin-top: 2.2mm; padding: 1mm 2mm; border: 0.6mm solid #000; text-align: center; font-weight: 700; letter-spacing: 0.14em; white-space: nowrap; }
.w58 .copy { letter-spacing: 0.06em; }
.label { font-size: 0.84em; letter-spacing: 0.02em; }

.ticket { text-align: center; }
.ticket .label-number { margin-top: 3mm; font-size: 1em; }
.ticket-number { font-weight: 700; line-height: 1; letter-spacing: -0.01em; white-space: nowrap; margin: 0.6mm 0 2mm; }
.w58 .ticket-number { font-size: 39pt; } .w58 .ticket-number.long { font-size: 29pt; } .w58 .ticket-number.longest { font-size: 19pt; }
.w80 .ticket-number { font-size: 58pt; } .w80 .ticket-number.long { font-size: 43pt; } .w80 .ticket-number.longest { font-size: 28pt; }
.a5 .ticket-number { font-size: 92pt; } .a5 .ticket-number.long { font-size: 72pt; } .a5 .ticket-number.longest { font-size: 48pt; }
.ticket-service { font-weight: 700; font-size: 1.28em; line-height: 1.2; text-wrap: balance; }
.priority { display: inline-block; margin-top: 2.2mm; padding: 1mm 4mm; background: #000; color: #fff; font-weight: 700; letter-spacing: 0.12em; border-radius: 1.2mm; }
.waits { display: flex; margin-top: 3.2mm; border-top: 0.3mm solid #000; border-bottom: 0.3mm solid #000; }
.waits > div { flex: 1 1 0; padding: 1.8mm 1mm; }
.waits > div + div { border-left: 0.3mm solid #000; }
.w58 .waits { display: block; } .w58 .waits > div { padding: 1.3mm 1mm; } .w58 .waits > div + div { border-left: 0; border-top: 0.3mm solid #000; }
.waits dd { font-weight: 700; font-size: 1.14em; line-height: 1.2; }
.moment { margin-top: 2.6mm; } .moment strong { font-weight: 700; }
.note { margin-top: 2.2mm; text-wrap: balance; }

.title { margin-top: 3mm; text-align: center; font-size: 1.34em; line-height: 1.2; font-weight: 700; }
.register { margin-top: 2.4mm; text-align: center; }
.register-number { font-weight: 700; font-size: 1.75em; line-height: 1.15; white-space: nowrap; }
.w58 .register-number { font-size: 1.45em; }
.facts { margin-top: 2.8mm; border-top: 0.3mm solid #000; padding-top: 1.6mm; }
.facts > div { display: flex; gap: 2mm; padding: 0.5mm 0; }
.facts dt { flex: 0 0 31%; font-size: 0.9em; line-height: 1.44; } .facts dd { flex: 1 1 0; font-weight: 600; }
.w58 .facts > div { display: block; } .w58 .facts dt { line-height: 1.2; }
.list { margin-top: 2.6mm; border-top: 0.3mm solid #000; padding-top: 1.8mm; }
.list h2 { font-size: 1em; font-weight: 700; margin-bottom: 1mm; }
.list ul { list-style: none; }
.list li { display: flex; gap: 2.2mm; padding: 0.7mm 0; break-inside: avoid; }
.list li svg { flex: none; width: 3.6mm; height: 3.6mm; margin-top: 0.5mm; }
.list li strong { font-weight: 600; display: block; }
.list li .where { font-size: 0.9em; }
.ready { margin-top: 3mm; padding: 2mm; border: 0.6mm solid #000; border-radius: 1.5mm; text-align: center; break-inside: avoid; }
.ready-date { font-weight: 700; font-size: 1.28em; line-height: 1.2; text-wrap: balance; }
.closing { margin-top: 2.8mm; text-align: center; break-inside: avoid; }
.closing .contact { margin-top: 1.6mm; } .closing .contact strong { font-weight: 600; display: block; text-wrap: balance; } .closing .contact strong span { display: inline-block; }
.qr { display: block; margin: 2.4mm auto 0; width: 30mm; height: 30mm; shape-rendering: crispEdges; }
.w58 .qr { width: 26mm; height: 26mm; }
.signatures { display: none; }
.signatures.always { display: flex; flex-wrap: wrap; gap: 3mm 5mm; margin-top: 3mm; break-inside: avoid; }
.signatures.always > div { flex: 1 1 30mm; text-align: center; } .signatures.always .line { border-top: 0.3mm solid #000; padding-top: 1mm; }

.a5 .office { text-align: left; padding-bottom: 2.6mm; }
.a5 .office-name { font-size: 1.3em; }
.a5.ticket { font-size: 12pt; }
.a5.ticket .office { text-align: center; }
.a5.ticket .copy { margin-top: 2.6mm; }
.a5.document { position: relative; } .a5.document .office { padding-right: 42mm; }
.a5.document .copy { position: absolute; top: 9mm; right: 12mm; margin: 0; }
.a5.document .body { position: relative; padding-right: 38mm; min-height: 31mm; margin-top: 2.4mm; }
.a5.document .title { text-align: left; font-size: 1.7em; margin-top: 0; padding-top: 3mm; }
.a5.document .register { text-align: left; margin-top: 2.4mm; } .a5 .register-number { font-size: 2.1em; }
.a5.document .qr-block { position: absolute; top: 0; right: -1mm; width: 31mm; }
.a5.document .qr { width: 31mm; height: 31mm; margin-top: 0; }
.a5 .facts { margin-top: 2.6mm; padding-top: 2mm; columns: 2; column-gap: 8mm; }
.a5 .facts > div { break-inside: avoid; } .a5 .facts dt { flex-basis: 19mm; }
.a5 .list { margin-top: 3mm; padding-top: 2.4mm; } .a5 .list li { padding: 0.7mm 0; }
.a5 .ready { margin-top: 4mm; padding: 2.4mm; } .a5 .ready-date { font-size: 1.5em; }
.a5.document .closing { display: flex; gap: 8mm; margin-top: 3.4mm; text-align: left; } .a5.document .closing > * { flex: 1 1 0; margin-top: 0; }
.a5 .signatures { display: flex; gap: 14mm; margin-top: 4mm; break-inside: avoid; }
.a5 .signatures > div { flex: 1 1 0; text-align: center; } .a5 .signatures .line { margin-top: 12mm; border-top: 0.3mm solid #000; padding-top: 1mm; }
.signature { display: block; width: 40mm; max-width: 100%; height: 16mm; margin: 0 auto; }
.a5 .signatures .signature + .line { margin-top: 0; }
.list p + p { margin-top: 1mm; }

.letter .title { text-align: left; margin-top: 4mm; }
.letter .register-number { font-size: 1.2em; white-space: normal; }
.letter .to { margin-top: 4mm; } .letter .to span { display: block; }
.letter .text { margin-top: 3.4mm; } .letter .text h2 { font-size: 1em; } .letter .text p + p { margin-top: 1.4mm; }
.letter .qr { margin: 4mm 0 0; width: 22mm; height: 22mm; }
.a4 .office { text-align: left; } .a4 .office-name { font-size: 1.4em; }
.a4 .facts { margin-top: 3mm; } .a4 .facts dt { flex-basis: 48mm; }
.a4 .signatures { display: flex; gap: 20mm; margin-top: 8mm; break-inside: avoid; }
.a4 .signatures > div { flex: 0 0 60mm; } .a4 .signatures .line { margin-top: 20mm; border-top: 0.3mm solid #000; padding-top: 1mm; }
.a4 .signatures .signature + .line { margin-top: 0; }
.a4 .closing { text-align: left; }

.sheet-head { display: flex; justify-content: space-between; align-items: flex-start; gap: 4mm; margin-top: 2mm; }
.blackout .title { text-align: left; margin-top: 0; } .blackout .register-number { font-size: 1.5em; }
.w58 .sheet-head, .w80 .sheet-head { display: block; } .w58.blackout .register-number { font-size: 1.2em; }
.sheet-call { margin-top: 1mm; padding: 0.8mm 2mm; border: 0.5mm solid #000; display: inline-block; }
.sheet-steps { margin: 2mm 0 2mm 5mm; } .sheet-steps li { padding-left: 1mm; }
.sheet-table { width: 100%; border-collapse: collapse; table-layout: fixed; overflow-wrap: normal; }
.sheet-table th, .sheet-table td { border: 0.25mm solid #000; padding: 0 0.8mm; text-align: left; font-weight: 600; white-space: nowrap; overflow: hidden; }
.sheet-table thead th { font-size: 0.8em; } .sheet-table tr { break-inside: avoid; }
.sheet-legend { margin-top: 1.6mm; font-size: 0.86em; }
.sheet-strips { list-style: none; } .sheet-strips li { padding-top: 6mm; border-bottom: 0.3mm solid #000; font-weight: 600; }
.blackout.a4 { padding: 9mm 11mm; font-size: 9.5pt; line-height: 1.25; } .blackout.a5 { padding: 5mm 7mm; font-size: 7.6pt; line-height: 1.2; }
.blackout.a4 .qr { width: 22mm; height: 22mm; margin: 0; } .blackout.a5 .qr { width: 20.5mm; height: 20.5mm; margin: 0; } .w58.blackout .qr, .w80.blackout .qr { width: 22mm; height: 22mm; margin: 1.5mm 0 0; }
.blackout.a4 tbody tr { height: 8.6mm; } .blackout.a5 tbody tr { height: 6.1mm; } .blackout.a5 .office { padding-bottom: 1mm; } .blackout.a5 .sheet-steps { margin: 1mm 0 1mm 4mm; }
.blackout.a5 .office-name { font-size: 1.2em; } .blackout.a5 .copy, .blackout.a4 .copy { margin-top: 1.4mm; padding: 0.4mm 2mm; }
`;
