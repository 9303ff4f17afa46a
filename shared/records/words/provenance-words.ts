import type { CheckAnswer, CheckId, ProvenanceWay } from '../../models/provenance';

export const wayWords: Readonly<Record<ProvenanceWay, string>> = {
  original_on_client_device_seen: 'Seen on the client’s own device',
  copied_by_cable: 'Copied by cable or card',
  nearby_share: 'AirDrop or Quick Share',
  downloaded_from_account: 'Downloaded from an account',
  email: 'By e-mail',
  messaging_app: 'Through a messaging app',
  photo_of_screen: 'A photo of a screen',
  print_scan: 'Printed or scanned',
  third_party: 'From somebody else',
  other: 'Another way',
};

/** One or two words for what is looked for in a screenshot, as what is there and as what is missing. */
export const checkNames: Readonly<Record<CheckId, string>> = {
  sender: 'sender',
  identifier: 'number or handle',
  date: 'date',
  time: 'time',
  context: 'before and after',
  overlap: 'overlap',
  device: 'whose device',
  captured_by: 'who took it',
  capture_time: 'when taken',
};

export const answerWords: Readonly<Record<CheckAnswer, string>> = {
  yes: 'yes',
  no: 'no',
  na: 'does not apply',
};
