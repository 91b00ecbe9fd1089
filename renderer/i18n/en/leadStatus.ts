import type { leadStatus as source } from '../id/leadStatus.ts';

export const leadStatus: Record<keyof typeof source, string> = {
  'station.first': 'First station',
  'station.letter': 'Station {{letter}}',
  'station.unnamed': 'Another station ({{code}})',
  'lead.status.lead': 'Lead station{{series}} — decides the queue',
  'lead.status.kept': 'Lead station{{series}} — goes on deciding the queue without other stations',
  'lead.status.follower': 'Follower{{series}} — lead: {{lead}}',
  'lead.status.ownOnly': 'Working on its own{{series}} — lead not heard: {{lead}}',
  'lead.status.leadAlone': 'The lead works on its own{{series}} — no other station heard',
  'lead.status.waiting': 'Waiting for the office’s records from the lead',
  'lead.status.notices': 'Notices on the queue: {{n}}',
};
