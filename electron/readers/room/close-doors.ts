/**
 * What a page or a worker could reach besides its port: storage, the network, other pages of its kind, threads that nobody counts.
 * Content-Security-Policy and the session refuse the network already, and the storage is in memory alone; what reads strangers'
 * files does not even find the names.
 */
const doors = [
  'indexedDB',
  'caches',
  'cookieStore',
  'localStorage',
  'sessionStorage',
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'BroadcastChannel',
  'SharedWorker',
  'Worker',
  'importScripts',
  'Notification',
  'FileReaderSync',
  'SharedArrayBuffer',
] as const;

/** Of `navigator`: each leads to a device, to storage, or to other pages. */
const ofNavigator = [
  'storage',
  'storageBuckets',
  'locks',
  'serviceWorker',
  'serial',
  'hid',
  'usb',
  'gpu',
  'clipboard',
  'credentials',
  'sendBeacon',
  'connection',
] as const;

/** Takes the doors away for good: whatever runs later in this page or worker cannot bring them back. */
export function closeDoors(here: object): void {
  for (const name of doors) close(here, name);
  const { navigator } = here as { readonly navigator?: object };
  if (navigator !== undefined) for (const name of ofNavigator) close(navigator, name);
}

function close(owner: object, name: string): void {
  // It may be written on any of the prototypes, from where a parser could fetch it.
  for (let at: object | null = owner; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    if (Object.hasOwn(at, name) && at !== Object.prototype) Reflect.deleteProperty(at, name);
  }
  Reflect.defineProperty(owner, name, { value: undefined, writable: false, configurable: false });
}
