/** Entry of the host's process in the desktop program (`utilityProcess`). Imports nothing of Electron. */
import { join } from 'node:path';
import { seedDemoOffice } from './host/demo.ts';
import { seedDemoComplaints } from './host/demoComplaints.ts';
import { makeDemoPast } from './host/demoPast.ts';
import { createLog } from './host/log.ts';
import { createSystemPorts } from './host/ports.ts';
import { recordWeakKeyStore } from './host/keyProtection.ts';
import { startHost } from './host/startHost.ts';
import { createHostSession } from './hostSession.ts';
import { keepYoungHeapSmall } from './youngHeap.ts';

keepYoungHeapSmall();
const ports = createSystemPorts();
const shell = process.parentPort;

const session = createHostSession({
  ports,
  async start({ dataDir, demo, lanPort, weakKeyStore }, keyStore, news) {
    const log = createLog({ file: join(dataDir, 'logs', 'loket.log') });
    if (demo) await makeDemoPast({ dataDir, keyStore, ports, log });
    // The build puts this file into `out/main`, beside `out/renderer`.
    const rendererDirectory = join(import.meta.dirname, '../renderer');
    const host = await startHost({ dataDir, keyStore, ports, log, lanPort, rendererDirectory, ...news });
    if (weakKeyStore !== null) recordWeakKeyStore(host.engine, weakKeyStore);
    if (demo && (await seedDemoOffice(host))) await seedDemoComplaints(host);
    return host;
  },
  send: (message) => shell.postMessage(message),
  exit: (code) => process.exit(code),
  onBadMessage: () => process.stderr.write('The shell sent a message outside the protocol.\n'),
});

shell.on('message', ({ data, ports: given }) => session.receive(data, given));
