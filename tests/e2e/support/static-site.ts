// The built console as the plainest of servers gives it: files by their names below a path, and 404 for everything else.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SITE } from './built.ts';

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
      response.writeHead(200, { 'Content-Type': type, ...headers });
      if (site.before?.name.test(name)) response.write(site.before.text);
      response.end(content);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const site = new StaticSite(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`);
    return site;
  }

  forget(): void {
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
