import type { lead as source } from '../id/lead.ts';

export const lead: Record<keyof typeof source, string> = {
  'lead.cutOff.title': 'This station has been working on its own since {{time}}, because the lead is not heard',
  'lead.cutOff.leadTitle': 'This lead has been working on its own since {{time}}, because no other station is heard',
  'lead.cutOff.works':
    'Still possible: opening the day, numbers and visitors of this station, complaints, documents, incidents and security calls. Waiting for the connection: settings, calling the main line and closing the day.',
  'lead.cutOff.open': 'Choose the lead …',
  'lead.keep.button': 'Stay the lead',
  'lead.keep.title': 'Stay the lead without other stations?',
  'lead.keep.text':
    'Do this only if the other stations are off or not used. If there is a new lead among them, one visitor may be called twice; once connected, everything is listed here. Your name is recorded.',
  'lead.keep.done': 'This station stays the lead and decides the queue again.',
  'lead.copy.forked.title': 'The records of {{culprit}} do not match those of other stations',
  'lead.copy.forked.text':
    'That computer was put back to an older copy and wrote on, or its disk is failing, so nothing is copied any more between this station and {{between}}. Do not work at {{culprit}}. If it is the lead, switch it off and make another station the lead. Then revoke it, install Loket anew on that computer and join it as a new station.',
  'lead.copy.storage.title': 'The disk of {{culprit}} takes no new records',
  'lead.copy.storage.text':
    'The office’s records are not copied to it until its disk can be written to. Free some space or check the disk; copying goes on by itself.',
  'lead.news.title': 'After the reconnection there are things to know: {{n}}',
  'lead.news.text': 'The queue is one again and nothing is lost.',
  'lead.news.open': 'Look',

  'lead.title': 'Lead of the office',
  'lead.intro': 'The lead decides the queue for all stations. Every station keeps a full copy.',
  'lead.now.alone': 'This office is one station, so there is nothing to move.',
  'lead.now.here': 'This station is the lead.',
  'lead.now.kept': 'This station stays the lead without other stations, as a supervisor decided.',
  'lead.now.follower': 'The lead now: {{lead}}.',
  'lead.now.ownOnly': 'The lead ({{lead}}) has not been heard since {{time}}. This station works on its own.',
  'lead.now.leadAlone': 'This station is the lead, but has heard no other station since {{time}} and works on its own.',
  'lead.now.waiting': 'This station has just joined and waits for the office’s records.',
  'lead.now.ask': 'A supervisor or administrator can move the lead.',

  'lead.stations.title': 'Stations and their copies',
  'lead.stations.asking': 'Asking the other stations …',
  'lead.stations.here': 'this station',
  'lead.stations.lead': 'lead',
  'lead.stations.recommended': 'newest copy, recommended',
  'lead.stations.complete': 'full copy',
  'lead.stations.recordsComplete': 'records complete',
  'lead.stations.files': 'attachments still missing: {{n}}',
  'lead.stations.filesFirst':
    'Attachments of complaints are still being copied. Before a computer is switched off, wait until all stations are complete.',
  'lead.stations.behind': '{{n}} records missing',
  'lead.stations.unreachable': 'not reachable',
  'lead.stations.hears': 'hears the lead',
  'lead.stations.deaf': 'does not hear the lead',
  'lead.stations.lost': 'has just lost the lead',
  'lead.stations.wait': 'A new lead can be named in {{n}} seconds: by then the old one has certainly stopped deciding.',
  'lead.stations.stillHeard':
    '{{names}} still hears the lead. Until that ends no new lead can be named; check the network cable of this station.',
  'lead.stations.ready': 'Nobody hears the old lead any more. A new lead can be named now.',

  'lead.promote.button': 'Make it the lead',
  'lead.promote.label': 'Make it the lead: {{name}}',
  'lead.handOver.button': 'Hand over the lead',
  'lead.handOver.label': 'Hand over the lead to: {{name}}',
  'lead.handOver.hint': 'Before the lead computer is switched off: hand over the lead. The queue pauses for two seconds at most.',
  'lead.running.asking': 'Asking the stations …',
  'lead.running.fetching': 'Fetching the records that are missing …',
  'lead.running.handOver': 'Handing over the lead …',
  'lead.running.keep': 'Recording the decision …',
  'lead.done': '{{name}} is the lead now. The old lead becomes a follower by itself.',
  'lead.done.files': 'Attachments that it still fetches from other stations by itself: {{n}}.',
  'lead.files.coming': 'This station still fetches attachments of complaints, now from {{name}}. Still to come: {{n}}.',
  'lead.files.unreachable':
    'Attachments of complaints that are not here yet: {{n}}. They are fetched as soon as the station that has them can be reached.',
  'lead.files.full':
    'Attachments of complaints that are not here yet, because the disk of this station is full: {{n}}. Free some space; they are then fetched within a minute.',
  'lead.files.failed':
    'Attachments of complaints that are not here yet, because the disk of this station cannot be written: {{n}}. Check the disk; it is tried again every minute.',
  'lead.refused.leadItself': '{{name}} is still the lead and is heard. Nothing has changed. Use Hand over the lead.',
  'lead.refused.leadStillThere':
    '{{name}} still hears the lead. Nothing has changed. If the lead is really off, wait 20 seconds and try again. If it runs, check the network cable of this station.',
  'lead.refused.copyIncomplete':
    'Not all records of {{name}} have come yet. Nothing has changed. Leave that computer on and connected, then try again.',
  'lead.refused.unreachable': '{{name}} does not answer. Check that its computer is on and its cable is in, or choose another station.',
  'lead.refused.handOver':
    '{{name}} did not take the lead in time. If this list still shows the old lead, try again or choose another station.',
  'lead.override.title': 'Some stations could not be asked',
  'lead.override.stations': 'No answer from:',
  'lead.override.check': 'Nothing has changed. Better: switch those stations on or connect them, then try again.',
  'lead.override.risk':
    'The risk: if such a station still works with the old lead, the office has two leads until they are connected, and one visitor may be called twice. All conflicts are listed afterwards. This decision is recorded with your name.',
  'lead.override.confirm': 'Make it the lead anyway',

  'lead.notices.title': 'To know after the reconnection',
  'lead.notices.none': 'No notices.',
  'lead.notices.none.text': 'What people must know after a station was cut off is shown here.',
  'lead.notices.readOnly': 'A supervisor or administrator marks them as seen.',
  'lead.notices.later': 'Notices can be marked once this station is connected with the lead.',
  'lead.notices.from': '{{station}}, {{date}} — joined together {{time}}',
  'lead.notices.seen': 'Seen',
  'lead.notices.seen.label': 'Seen: {{words}}',
  'lead.notices.allSeen': 'All seen ({{n}})',
  'lead.notices.oldCounter': 'a counter that was removed',
  'lead.notices.oldStaff': 'an officer who is no longer active',
  'lead.notices.nowhere': 'no counter',

  'lead.notice.calledWhileCutOff': 'Called while cut off: {{numbers}}.',
  'lead.notice.numbersOfAnotherSeries': 'Numbers given while cut off, in that station’s series: {{numbers}}. All of them are valid.',
  'lead.notice.backToFront':
    '{{numbers}} was called to {{counter}}, but that counter had gone on with somebody else. It now waits first in line.',
  'lead.notice.conflictElsewhere':
    '{{numbers}} was worked on at {{counter}} while cut off (there: {{statusThere}}), but the lead has it {{status}} at {{elsewhere}}. The lead’s record stands; make sure how the visitor is.',
  'lead.notice.conflictWaiting':
    '{{numbers}} was called to {{counter}} while cut off, but the lead had put it back into the line. It waits now.',
  'lead.notice.conflictEnded':
    '{{numbers}} was worked on at {{counter}} while cut off (there: {{statusThere}}), but the lead had it as {{status}}. The lead’s record stands.',
  'lead.notice.conflictDayClosed':
    '{{numbers}} was still waiting or at a counter while cut off, but the day had been closed. Now: {{status}}. Contact the visitor if needed.',
  'lead.notice.counterOpenedAtBoth': '{{counter}} was opened at two stations. Officers: {{staff}}. The lead’s record stands.',
  'lead.notice.counterClosedMeanwhile':
    '{{counter}} went on while cut off, but the lead had closed it. Open the counter again if somebody is there.',
  'lead.notice.officerElsewhere':
    '{{staff}} was signed on at {{counter}} while cut off, but also at {{elsewhere}}. What stands: {{elsewhere}}.',
  'lead.notice.numberChanged': 'One visitor has two numbers: {{numbers}}. The one on paper is {{first}}; both mean the same visitor.',
  'lead.notice.numberTwice':
    'The number {{numbers}} was given twice. The ticket of the station that was cut off is not in the line: give that visitor a new number.',
  'lead.notice.noCounterServes':
    '{{numbers}} waits for a service that no counter takes any more. Change a counter’s services or transfer the ticket.',
  'lead.notice.leftOut': 'Some of the work while cut off could not be taken over{{what}}. Check with the officers of that station.',
  'lead.notice.changesLeftOut':
    'Changed at that station when its time as the lead was over, so it does not count: {{changes}}. Check, and change it again if it is still wanted.',
  'lead.change.by': '{{what}} ({{staff}}, {{time}})',
  'lead.change.bySystem': '{{what}} ({{time}})',
  'lead.change.other': 'another setting',
  'lead.change.officeSetUp.v1': 'the office’s set-up',
  'lead.change.profileChanged.v1': 'office profile',
  'lead.change.hoursChanged.v1': 'opening hours',
  'lead.change.holidaysChanged.v1': 'holidays',
  'lead.change.serviceSaved.v1': 'service {{name}}',
  'lead.change.servicesOrdered.v1': 'order of the services',
  'lead.change.serviceRetired.v1': 'removal of service {{name}}',
  'lead.change.counterSaved.v1': 'counter {{name}}',
  'lead.change.counterRetired.v1': 'removal of counter {{name}}',
  'lead.change.policyChanged.v1': 'priority policy',
  'lead.change.printerSaved.v1': 'printer {{name}}',
  'lead.change.printerRemoved.v1': 'removal of printer {{name}}',
  'lead.change.textsChanged.v1': 'office texts',
  'lead.change.complaintRulesChanged.v1': 'complaint rules',
  'lead.change.calmCardsSaved.v1': 'calm cards',
  'lead.change.scenariosSaved.v1': 'training scenarios',
  'lead.change.bookSettingsChanged.v1': 'blackout book settings',
  'lead.change.staffAdded.v1': 'new account {{name}}',
  'lead.change.staffChanged.v1': 'account {{name}}',
  'lead.change.staffSecretChanged.v1': 'PIN or password of {{name}} (check which one works)',
  'lead.change.stationChanged.v1': 'details of station {{name}}',
  'lead.change.broadcastSent.v1': 'announcement “{{name}}”',
  'lead.change.broadcastWithdrawn.v1': 'withdrawal of an announcement',
  'lead.change.officerThanked.v1': 'thanks to an officer',
  'lead.change.thanksSeen.v1': 'thanks that were read',
};
