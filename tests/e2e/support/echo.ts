// A service over TLS that tells what reached it, and answers in the ways that a proxy must not pass on.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Identity } from './certificates.ts';

/** A request as it arrived: nothing is decoded. */
export interface Arrived {
  method: string;
  /** Path and query. */
  target: string;
  /** Names in lower case, once for each time that a header came. */
  headers: [name: string, value: string][];
  body: string;
}

/** What a hostile or careless service adds to an answer. */
export const HOSTILE_HEADERS = {
  'set-cookie': 'session=COOKIE-OF-THE-CLOUD',
  'access-control-allow-origin': '*',
  'clear-site-data': '"*"',
  'content-security-policy': "default-src *",
  'cache-control': 'public, max-age=31536000',
  expires: 'Fri, 31 Dec 2100 00:00:00 GMT',
  refresh: '0; url=https://evil.test/',
  link: '<https://evil.test/>; rel=preload',
  'x-accel-redirect': '/config.json',
  'service-worker-allowed': '/',
  'www-authenticate': 'Basic realm="cloud"',
  'secure-session-registration': '(ES256);path="/config.json"',
  'use-as-dictionary': 'match="/*"',
  'cross-origin-opener-policy-report-only': 'unsafe-none',
  'x-dns-prefetch-control': 'on',
  server: 'CloudGateway/1.0',
  via: '1.1 gateway',
};

/** A token as long as the clouds make them. */
export const LONG_TOKEN = 'T'.repeat(32 * 1024);

export class Echo {
  readonly arrived: Arrived[] = [];

  private constructor(private readonly server: Server) {}

  static async start(identity: Identity): Promise<Echo> {
    const server = createServer({ ...identity, maxHeaderSize: 256 * 1024 });
    const echo = new Echo(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      // What was given up on its way has not arrived.
      echo.answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return echo;
  }

  get host(): string {
    return `localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const raw = request.rawHeaders;
    const headers = raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name.toLowerCase(), raw[at + 1] ?? '']] : []));
    const target = request.url ?? '';
    const arrived = { method: request.method ?? '', target, headers, body: Buffer.concat(parts).toString() };
    this.arrived.push(arrived);
    const json = { 'content-type': 'application/json', 'x-request-id': 'request-1', 'content-range': 'items 0-1/2' };
    const told = JSON.stringify({ arrived: true });
    const status = /^\/status\/(\d+)/.exec(target)?.[1];
    if (status !== undefined) {
      const location = Number(status) < 400 ? { location: 'https://evil.test/' } : {};
      response.writeHead(Number(status), { ...json, ...location }).end(`{"error_code":"APIGW.0201","status":${status}}`);
    } else if (target.startsWith('/hostile')) {
      response.writeHead(200, { ...json, ...HOSTILE_HEADERS }).end(told);
    } else if (target.startsWith('/v3/auth/tokens')) {
      response.writeHead(201, { ...json, 'x-subject-token': LONG_TOKEN }).end(told);
    } else {
      response.writeHead(200, json).end(told);
    }
  }
}
