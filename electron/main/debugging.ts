/** Switches that let another program read and steer a running app. */
const debugging = /^--(inspect|remote-debugging|remote-allow-origins|js-flags|load-extension|debug)/;

/** True when a command line asks to be debugged: whoever starts the installed app so would read all it shows. */
export function isBeingDebugged(argv: readonly string[]): boolean {
  return argv.some((part) => debugging.test(part));
}
