import type { settingsSync as source } from '../id/settingsSync.ts';

/** `/pengaturan/sinkronisasi`: the central server. */
export const settingsSync: Record<keyof typeof source, string> = {
  'settings.sync.lead':
    'The office’s records are sent to the central server in the background. The counter never waits for it: without internet everything goes on, and what was not sent follows by itself.',
  'settings.sync.none': 'This office is not connected to a central server',
  'settings.sync.noneText': 'Everything is stored in this office and sent nowhere. An administrator can enrol the office on this page.',

  'settings.sync.sending': 'Sending',
  'settings.sync.done': 'Everything sent',
  'settings.sync.done.text': 'The central server has stored all records of this office.',
  'settings.sync.underWay': 'Sending',
  'settings.sync.underWay.text': 'What waits is sent one after the other. There is nothing to do.',
  'settings.sync.waiting': 'Waiting to be sent',
  'settings.sync.waiting.none': 'nothing',
  'settings.sync.waiting.events': '{{n}} to send, the oldest of {{time}}',
  'settings.sync.files': 'Attachments waiting',
  'settings.sync.files.none': 'none',
  'settings.sync.files.some': '{{n}} files, sent after all records',
  'settings.sync.lastSuccess': 'Last received by the server',
  'settings.sync.lastSuccess.none': 'not since the program started',
  'settings.sync.pusher': 'Sent by',
  'settings.sync.pusher.here': 'this station',
  'settings.sync.pusher.unknown': 'not known yet',
  'settings.sync.tryNow': 'Try now',
  'settings.sync.tried': 'Trying. The state above changes as soon as there is an answer.',
  'settings.sync.nextTry': 'It is tried again by itself {{time}}.',
  'settings.sync.noNextTry': 'It is not tried again by itself. Press “Try now” once the cause is mended.',

  'settings.sync.problem.since': '{{problem}} since {{time}}',
  'settings.sync.problem.unreachable': 'The central server cannot be reached',
  'settings.sync.problem.unreachable.text':
    'The server does not answer: the internet is down or slow, or the server is stopped. Everything is safe in this office and follows by itself once connected. Check the cable or Wi-Fi, then try to open another site on the computer that sends.',
  'settings.sync.problem.notTheServer': 'What answers is not the central server',
  'settings.sync.problem.notTheServer.text':
    'Usually the network wants a log-in first, or something in between holds the connection. Nothing was sent there; everything is safe in this office. Open a browser on the computer that sends and log in to the network, or call whoever runs it.',
  'settings.sync.problem.otherServer': 'Another server answers at this address',
  'settings.sync.problem.otherServer.text':
    'It is not the server that this office enrolled at. Nothing was sent there; everything is safe in this office. Ask the agency whether the server was replaced. If so, leave below and enrol again with a new code.',
  'settings.sync.problem.notUnderstood': 'The server’s answer was not understood',
  'settings.sync.problem.notUnderstood.text':
    'The versions of the program here and at the server may not fit. Everything is safe in this office. Update the program in the office, or call whoever runs the server.',
  'settings.sync.problem.serverBusy': 'The central server is busy',
  'settings.sync.problem.serverBusy.text':
    'The server asks the office to wait. Everything is safe in this office and follows by itself. There is nothing to do.',
  'settings.sync.problem.serverFailed': 'The central server has a problem',
  'settings.sync.problem.serverFailed.text':
    'The server answers but could not store. Everything is safe in this office and follows by itself. If it lasts longer than an hour, call whoever runs the server.',
  'settings.sync.problem.refused': 'The central server refuses what is sent',
  'settings.sync.problem.refused.text':
    'The server does not accept what this office sends. Everything is safe in this office. Update the program in the office; if it is still refused, call whoever runs the server.',
  'settings.sync.problem.revoked': 'The central server does not know this office’s key',
  'settings.sync.problem.revoked.text':
    'The agency revoked the key of this office, or the server was restored from an old backup. Everything is safe in this office. Ask the agency for a new enrolment code, leave below, and enrol again with it: what was not sent follows.',
  'settings.sync.problem.clockOff': 'This computer’s clock is far from the server’s',
  'settings.sync.problem.clockOff.text':
    'The server refuses what cannot be of this time. Everything is safe in this office. Correct date and time of the computer that sends, then press “Try now”.',
  'settings.sync.problem.tooLarge': 'What is sent is too large for the server',
  'settings.sync.problem.tooLarge.text':
    'The server or something before it limits the size. Everything is safe in this office. Ask whoever runs the server to raise the limit.',

  'settings.sync.clock': 'This computer’s clock differs from the server’s',
  'settings.sync.clock.behind': 'The clock here is {{time}} behind. Sending goes on. Correct date and time of this computer.',
  'settings.sync.clock.ahead': 'The clock here is {{time}} ahead. Sending goes on. Correct date and time of this computer.',
  'settings.sync.quarantined': 'The server set {{n}} records aside',
  'settings.sync.quarantined.text':
    'The server keeps them but cannot read them yet, usually because its program is older than this office’s. Nothing is lost and everything else goes on. Tell whoever runs the server.',
  'settings.sync.wentBack': 'The server was restored from a backup ({{time}})',
  'settings.sync.wentBack.text':
    'The server forgot part of what it was sent. This office sends it again; nothing is lost and there is nothing to do.',

  'settings.sync.announcements': 'Announcements of the agency',
  'settings.sync.announcement.dates': 'Received {{time}}, valid until {{date}}',

  'settings.sync.orders': 'Requests from the centre',
  'settings.sync.orders.lead':
    'Answers of units, replies of complainants and settings of the agency come as requests. This office decides about them and tells what became of them.',
  'settings.sync.orders.none': 'No request waits.',
  'settings.sync.orders.waiting': '{{n}} requests wait for the lead station to decide.',
  'settings.sync.orders.refused': 'Could not be done',
  'settings.sync.order.complaint.answer': 'A unit’s answer to a complaint',
  'settings.sync.order.complaint.recordMeasure': 'A unit’s measure for a complaint',
  'settings.sync.order.complaint.note': 'A unit’s note on a complaint',
  'settings.sync.order.complaint.askComplainant': 'A unit’s question to a complainant',
  'settings.sync.order.complaint.verify': 'A unit’s verification of a complaint',
  'settings.sync.order.complaint.assign': 'A complaint passed on to another unit',
  'settings.sync.order.complaint.recordReply': 'A complainant’s reply',
  'settings.sync.order.complaint.recordCompletion': 'Missing facts from a complainant',
  'settings.sync.order.complaint.reopen': 'A request to reopen a complaint',
  'settings.sync.order.service.rate': 'A rating of the service',
  'settings.sync.order.announce': 'An announcement of the agency',
  'settings.sync.order.office.saveService': 'A change of the service catalogue',
  'settings.sync.order.office.saveHolidays': 'The list of holidays',
  'settings.sync.order.person.erase': 'Erasing a person’s data',
  'settings.sync.order.other': 'Another request ({{code}})',
  'settings.sync.refused.notUnderstood': 'This office’s program does not know this request yet. Update the program.',
  'settings.sync.refused.complaintUnknown': 'The complaint is not in this office.',
  'settings.sync.refused.complaintInOtherStage': 'The complaint was at another stage when the request came.',
  'settings.sync.refused.unitUnknown': 'This office does not use that unit.',
  'settings.sync.refused.categoryUnknown': 'This office does not use that category.',
  'settings.sync.refused.textNotStored': 'The person’s data was erased, so what was written is not kept.',
  'settings.sync.refused.personUnknown': 'The person is not in this office, or the data was erased.',
  'settings.sync.refused.prefixTaken': 'Another service uses that ticket letter.',
  'settings.sync.refused.serviceUnknown': 'The service is not in this office.',
  'settings.sync.refused.documentUnknown': 'The document is not in this office.',
  'settings.sync.refused.other': 'The office refused it (code: {{code}}).',

  'settings.sync.enrolment': 'Enrolment',
  'settings.sync.agency': 'Agency',
  'settings.sync.office': 'Office as the server knows it',
  'settings.sync.url': 'Address of the server',
  'settings.sync.publicUrl': 'Page for the public',
  'settings.sync.enrolledAt': 'Enrolled since',
  'settings.sync.keyCreatedAt': 'Key made',
  'settings.sync.rotate': 'Change the key',
  'settings.sync.rotate.text':
    'The office makes a new key and the server revokes the old one. Do this if a computer of the office was lost or copied. What waits is still sent.',
  'settings.sync.rotate.confirm': 'Change the key',
  'settings.sync.rotate.done': 'The key was changed. The old one is worth nothing any more.',
  'settings.sync.leave': 'Leave the server',
  'settings.sync.leave.title': 'Leave the server of {{agency}}?',
  'settings.sync.leave.text':
    'The office stops sending. What the server has stays there; the public sees no new steps any more. Everything in this office stays as it is. Enrolling again needs a new code from the agency.',
  'settings.sync.leave.confirm': 'Leave',

  'settings.sync.enrol': 'Enrol the office at a central server',
  'settings.sync.enrol.lead': 'The agency gives the address of the server and an enrolment code for this office.',
  'settings.sync.enrol.sends': 'Once enrolled, the public can follow complaints and documents by number and PIN.',
  'settings.sync.enrol.sealed': 'Personal data is sent only where that needs it, and sealed for the agency.',
  'settings.sync.enrol.offline': 'Without internet the office works as before.',
  'settings.sync.url.hint': 'As the agency gave it. It must begin with https://.',
  'settings.sync.url.invalid': 'This address cannot be read. Write it like https://layanan.kota.go.id.',
  'settings.sync.code': 'Enrolment code',
  'settings.sync.code.hint': 'It works once. Copy it exactly as it was given.',
  'settings.sync.enrol.submit': 'Enrol',
  'settings.sync.enrol.pending': 'Contacting the server … This can take up to 30 seconds.',

  'syncFailure.unreachable': 'the server does not answer',
  'syncFailure.notTheServer': 'what answers is not the central server',
  'syncFailure.otherServer': 'another server answers',
  'syncFailure.notUnderstood': 'its answer was not understood',
  'syncFailure.serverBusy': 'the server is busy',
  'syncFailure.serverFailed': 'the server has a problem',
  'syncFailure.refused': 'the server refused it',
};
