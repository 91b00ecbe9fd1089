import type { complaintWords as source } from '../id/complaintWords.ts';

export const complaintWords: Record<keyof typeof source, string> = {
  'complaintType.administrative': 'Administrative',
  'complaintType.service': 'Service',
  'complaintType.technical': 'Technical',
  'complaintType.policy': 'Policy',
  'complaintType.ethics': 'Ethics',

  'complaintTag.procedural': 'Procedural',
  'complaintTag.technical': 'Technical',
  'complaintTag.behaviour': 'Staff behaviour',

  'complaintClass.informationRequest': 'Request for information',
  'complaintClass.aspiration': 'Aspiration',
  'complaintClass.ordinary': 'Complaint without oversight weight',
  'complaintClass.supervised': 'Complaint with oversight weight',

  'complaintChannel.counter': 'Counter',
  'complaintChannel.phone': 'Telephone',
  'complaintChannel.letter': 'Letter',
  'complaintChannel.email': 'E-mail',
  'complaintChannel.socialMedia': 'Social media',
  'complaintChannel.lapor': 'LAPOR!',

  'complaintLevel.low': 'Low',
  'complaintLevel.medium': 'Medium',
  'complaintLevel.high': 'High',

  'complaintPriority.urgent': 'Urgent',
  'complaintPriority.medium': 'Medium',
  'complaintPriority.low': 'Low',

  'complaintStage.received': 'Received',
  'complaintStage.verified': 'Verified',
  'complaintStage.assigned': 'Assigned',
  'complaintStage.inProgress': 'In progress',
  'complaintStage.answered': 'Answered',
  'complaintStage.closed': 'Closed',
  'complaintStage.waiting': 'On hold',
  'complaintStage.referred': 'Referred',
  'complaintStage.reopened': 'Reopened',
  'complaintStage.merged': 'Merged',
};
