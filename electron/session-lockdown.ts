import type { OnBeforeRequestListenerDetails, Session } from 'electron';

/**
 * Denies a session everything but the schemes named: no connection, no permission, no device, no download.
 * Each session of the app passes through here before it shows anything. `mayAsk`: who may ask for what of these schemes, where
 * not everybody may.
 */
export function lockDownSession(
  session: Session,
  allowedSchemes: readonly string[],
  mayAsk: (details: OnBeforeRequestListenerDetails) => boolean = () => true,
): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowed(details.url, allowedSchemes) || !mayAsk(details) });
  });
  // No page reads a file of the system, whatever else might let it: each has a scheme of its own.
  session.protocol.handle('file', () => new Response(null, { status: 404 }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  // Certificates never matter here: a session that gets as far as TLS has already gone wrong.
  session.setCertificateVerifyProc((_request, answer) => {
    answer(-2);
  });
}

/** True when the address has one of the schemes (without colon). `devtools` pages exist only where developers open them. */
export function isAllowed(address: string, schemes: readonly string[]): boolean {
  try {
    const scheme = new URL(address).protocol.slice(0, -1);
    return schemes.includes(scheme);
  } catch {
    return false;
  }
}
