/**
 * Every screen in the real program, by day and by night, in both languages and in the sizes it is used in: axe finds
 * nothing serious, nothing is too small, nothing is wider than the window. Writes the pictures of docs/screens.
 */
import { expect, test } from '@playwright/test';
import { languages } from '../../shared/domain/values.ts';
import { busyOffice } from './fixtures/busyOffice.ts';
import { screensNow } from './fixtures/computerClock.ts';
import { createEyes, type Eyes } from './fixtures/inspector.ts';
import { type Program, startProgram } from './fixtures/program.ts';
import { lookAtBook } from './screens/book.ts';
import { lookAtConflict, lookAtTraining } from './screens/calm.ts';
import { lookAtComplaintForm } from './screens/complaintForm.ts';
import { lookAtFollowUp } from './screens/followUp.ts';
import { lookAtDesk, lookAtTakeOver, staffAs } from './screens/counterDesk.ts';
import { lookAtDocuments } from './screens/documents.ts';
import { lookAtFloor } from './screens/floor.ts';
import { lookAtNewOffice } from './screens/newOffice.ts';
import { lookAtSecurityCall } from './screens/securityCall.ts';
import { lookAtSettings } from './screens/settingsPages.ts';
import { lookAtVisit } from './screens/visit.ts';
import { lookAtCall, lookAtFull, lookAtKiosk, lookAtLostHost } from './screens/waitingRoom.ts';

for (const language of languages) {
  test(`a new office, ${language}`, async () => {
    await seen(createEyes(language), await startProgram({ demo: false, startAt: screensNow }), lookAtNewOffice);
  });

  test(`the security call, ${language}`, async () => {
    test.setTimeout(240_000);
    await seen(createEyes(language), await startProgram({ demo: true, startAt: screensNow }), lookAtSecurityCall);
  });

  test(`the blackout book, ${language}`, async () => {
    test.setTimeout(240_000);
    await seen(createEyes(language), await startProgram({ demo: true, startAt: screensNow }), lookAtBook);
  });

  test(`complaints, conflicts and training, ${language}`, async () => {
    test.setTimeout(420_000);
    await seen(createEyes(language), await startProgram({ demo: true, startAt: screensNow }), async (program, eyes) => {
      await lookAtFollowUp(program, eyes);
      await lookAtConflict(program, eyes);
      await lookAtTraining(program, eyes);
    });
  });

  test(`a busy office, ${language}`, async () => {
    test.setTimeout(420_000);
    const program = await startProgram({ demo: false, dataDir: await busyOffice(language), startAt: screensNow });
    await seen(createEyes(language), program, lookAtBusyOffice);
  });
}

async function lookAtBusyOffice(program: Program, eyes: Eyes): Promise<void> {
  const staff = await lookAtDesk(program, eyes);
  await lookAtTakeOver(program, eyes);
  await lookAtFloor(program, eyes);
  const kiosk = await program.open('kiosk');
  await lookAtKiosk(kiosk, eyes);
  const board = await program.open('board');
  await lookAtCall(staff, board, eyes);
  await lookAtVisit(staff, eyes);
  await lookAtComplaintForm(staff, eyes);
  const settings = await lookAtSettings(program, eyes);
  await lookAtDocuments(await staffAs(program, 'Sari Wulandari', eyes), eyes);
  await lookAtFull(settings, kiosk, eyes);
  await lookAtLostHost(program, { staff, kiosk, board }, eyes);
}

async function seen(eyes: Eyes, program: Program, story: (program: Program, eyes: Eyes) => Promise<void>): Promise<void> {
  try {
    await story(program, eyes);
    expect(eyes.faults).toEqual([]);
  } finally {
    await program.end();
  }
}
