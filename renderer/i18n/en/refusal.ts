import type { refusal as source } from '../id/refusal.ts';

export const refusal: Record<keyof typeof source, string> = {
  'refusal.wrongSecret': 'Wrong PIN or password. Check it and try again.',
  'refusal.loginDelayed': 'Too many failed tries. Your data is safe. Try again after {{until}}.',
  'refusal.staffUnknown': 'This staff account no longer exists. Choose a name from the list.',
  'refusal.staffNameTaken': 'The name “{{name}}” belongs to somebody else. Use another name.',
  'refusal.lastAdministrator': 'This is the last active administrator. Appoint another one first.',
  'refusal.sessionEnded': 'The session has ended. Saved work is safe. Please log in again.',
  'refusal.alreadySetUp': 'This office is already set up. Please log in.',
  'refusal.prefixTaken': 'Another service uses the prefix {{prefix}}. Choose another letter.',
  'refusal.counterNumberTaken': 'Counter number {{number}} is taken. Choose another number.',
  'refusal.serviceUnknown': 'This service no longer exists. Nothing has changed. Choose another service.',
  'refusal.officerUnknown': 'This account is not active or serves no visitors. Nothing has changed. Choose another officer.',
  'refusal.promiseInPast': 'The promised date is over. Nothing has changed. Choose today or a later day.',
  'refusal.broadcastEndInvalid': 'The end must be later than now and within seven days. The text is not shown yet. Correct the time.',
  'refusal.broadcastUnknown': 'This text does not exist any more.',
  'refusal.thanksToOneself': 'Thanks to oneself are not recorded. Choose another officer.',
  'refusal.thanksUnknown': 'These thanks are not for you or do not exist any more.',
  'refusal.counterUnknown': 'This counter no longer exists. Choose another one.',
  'refusal.printerUnknown': 'This printer is no longer in the settings. Choose another one.',
  'refusal.serviceInUse': 'People still waiting for {{title}}: {{waiting}}. Serve them first.',
  'refusal.counterInUse': '{{name}} is in use. Close the counter first.',
  'refusal.lastService': 'This is the last service. An office needs at least one.',
  'refusal.lastServiceOfCounter': '{{name}} takes only this service. Give it another one first.',
  'refusal.hoursInvalid': 'The hours of {{weekday}} do not make sense. Opening must be before closing, with the breaks in between.',
  'refusal.holidayOutsideYear': '{{date}} is not in that year. Correct the date.',

  'refusal.dayNotOpen': 'The office is not open today, or already closed. The queue is safe. Press Open the office to begin.',
  'refusal.dayAlreadyOpen': 'The office is already open for today. Please go on.',
  'refusal.visitorsAtCounters': 'Visitors are still at the counters: {{numbers}}. Finish or cancel them first, then close the office.',
  'refusal.visitorsWaiting': 'People still waiting: {{waiting}}. Serve them first, or close the office and let their tickets expire.',
  'refusal.clockSuspect':
    'The computer’s clock says {{clockDate}}, but the open day is {{openDate}}. Your data is safe. Check the date, then confirm it at Open the office.',
  'refusal.capacityReached':
    'Only {{remainingMinutes}} minutes of service are left, not enough for one more visitor. No ticket was made; suggest coming tomorrow.',
  'refusal.serviceNotOffered': 'No counter takes {{title}}. Nothing has changed. Choose another service or ask the supervisor.',
  'refusal.ticketUnknown': 'This ticket was not found. Choose one from the list.',
  'refusal.ticketIdTaken': 'This ticket was already made. It was not made twice. Take another one if no number came out.',
  'refusal.ticketAlreadyCalled': '{{counterName}} has just called {{number}}. The queue is safe. Call another ticket.',
  'refusal.ticketNotWaiting': '{{number}} is no longer waiting ({{status}}). Choose another ticket.',
  'refusal.ticketNotYours': '{{number}} is being handled at {{counterName}}. Nothing has changed.',
  'refusal.ticketInOtherState': '{{number}} is now {{status}}, so this step is not possible. The screen shows its present state.',
  'refusal.visitorAtOtherCounter': 'The visitor {{number}} is at {{counterName}}. Call again when they are done there.',
  'refusal.counterClosed': '{{name}} is closed. The queue is safe. Open the counter first.',
  'refusal.counterOnBreak': '{{name}} is on a break. The queue is safe. Press Back to serving first.',
  'refusal.counterTaken': '{{staffName}} is at {{name}}. Choose another counter or ask a supervisor to take over.',
  'refusal.notAtCounter': 'You are no longer signed on at {{name}}. Your work is saved. Open the counter again to go on.',
  'refusal.alreadyAtCounter': 'You are still signed on at {{name}}. Close that counter first.',
  'refusal.counterBusy': '{{number}} is still at this counter. Finish, hold or transfer it first.',
  'refusal.counterDoesNotServe': '{{name}} does not take {{title}}. Choose another ticket or change the counter in the settings.',
  'refusal.nobodyWaiting': 'Nobody is waiting for this counter. Call again when there is a new ticket.',
  'refusal.requirementUnknown': 'The list of requirements has just changed. Other ticks are saved. Check the new list.',
  'refusal.leadUnreachable':
    'The lead station cannot be reached, so this step is not possible now. Everything is saved. Still possible here: giving tickets, calling those given while cut off, and serving visitors at the counters of this computer.',
  'refusal.callTakenBack':
    'The call of {{number}} was taken back: no other station could be reached, so another counter might call the same visitor. {{number}} is at the front of the queue again. Call tickets given while cut off, or ask the supervisor to choose a lead.',
  'refusal.leadStillThere': 'Some station still hears the lead. Nothing has changed. Wait 20 seconds and try again.',
  'refusal.stationsNotAsked': 'Some stations could not be asked. Nothing has changed. Connect them and try again.',
  'refusal.copyIncomplete': 'Not all records of the other stations have come. Nothing has changed. Leave all connected and try again.',
  'refusal.stationUnreachable': 'That station does not answer. Check its computer and cable, or choose another station.',
  'refusal.leadElsewhere': 'This station is not the lead any more. Nothing has changed. The page Lead shows who is.',
  'refusal.noticeUnknown': 'This notice is no longer on the list. Nothing has changed. Look at the new list.',

  'refusal.kioskLimitReached':
    'This kiosk on the network has given many numbers; new tickets are refused until {{until}}. The queue is safe. Take a number at a counter.',

  'refusal.linkUnknown': 'This link is gone; it may have been revoked in another window.',
  'refusal.linkExists': 'This link was made already and is not made twice. Use “New address” if its address is lost.',
  'refusal.notListening': 'Screens on the network are not on, so there is no address yet. Turn them on first, then make the link.',
  'refusal.tooManyLinks': 'There are {{most}} links already. Revoke those that are not used, then try again.',

  'refusal.requirementsMissing':
    'Papers are missing: {{missing}}. No receipt was made. Tick what is there, or print the slip of missing papers.',
  'refusal.alreadyRegistered': 'These papers are already registered as {{number}}. They were not registered twice.',
  'refusal.alreadyRecorded': 'These missing papers are already recorded. They were not recorded twice.',
  'refusal.documentUnknown': 'This document was not found. Nothing has changed. Search again by its registration number.',
  'refusal.documentCollected':
    'Document {{number}} was collected before. Nothing has changed. Check when and by whom it was handed out before giving anything.',
  'refusal.personErased':
    'The data of this applicant was erased and cannot be stored again. Nothing was registered. Enter the applicant anew.',

  'refusal.subjectUnknown': 'This paper cannot be printed because its record was not found. Choose it again from the list.',
  'refusal.jobExists': 'This print job is already recorded. See its result under Recent papers.',
  'refusal.jobUnknown': 'This print job was not found. The record is safe. Reprint it from the list.',
  'refusal.jobEnded': 'This print job has already ended ({{outcome}}). Reprint if no paper came out.',

  'refusal.personUnknown': 'This person was not found, or the data was erased.',
  'refusal.exportLimitReached': 'The limit of {{perDay}} data copies a day is reached. Try again tomorrow.',
  'refusal.backupFailed': 'The backup failed: {{cause}}. Your working data is safe. Remove the cause and try again.',
  'refusal.notInBrowserMode': 'A new window opens this way only in browser mode. Use the program’s menu.',

  'refusal.complaintUnknown': 'This complaint was not found. Nothing changed. Choose again from the list.',
  'refusal.complaintAlreadyRegistered': 'This complaint is already saved as {{number}}. It is not saved twice.',
  'refusal.complaintIncomplete': 'Something is still missing. What was typed is kept. Complete the marked parts.',
  'refusal.complaintInOtherStage': 'Complaint {{number}} is now {{stage}}, so this step is not possible. See its latest state.',
  'refusal.complaintNotYours': 'Complaint {{number}} is handled by somebody else. Nothing changed. Ask the supervisor if needed.',
  'refusal.categoryUnknown': 'This category is no longer used. The rest is kept. Choose another one.',
  'refusal.unitUnknown': 'This unit is no longer used. The rest is kept. Choose another one.',
  'refusal.assigneeUnknown': 'This officer is no longer active. Nothing changed. Choose somebody else.',
  'refusal.mergeImpossible':
    'A complaint can only be merged into another one that is still open; {{number}} is not. Nothing changed. Choose another one, or link them.',
  'refusal.textNotStored':
    'This text cannot be stored any more: the person was erased, or it is already there. The step was not taken. Reload and try again.',
  'refusal.savedViewUnknown': 'This saved view no longer exists.',
  'refusal.tooManySavedViews': 'There are already {{most}} saved views. Remove one first.',
  'refusal.draftChangedElsewhere': 'This draft was just changed in another window. Both are safe. Reload to see the newest.',
  'refusal.draftEnded': 'This draft was already saved as a complaint or thrown away.',
  'refusal.draftNotYours': 'This draft belongs to somebody else. Nothing changed.',
  'refusal.attachmentTooLarge':
    'The file is too large; at most {{most}} bytes. Everything else is kept. Make it smaller or take the photo again.',
  'refusal.attachmentTypeUnknown':
    'The content is neither a picture (JPEG, PNG, WebP) nor a PDF. Everything else is kept. Choose another file.',
  'refusal.attachmentDamaged': 'The file is damaged and cannot be read. Everything else is kept. Scan or photograph it again.',
  'refusal.attachmentOnItsWay': 'This attachment is not at this station yet and is being fetched from another one. Try again in a moment.',
  'refusal.attachmentUnknown': 'This attachment was not found. Reload the page.',
  'refusal.uploadUnknown': 'The upload was interrupted. Everything else is kept. Attach the file once more.',
  'refusal.tooManyAttachments': 'At most {{most}} attachments. Remove one first.',
  'refusal.scannerFolderMissing':
    'The scanner folder was not found. Everything else is kept. Check the scanner or choose an ordinary file.',

  'refusal.incidentUnknown': 'This incident was not found. Nothing changed. Choose from the list.',
  'refusal.helpUnknown': 'This request for help is no longer there.',
  'refusal.helpTaken': 'Somebody else is already on the way. Thank you.',
  'refusal.reportIncomplete': 'The report is not complete. What was typed is kept. Complete the marked parts.',
  'refusal.reportComplete': 'This report is complete. It cannot be changed any more. Nothing was changed.',
  'refusal.scenarioFaulty': 'Scenario {{scenarioId}} is not right at scene {{nodeId}} ({{fault}}). Nothing was saved. Mend that scene.',
  'refusal.scenarioUnknown': 'This scenario is no longer there. Choose from the list.',

  'refusal.bookSheetUnknown':
    'This sheet of the blackout book was not found. Nothing has changed. Check the number at the head of the paper, such as BP-20261128-1.',
  'refusal.bookDateOutside': 'Sheets can be made for {{from}} to {{to}} only. Choose another date.',
  'refusal.bookSheetsFull': 'There are {{most}} sheets for that day already. Use one that is still empty.',
  'refusal.bookRowsWrong': 'Not recorded: {{numbers}} cannot be right yet. What was typed is saved. Correct the marked cells.',
  'refusal.bookNumberTwice': 'Not recorded: {{numbers}} is used twice. What was typed is saved. One number is for one visitor only.',
  'refusal.bookRowsRecorded': '{{numbers}} was recorded before with other words. Nothing is recorded twice. Use Correct at that row.',
  'refusal.bookRowNotRecorded': '{{number}} is not recorded, so there is nothing to correct. Type the row and record it.',
  'refusal.bookRowInQueue': '{{number}} stands in today’s queue. Change it at the counter like any other ticket.',
  'refusal.stationUnknown': 'This station is not in the list. Nothing was changed. Reload the page.',
  'refusal.stationNameTaken': 'The station name “{{name}}” is taken. Use another one.',
  'refusal.chosenNameTaken':
    'The name chosen at the lead for this station was given to another one meanwhile. This station has not joined. Ask for a new code with another name.',
  'refusal.stationRevoked':
    'This station was revoked from the office. To use it again, start with a new data directory and join as a new station.',
  'refusal.stationIsLead':
    'This station is the lead at the moment and cannot be revoked here. Hand the lead over to another station first.',
  'refusal.noLetterLeft': 'All series letters are given. No further station can be added.',
  'refusal.notLead': 'Only the lead station can do this. Nothing was changed. Do it at the lead.',
  'refusal.leadCutOff':
    'This lead reaches no other station, so it cannot take a new one in. Connect the network, or a supervisor chooses “Stay the lead”, or revoke stations that will not come back; then try again.',
  'refusal.stationIsNotLead':
    'The station at {{address}} is not the lead, so it cannot take a new one in. The code was not used. Type the address that stands beside the code.',
  'refusal.leadCannotRecord':
    'The lead cannot record the new station: its disk is full or broken. This station has not joined. Mend that at the lead first, then ask for a new code.',
  'refusal.lanPortTaken':
    'Port {{port}}, for the links between stations, is used by another program. Close that program, or start Loket with --lan-port and another number.',
  'refusal.addressInvalid': 'This address cannot be read. Write it as on the lead’s screen, for example 192.168.1.10:4718.',
  'refusal.codeMistyped': 'This code is mistyped: check each group again. It was not sent anywhere.',
  'refusal.noLeadAnswers': 'No lead answers at {{address}}. Check the address, the network cable, and whether the lead still shows a code.',
  'refusal.codeRefused': 'The lead refused this code: wrong, used or expired. This station has not joined. Ask for a new code at the lead.',
  'refusal.tooManyTries': 'Too many tries within a minute. This station has not joined. Wait a minute and try again.',
  'refusal.leadNotProven':
    'What answers at this address could not prove that it is the lead which shows this code. This station has NOT joined and nothing was handed over. Check the address; if it happens again, tell whoever runs the network.',
  'refusal.stationNotEmpty':
    'Something was already recorded at this station, so it cannot join another office. The data is safe. Start with a new data directory.',
  'refusal.centralUnreachable':
    'Nothing answers at that address. Nothing was changed. Check the address and the internet connection, then try again.',
  'refusal.centralNotTheServer':
    'What answers at that address is not a central server of Loket; perhaps the log-in page of the network. Nothing was sent. Open a browser to log in to the network, or check the address.',
  'refusal.centralCodeUnknown':
    'The server does not know this code: mistyped, used or expired. Nothing was changed. Check the code or ask the agency for a new one.',
  'refusal.centralUrlInsecure':
    'The address of the server must begin with https:// so that nobody can listen in. Nothing was sent. Correct the address.',
  'refusal.centralAlreadyEnrolled':
    'This office is enrolled at a central server already. Nothing was changed. Leave it first to move to another server.',
  'refusal.centralNotEnrolled': 'This office is not enrolled at a central server. Nothing was changed. Enrol it first.',
  'refusal.centralFailed': 'The central server did not do it: {{failure}}. Nothing was changed in this office. Try again in a moment.',

  'failure.unknownMethod': 'This screen does not fit the program of the station. Your data is safe. Reload this window.',
  'failure.forbidden': 'Your role does not allow this step. Nothing has changed. Ask a supervisor or administrator.',
  'failure.locked': 'The screen is locked. Your work is still here. Enter your PIN to go on.',
  'failure.invalidInput': 'The input was not accepted. Nothing was saved. Check what you typed.',
  'failure.leadUnreachable':
    'The lead computer cannot be reached. What was recorded is safe; whether this step was recorded is not certain. If it does not show on the screen, check the network cable and the lead, then repeat it. Complaints, documents and the security call go on.',
  'failure.storageFull': 'The disk is full. What was recorded is safe, the last step was NOT saved. Free some space and repeat it.',
  'failure.storageFailed':
    'The storage failed to write. The last step was NOT saved. Repeat it; if it keeps failing, call the administrator.',
  'failure.internal':
    'The program made an error (code {{reference}}). What was recorded is safe. Repeat it; if it happens again, report this code.',
};
