#!/bin/sh
# Starts Holdfast so that a crash leaves nothing of its memory, which holds the key of an open vault, on the disk. Both
# settings go over to every process of the app, and no process of it can take them back.
here=$(dirname -- "$(readlink -f -- "$0")")
# No part of the memory goes into a core file, whatever program of the system collects it (core(5)).
{ echo 0 >/proc/self/coredump_filter; } 2>/dev/null
# Linux writes no core file of more bytes than this; 1 also keeps it from handing one to a program. Without prlimit: none as a file.
prlimit --pid $$ --core=1:1 2>/dev/null || ulimit -c 0
exec "$here/holdfast.bin" "$@"
