import { app } from 'electron';

/**
 * Tells Chromium to make no connection of its own. The deny-all rules in session-lockdown.ts and the page's
 * Content-Security-Policy are further layers; none of them is trusted alone.
 */
export function setUpSwitches(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // No keyring of the system is ever asked: nothing here depends on one.
  commandLine.appendSwitch('password-store', 'basic');
  // Nothing of a page may reach the disk: no cache, no crash dump with memory in it.
  commandLine.appendSwitch('disable-http-cache');
  commandLine.appendSwitch('disk-cache-size', '0');
  commandLine.appendSwitch('disable-breakpad');
  commandLine.appendSwitch(
    'disable-features',
    'SpellCheck,MediaRouter,OptimizationHints,NetworkTimeServiceQuerying',
  );
  // Started as root in a container Chromium can only run without its sandbox, and says so with this switch.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
