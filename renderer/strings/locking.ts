/** Words about what keeps a vault from the eyes of others while Holdfast runs. */
export const copyingText =
  'What you copy leaves the clipboard after a minute, and when Holdfast locks or closes. Where the system knows how, it is kept out of the clipboard’s history and is sent to no other device.';

export const screenText = {
  title: 'Screenshots and shared screens',
  choice: 'Keep this window out of screenshots and screen sharing',
  on: 'Others see an empty or missing window in a call, in a recording, and in pictures that programs take of the screen. Switch it off while you show a case to somebody on purpose.',
  off: 'Whoever sees your screen in a call sees this window, and programs that take pictures of the screen keep what stands in it.',
  mac: 'On newer versions of macOS some programs see the window all the same.',
  limit: 'It cannot stop a camera, nor a program that has control of this computer.',
  /** Where no system offers it. */
  none: 'On Linux a program cannot keep its window out of screenshots. Before you share a screen in a call, lock Holdfast or share one other window alone.',
} as const;
