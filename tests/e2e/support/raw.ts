// Requests byte by byte: what no browser and no client sends.
import { connect } from 'node:net';

/** An answer, with what came of its body. */
export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: Map<string, string>;
  body: string;
}

/** Sends a head and a body as they are, and reads until the server ends the connection. */
export async function exchange(port: number, head: string[], body = ''): Promise<RawAnswer> {
  const text = await new Promise<string>((done, failed) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`));
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${head[0]}`)));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', failed);
    socket.on('close', () => done(Buffer.concat(parts).toString('latin1')));
  });
  const [top = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = top.split('\r\n');
  const pair = (line: string): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  };
  return { status: Number(first.split(' ')[1]), headers: new Map(lines.map(pair)), body: rest.join('\r\n\r\n') };
}
