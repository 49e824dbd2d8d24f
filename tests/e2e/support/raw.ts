// Requests byte by byte: what no browser and no client sends.
import { connect as connectEncrypted } from 'node:http2';
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

/** Asks over HTTP/2, as browsers do where a server encrypts. Gives what came, also where that is no whole answer. */
export async function exchangeEncrypted(port: number, path: string, headers: Record<string, string>): Promise<RawAnswer> {
  // Who it is, the test knows.
  const client = connectEncrypted(`https://localhost:${port}`, { rejectUnauthorized: false });
  const request = client.request({ ':path': path, ...headers });
  const answer: RawAnswer = { status: NaN, headers: new Map(), body: '' };
  request.on('response', (lines) => {
    answer.status = Number(lines[':status']);
    answer.headers = new Map(Object.entries(lines).map(([name, value]) => [name, String(value)]));
  });
  request.on('data', (part: Buffer) => (answer.body += part.toString('latin1')));
  await new Promise<void>((done) => request.on('error', () => done()).on('close', () => done()));
  client.close();
  return answer;
}
