import type { settingsStations as source } from '../id/settingsStations.ts';

export const settingsStations: Record<keyof typeof source, string> = {
  'settings.stations.title': 'Stations',
  'settings.stations.lead':
    'Which computers together are this office. Each station keeps its own key; only those in this list are trusted.',
  'settings.stations.add': 'Add a station',
  'settings.stations.new': 'New station',
  'settings.stations.newLead':
    'Name it and say what it is for. Then a code appears, to be typed at the new station; it counts for 10 minutes and once.',
  'settings.stations.showCode': 'Show the code',
  'settings.stations.empty': 'This office is one station',
  'settings.stations.emptyText':
    'One station is enough to work. Add stations for counters, kiosks, boards, a supervisor’s desk or a guard post on other computers.',
  'settings.stations.self': '{{name}} (this station)',
  'settings.stations.isLead': 'lead',
  'settings.stations.connected': 'connected',
  'settings.stations.notConnected': 'not connected, not heard since the program started',
  'settings.stations.lastHeard': 'disconnected, last heard {{time}}',
  'settings.stations.revoked': 'revoked',
  'settings.stations.revokedText':
    'This station is trusted no longer and cannot connect. Its letter is never given again, because numbers it printed stay valid.',
  'settings.stations.clockOff': 'its clock differs by {{span}}: check date and time of that computer',
  'settings.stations.notLead': 'Only the lead can add, change or revoke stations. Here the list can only be looked at.',
  'settings.stations.joined': '{{name}} has joined with series letter {{letter}}.',
  'settings.stations.listening': 'Other stations reach this computer at port {{port}}.',
  'settings.stations.name': 'Name of the station',
  'settings.stations.nameHint': 'For example “Counter 2” or “Front kiosk”. Every station shows this name.',
  'settings.stations.place': 'Place',
  'settings.stations.placeHint': 'Where the computer stands, for example “Ground floor, by the door”. May be empty.',
  'settings.stations.roles': 'What it is used for',
  'settings.stations.rolesHint': 'More than one is possible. It decides which window opens first.',
  'settings.stationRole.counter.does': 'Officers serve visitors here.',
  'settings.stationRole.kiosk.does': 'Visitors take numbers here.',
  'settings.stationRole.board.does': 'The waiting room sees calls here.',
  'settings.stationRole.supervisor.does': 'The supervisor watches the office here.',
  'settings.stationRole.guard.does': 'Guards receive calls here.',
  'settings.stations.letter': 'Series letter',
  'settings.stations.noLetter': 'none (the first station)',
  'settings.stations.address': 'Last address',
  'settings.stations.noAddress': 'not known yet',
  'settings.stations.gone': 'This station is not in the list',
  'settings.stations.goneText': 'The address of the page may be wrong.',
  'settings.stations.toList': 'To the list of stations',
  'settings.stations.revokeTitle': 'Revoke the station',
  'settings.stations.revokeLead':
    'When the computer is lost, broken or used for something else. The other stations cut it off within seconds.',
  'settings.stations.revoke': 'Revoke this station',
  'settings.stations.revokeAsk': 'Revoke {{name}}?',
  'settings.stations.revokeText':
    'It is cut off at once and cannot connect again. What already reached other stations stays. This cannot be undone; the computer can join again only as a new station.',
  'settings.joining.title': 'Code for {{name}}',
  'settings.joining.lead':
    'Open Loket on the new computer, choose “Join an office that exists”, then type or scan this code. Show it to nobody outside.',
  'settings.joining.qr': 'QR code with address and code',
  'settings.joining.code': 'Code',
  'settings.joining.address': 'Address of the lead',
  'settings.joining.mark': 'Name on the network: {{mark}}',
  'settings.joining.remaining': 'Time left',
  'settings.joining.failures':
    'A wrong code was tried {{n}} times. Unless it was mistyped at the new station, cancel and check who is on the network.',
  'settings.joining.cancel': 'Cancel the code',
};
