// The built console as the plainest of servers gives it: files by their names below a path, and 404 for everything else.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { SITE } from './built.ts';
import type { HeadersOf } from './headers.ts';

const TYPES: Record<string, string> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** Where reports of the policy are sent. */
const REPORTS = 'policy-reports';

/** A line to the server that everything which is answered shares. */
export interface Line {
  /** Milliseconds until an answer begins. */
  latency: number;
  bytesPerSecond: number;
}

/** What a line carries at once. */
const PACKET = 4_096;

export class StaticSite {
  /** The names of the files that were asked for, below the path. */
  asked: string[] = [];
  /** What was asked for and is no file of the console. */
  strange: string[] = [];

  /** What browsers have reported of the content security policy, where the site asks for that. */
  reports: string[] = [];

  /** Files whose requests are closed without an answer. */
  withhold: RegExp | undefined;

  /** Files of which something else is answered once, to be kept by caches. */
  wrongOnce: RegExp | undefined;

  /** What stands before the text of a file. */
  before: { name: RegExp; text: string } | undefined;

  /** The headers of each file besides its type. */
  headersOf: HeadersOf = () => [];

  /** The line to the server; as fast as the machine where there is none. */
  line: Line | undefined;

  /** When the line has carried what was given to it. */
  private carriedAt = 0;

  private constructor(
    private readonly server: Server,
    /** Where the console is, with a `/` at the end. */
    readonly url: string,
  ) {}

  /**
   * Serves the console below a path, set up as its `config.json` says. With `asksForReports` every answer has the policy of the page
   * once more, as one that only reports: what is refused anywhere, in a worker too, is told to the server.
   */
  static async start(base: string, config: unknown, asksForReports = false): Promise<StaticSite> {
    const files = new Map<string, string | Buffer>(
      readdirSync(SITE)
        .filter((name) => statSync(join(SITE, name)).isFile())
        .map((name) => [name, readFileSync(join(SITE, name))]),
    );
    const page = String(files.get('index.html')).replace('<base href="/">', `<base href="${base}">`);
    files.set('', page);
    files.set('index.html', page);
    files.set('config.json', JSON.stringify(config));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    const headers = asksForReports ? { 'Content-Security-Policy-Report-Only': `${policy}; report-uri ${base}${REPORTS}` } : {};
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://static');
      if (asksForReports && request.method === 'POST' && pathname === `${base}${REPORTS}`) {
        void text(request).then((report) => site.reports.push(report));
        response.writeHead(204).end();
        return;
      }
      const name = pathname.slice(base.length);
      const content = pathname.startsWith(base) ? files.get(name) : undefined;
      if (content === undefined || request.method !== 'GET') {
        site.strange.push(`${request.method} ${pathname}`);
        response.writeHead(404).end();
        return;
      }
      site.asked.push(name);
      if (site.withhold?.test(name)) {
        request.socket.destroy();
        return;
      }
      if (site.wrongOnce?.test(name)) {
        site.wrongOnce = undefined;
        response.writeHead(200, { 'Cache-Control': 'max-age=600' }).end('something else');
        return;
      }
      const type = TYPES[(name || 'index.html').split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      response.setHeader('Content-Type', type);
      for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
      for (const [header, value] of site.headersOf(name)) response.setHeader(header, value);
      if (site.before?.name.test(name)) return void site.send(response, Buffer.concat([Buffer.from(site.before.text), Buffer.from(content)]));
      // As hosts do that find such a file beside the other; the archive has them.
      const compressed = site.line && /\bbr\b/.test(String(request.headers['accept-encoding'])) ? files.get(`${name}.br`) : undefined;
      if (compressed !== undefined) response.setHeader('Content-Encoding', 'br');
      site.send(response, Buffer.from(compressed ?? content));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const site = new StaticSite(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`);
    return site;
  }

  private async send(response: ServerResponse, content: Buffer): Promise<void> {
    const { line } = this;
    if (line === undefined) return void response.end(content);
    await setTimeout(line.latency);
    for (let sent = 0; sent < content.length; sent += PACKET) {
      const packet = content.subarray(sent, sent + PACKET);
      this.carriedAt = Math.max(this.carriedAt, performance.now()) + (packet.length / line.bytesPerSecond) * 1_000;
      await setTimeout(this.carriedAt - performance.now());
      response.write(packet);
    }
    response.end();
  }

  forget(): void {
    this.line = undefined;
    this.asked = [];
    this.strange = [];
    this.reports = [];
    this.withhold = undefined;
    this.wrongOnce = undefined;
    this.before = undefined;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((stopped) => this.server.close(stopped));
  }
}
