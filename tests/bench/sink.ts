// A server that takes mail and forgets it, faster than smtp-sink reads: it looks for the end of DATA, not at each octet.
// Run by send.ts for large messages, where smtp-sink is what would be measured.
import { createServer, type Socket } from 'node:net';

const endOfData = Buffer.from('\r\n.\r\n');

function serve(socket: Socket): void {
  let isData = false;
  let rest: Buffer = Buffer.alloc(0);
  const answer = (line: string): void => {
    if (/^DATA/i.test(line)) {
      isData = true;
      socket.write('354 go on\r\n');
    } else if (/^EHLO/i.test(line)) socket.write('250-sink\r\n250-8BITMIME\r\n250 PIPELINING\r\n');
    else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
    else socket.write('250 2.0.0 Ok\r\n');
  };
  const take = (chunk: Buffer): void => {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const end = bytes.indexOf(isData ? endOfData : '\r\n');
      if (end < 0) break;
      if (isData) {
        isData = false;
        socket.write('250 2.0.0 Ok: queued as SWIFT\r\n');
        bytes = bytes.subarray(end + endOfData.length);
      } else {
        answer(bytes.toString('latin1', 0, end));
        bytes = bytes.subarray(end + 2);
      }
    }
    // Of a message, only what may be the beginning of its end is kept.
    rest = isData && bytes.length > 4 ? Buffer.from(bytes.subarray(-4)) : bytes;
  };
  socket.on('data', take);
  socket.on('error', () => {});
  socket.write('220 sink ESMTP\r\n');
}

createServer({ noDelay: true }, serve).listen(Number(process.argv[2]), '127.0.0.1');
