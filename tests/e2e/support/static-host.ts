// A plain host of static files, as wrong as a test wants it, with the simulated cloud below /api/.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { headersOfHost, type HeadersOf } from './headers.ts';
import type { Simulator } from './simulator.ts';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** What the host answers in the place of a file: nothing set is as it should be. */
export interface Instead {
  /** The page, with 200, as where the file were missing. */
  page?: boolean;
  /** `null` for none. */
  type?: string | null;
  content?: Buffer;
  cache?: string;
}

export class StaticHost {
  /** What is answered in the place of the file of a name; `undefined` for the file. */
  instead: (name: string) => Instead | undefined = () => undefined;
  /** The names of files that were asked for. */
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    private readonly mount: string,
    private readonly headersOf: HeadersOf,
    private readonly simulator: Simulator,
  ) {
    server.on('request', (request, response) => this.answer(request, response));
  }

  /** `headers` is a file `_headers`, empty for a host that cannot send any. */
  static async start(folder: string, mount: string, headers: string, simulator: Simulator): Promise<StaticHost> {
    const server = createServer();
    const host = new StaticHost(server, folder, mount, headersOfHost(headers), simulator);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return host;
  }

  /** Where the console is, with a `/` at the end. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${this.mount}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url ?? '/', this.url);
    if (`${pathname}/` !== this.mount && !pathname.startsWith(this.mount)) {
      response.writeHead(404).end('Nothing is here.');
      return;
    }
    const inside = pathname.slice(this.mount.length);
    if (inside.startsWith('api/')) {
      this.handOn(request, response, `/${inside.replace(/^api\/[^/]+\/[^/]+\//, 'api/')}${search}`);
      return;
    }
    this.asked.push(inside);
    const instead = this.instead(inside);
    // Whatever is no file is the page, also where a file is missing.
    const isFile = /^[\w.-]+$/.test(inside) && existsSync(join(this.folder, inside)) && instead?.page !== true;
    const name = isFile ? inside : 'index.html';
    for (const [header, value] of this.headersOf(inside)) response.setHeader(header, value);
    const type = instead?.type === undefined ? TYPES[name.split('.').at(-1) ?? ''] : instead.type;
    if (type != null) response.setHeader('Content-Type', type);
    if (instead?.cache !== undefined) response.setHeader('Cache-Control', instead.cache);
    response.end(instead?.content ?? readFileSync(join(this.folder, name)));
  }

  private handOn(request: IncomingMessage, response: ServerResponse, path: string): void {
    const inside = new URL(this.simulator.url);
    const headers = { ...request.headers, host: inside.host };
    const asking = ask({ host: inside.hostname, port: inside.port, method: request.method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asking.on('error', () => response.destroy());
    request.pipe(asking);
  }
}
