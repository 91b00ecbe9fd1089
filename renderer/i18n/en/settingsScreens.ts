import type { settingsScreens as source } from '../id/settingsScreens.ts';

export const settingsScreens: Record<keyof typeof source, string> = {
  'settings.screens.title': 'Screens on the network',
  'settings.screens.lead':
    'A television, a tablet or another computer on the office network can be a waiting-room display or a ticket kiosk with nothing but a browser.',
  'settings.screens.listener': 'Connections from the network',
  'settings.screens.listener.lead':
    'While it is on, only screens with a link from this page can come in, and only to a display or a kiosk. Personal data is never sent there. The connection is not encrypted: whoever can listen to this network can read what stands on the display.',
  'settings.screens.switch': 'Screens on the network',
  'settings.screens.switch.off': 'Off',
  'settings.screens.switch.off.hint': 'Nobody can connect from the network.',
  'settings.screens.switch.on': 'On',
  'settings.screens.switch.on.hint': 'Devices with a link can show a display or a kiosk. Stays on after the computer restarts.',
  'settings.screens.port': 'Port',
  'settings.screens.port.hint': 'Leave 4719 unless another program uses it. If it changes, the addresses of all links change too.',

  'settings.screens.state.off': 'Off',
  'settings.screens.state.off.text': 'No screen can connect from the network yet. Choose “On”, then save.',
  'settings.screens.state.starting': 'Being turned on …',
  'settings.screens.state.starting.text': 'Screens can connect in a moment.',
  'settings.screens.state.listening': 'On',
  'settings.screens.state.listening.text':
    'Screens can connect through {{origins}}. If they cannot, allow Loket in the firewall of this computer.',
  'settings.screens.state.portTaken': 'Port {{port}} is used by another program',
  'settings.screens.state.portTaken.text':
    'Screens cannot connect yet; other work is not disturbed. Close that program or choose another port. Loket tries again by itself.',
  'settings.screens.state.noNetwork': 'This computer is not connected to a network',
  'settings.screens.state.noNetwork.text':
    'Other screens cannot connect yet; work on this computer is not disturbed. Check the cable or the Wi-Fi. Loket tries again by itself.',
  'settings.screens.state.noPages': 'The files of the screens were not found',
  'settings.screens.state.noPages.text': 'This installation is not complete. Install Loket again; the data of the office is safe.',
  'settings.screens.state.failed': 'It cannot be turned on yet',
  'settings.screens.state.failed.text':
    'The operating system refuses to open port {{port}}. The data is safe. Loket tries again by itself; if it stays so, see the log of the program.',

  'settings.screens.links': 'Links',
  'settings.screens.links.lead': 'One link for one device. A link that is revoked is cut off at once and refused for ever.',
  'settings.screens.none': 'No links yet',
  'settings.screens.none.text': 'Turn the connections on, then make a link for the first device below.',
  'settings.screens.connected': 'connected now: screens {{count}}, the last from {{address}}',
  'settings.screens.never': 'never opened',
  'settings.screens.seen': 'last seen {{time}} from {{address}}',
  'settings.screens.tickets': '{{count}} of at most {{most}} tickets in the last 24 hours',
  'settings.screens.renew': 'New address',
  'settings.screens.renewOf': 'New address for {{name}}',
  'settings.screens.revoke': 'Revoke',
  'settings.screens.revokeOf': 'Revoke the link {{name}}',
  'settings.screens.revokeAsk': 'Revoke the link {{name}}?',
  'settings.screens.revokeText': 'Its screen is cut off at once and cannot connect again with that address. Queue and tickets stay.',

  'settings.screens.new': 'New link',
  'settings.screens.new.lead': 'Its address and QR code are shown once after it is made. Open it on the device and leave it there.',
  'settings.screens.which': 'This device becomes a',
  'settings.screens.board': 'Display',
  'settings.screens.board.hint': 'Only shows the numbers that are called.',
  'settings.screens.kiosk': 'Kiosk',
  'settings.screens.kiosk.hint':
    'Only gives numbers. Tickets come out at the office’s network printer; without one the number is shown large.',
  'settings.screens.name': 'Name of the device',
  'settings.screens.name.hint': 'For example “Waiting-room TV”. Not the name of a person.',
  'settings.screens.perDay': 'Most tickets in a day',
  'settings.screens.perDay.hint': 'Besides, at most 6 in a minute and 120 in an hour, so that nobody can use up the numbers.',
  'settings.screens.make': 'Make the link',

  'settings.screens.address': 'Address for {{name}}',
  'settings.screens.address.board':
    'Open this address on the television or tablet of the waiting room. Set the device so that its screen does not switch off, then tap once for sound.',
  'settings.screens.address.kiosk':
    'Open this address on the tablet that becomes the kiosk. Set the device so that its screen does not switch off.',
  'settings.screens.address.network': 'Network',
  'settings.screens.address.qr': 'QR code of this address',
  'settings.screens.address.url': 'Address',
  'settings.screens.address.once':
    'This address is shown now only. Whoever has it can open this screen; if it is lost, make a “New address”. Capitals, dashes and a mistaken O or I do not matter.',
  'settings.screens.address.done': 'It is open',
};
