/**
 * Attempts at a connection in what `strace -f -e trace=network` wrote: every call that names an address of the internet
 * family, whatever became of it. Sockets of the system itself (AF_UNIX, AF_NETLINK) reach no other machine.
 */
export function connectionAttempts(trace: string): readonly string[] {
  return trace
    .split('\n')
    .filter((line) => /\b(connect|sendto|sendmsg|sendmmsg|bind|listen)\(/.test(line))
    .filter((line) => /sa_family=AF_INET6?\b/.test(line));
}
