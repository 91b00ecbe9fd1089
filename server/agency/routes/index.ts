import type { AgencyRoute } from '../context.ts';
import { accountRoutes } from './account.ts';
import { announcementRoutes } from './announcements.ts';
import { attachmentRoutes } from './attachments.ts';
import { auditRoutes } from './audit.ts';
import { exportRoutes } from './export.ts';
import { noticeRoutes } from './notices.ts';
import { quarantineRoutes } from './quarantine.ts';
import { webhookRoutes } from './webhooks.ts';
import { complaintRoutes } from './complaints.ts';
import { erasureRoutes } from './erasure.ts';
import { holidayRoutes } from './holidays.ts';
import { keyRoutes } from './keys.ts';
import { loginRoutes } from './login.ts';
import { officeRoutes } from './offices.ts';
import { serviceRoutes } from './services.ts';
import { userRoutes } from './users.ts';

/** Every route of the agency view with whom it is for; what is not here does not exist. */
export const agencyRoutes: readonly AgencyRoute[] = [
  ...loginRoutes,
  ...accountRoutes,
  ...officeRoutes,
  ...complaintRoutes,
  ...attachmentRoutes,
  ...announcementRoutes,
  ...serviceRoutes,
  ...holidayRoutes,
  ...erasureRoutes,
  ...userRoutes,
  ...keyRoutes,
  ...exportRoutes,
  ...webhookRoutes,
  ...noticeRoutes,
  ...quarantineRoutes,
  ...auditRoutes,
];
