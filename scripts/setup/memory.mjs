import { writeFileSync } from 'node:fs';

/**
 * Nothing that is started from here leaves its memory on the disk when it crashes: the real app too, which scripts start
 * without the launcher of a package (scripts/package/holdfast.sh). Only Linux has this, and what is started inherits it.
 */
export function keepMemoryOffDisk() {
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // Another system, or a container without it.
  }
}
