import type { contactsJa } from './contacts.ja';

/** The words of the address book. */
export const contactsEn: typeof contactsJa = {
  title: 'How they are reached in an emergency',
  what: 'When an evacuation order is issued, requests and questions reach them this way. Addresses themselves are not shown.',
  none: 'There is no way to write to them: they are called.',
  media: { LINE: 'LINE', FCM: 'Push notification', VOICE: 'Telephone', WEB: 'Page of their own' },
  lost: (medium) => `${medium}: the address is not known any more and was taken out. They have to register anew`,
  never: 'Never written to',
  outcomes: {
    WAITING: 'On its way',
    ACCEPTED: 'The last message arrived',
    REFUSED: 'The last message did not arrive',
    UNKNOWN: 'Nobody knows whether it arrived',
  },
  trial: 'Send a trial message',
  tried: 'A trial message was sent.',
  forget: 'Remove',
  forgetLabel: (name: string, medium: string) => `Remove ${medium} of ${name}`,
  called: 'The last call was made',
  telephone: 'Reach them by telephone',
  telephoneWhat: 'The city calls the number on record, and they answer with a key.',
  page: 'Make a page of their own',
  pageAgain: 'Make their page anew',
  pageWhat:
    'A page the supporter opens to see what is asked, and to answer. Made anew, its former address does not open any more.',
  pageSlip:
    'Open this page on a telephone or computer to see requests for help and to answer. It updates by itself while it is open, but makes no sound. It does not expire. If you lose it, tell the city office.',
  opened: 'Last opened',
  unopened: 'Not opened yet',
  code: 'Make a code for LINE',
  slip: (name: string) => `For ${name}`,
  slipWhat: 'Send this number in the talk with the city’s LINE account. It works once.',
  until: 'Valid until',
  squares: (name) => `QR code that opens the page of ${name}`,
  printSlip: 'Print this slip',
  print: 'Print this number',
  person: (name: string) => `${name} (in person)`,
};
