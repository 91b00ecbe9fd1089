import type { documents as source } from '../id/documents.ts';

/** `/berkas`: what was taken in, what lies ready, what was handed out. */
export const documents: Record<keyof typeof source, string> = {
  'documents.title': 'Documents',
  'documents.intro':
    'Find what was taken in, mark its result as ready, and record that it was handed out. The public sees it when following.',
  'documents.find': 'Find documents',
  'documents.search': 'Registration number',
  'documents.search.hint': 'Type the number or its last digits, or scan the code on the receipt.',
  'documents.stage': 'State',
  'documents.stage.all': 'All',
  'documents.stage.inWork': 'In work',
  'documents.stage.ready': 'Ready to collect',
  'documents.stage.collected': 'Collected',
  'documents.inWork': 'Received {{time}}, promised for {{date}}',
  'documents.ready': 'Since {{time}}',
  'documents.collected': '{{time}}, handed out by {{name}}',
  'documents.late': 'Past the promised day',
  'documents.erased': 'The applicant’s data was erased',
  'documents.markReady': 'Mark as ready',
  'documents.handOver': 'Hand over',
  'documents.print': 'Print receipt',
  'documents.none': 'No documents yet',
  'documents.none.text': 'What is registered at a counter shows here.',
  'documents.noMatch': 'No document matches',
  'documents.noMatch.text': 'Check the number, or take the state away.',
  'documents.clear': 'Show all',
  'documents.more': 'Show more',
  'documents.narrow': 'Only the latest {{most}} are shown. Type the number to find older ones.',
};
