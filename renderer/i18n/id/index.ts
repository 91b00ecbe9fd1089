import { common } from './common.ts';
import type { alarm } from './alarm.ts';
import type { book } from './book.ts';
import type { board } from './board.ts';
import type { calm } from './calm.ts';
import type { complaintFields } from './complaintFields.ts';
import type { complaintForm } from './complaintForm.ts';
import type { complaintList } from './complaintList.ts';
import type { counter } from './counter.ts';
import type { documents } from './documents.ts';
import type { floor } from './floor.ts';
import type { incidentWords } from './incidentWords.ts';
import type { kiosk } from './kiosk.ts';
import type { lead } from './lead.ts';
import { leadStatus } from './leadStatus.ts';
import { refusal } from './refusal.ts';
import type { incidents } from './incidents.ts';
import type { saveWords } from './saveWords.ts';
import type { settings } from './settings.ts';
import type { settingsSync } from './settingsSync.ts';
import type { setup } from './setup.ts';
import type { security } from './security.ts';
import { securityButton } from './securityButton.ts';
import { staff } from './staff.ts';
import type { training } from './training.ts';

/** The Indonesian texts that every window needs; those of a screen come with the screen (`areas/`). */
export const id = { ...common, ...refusal, ...staff, ...securityButton, ...leadStatus };

/** Every key; Indonesian is the language that keys are defined in. */
export type Key =
  | keyof typeof id
  | keyof typeof alarm
  | keyof typeof board
  | keyof typeof book
  | keyof typeof calm
  | keyof typeof complaintFields
  | keyof typeof complaintForm
  | keyof typeof complaintList
  | keyof typeof counter
  | keyof typeof documents
  | keyof typeof floor
  | keyof typeof incidentWords
  | keyof typeof kiosk
  | keyof typeof lead
  | keyof typeof incidents
  | keyof typeof saveWords
  | keyof typeof security
  | keyof typeof settings
  | keyof typeof settingsSync
  | keyof typeof setup
  | keyof typeof training;
