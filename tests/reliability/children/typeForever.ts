/** Saves a draft as fast as it can, as a form that is being typed, and writes each acknowledged text to standard output, until it is killed. */
import { writeSync } from 'node:fs';
import { emptyForm } from '../../../shared/domain/complaints/form.ts';
import { createDrafts } from '../../../electron/host/complaints/drafts.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { fixedKeys, openTestVault } from '../../fixtures/vaults.ts';

const [, , dataDir, draftId] = process.argv;
if (dataDir === undefined || draftId === undefined) throw new Error('usage: typeForever.ts DIR DRAFT');
const vault = openTestVault(dataDir);
const drafts = createDrafts(vault, fixedKeys(), createSystemPorts());
const known = drafts.open('staff', draftId);
const base = emptyForm(draftId);
let revision = known?.revision ?? 0;
writeSync(1, 'ready\n');
for (let round = revision; ; round++) {
  const chronology = `${round} ${'kata demi kata '.repeat(1 + (round % 40))}`.trim();
  const form = { ...base, listen: { ...base.listen, chronology } };
  const saved = drafts.save('staff', {
    draftId,
    step: 'listen',
    field: 'listen.chronology',
    form,
    counterId: null,
    ticketId: null,
    revision,
  });
  if (!saved.ok) throw new Error(saved.error.type);
  ({ revision } = saved.value);
  writeSync(1, `${chronology}\n`);
}
