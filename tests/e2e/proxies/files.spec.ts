// The console's own files behind a proxy: the page wherever an address leads, the headers, what is kept and for how long.
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { behindEach, expect, test } from '../support/proxied.ts';

const VISIT = ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate'];

behindEach((kind, mount) => {
  const bare = mount.slice(0, -1);

  test('every address of the console is its page, with the policy of its meta tag', async ({ send, front }) => {
    const page = readFileSync(join(front.site, 'index.html'), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
    for (const path of ['', 'containers', 'containers/acme-web/next.js/tags', 'containers/acme-web/shop$api', '?q=a%20b', 'apis', 'index.html']) {
      const answer = await send(`GET ${mount}${path}`, VISIT);
      expect.soft(answer.status, path).toBe(200);
      expect.soft(answer.body, path).toContain(`<base href="${mount}">`);
      expect.soft(answer.headers.get('content-type'), path).toMatch(/^text\/html/);
      expect.soft(answer.headers.get('cache-control'), path).toBe('no-cache');
      expect.soft(answer.headers.get('content-security-policy')?.split('; ').sort(), path).toEqual(
        [...(policy ?? '').split('; '), "frame-ancestors 'none'"].sort(),
      );
      expect.soft(answer.headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
      expect.soft(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect.soft(answer.headers.get('referrer-policy'), path).toBe('no-referrer');
      expect.soft(answer.headers.get('permissions-policy'), path).toContain('camera=()');
      expect.soft(answer.headers.has('x-powered-by') || /\d/.test(answer.headers.get('server') ?? ''), path).toBe(false);
    }
  });

  test('files are of their types, and those with a hash in their name are kept for good', async ({ send, front }) => {
    const types = { wasm: 'application/wasm', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', json: 'application/json', svg: 'image/svg+xml' };
    for (const name of readdirSync(front.site).filter((name) => !name.includes('chunk_') && name !== 'index.html')) {
      const answer = await send(`GET ${mount}${name}`, ['Sec-Fetch-Site: same-origin']);
      expect.soft(answer.status, name).toBe(200);
      expect.soft(answer.headers.get('content-type'), name).toBe(types[name.split('.').at(-1) as keyof typeof types]);
      const isHashed = /-[0-9a-f]{12,16}/.test(name);
      expect.soft(answer.headers.get('cache-control'), name).toBe(isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      expect.soft(answer.headers.get('x-content-type-options'), name).toBe('nosniff');
    }
  });

  test('a file that is missing is not answered with the page, and is asked for again', async ({ send }) => {
    for (const name of ['image-console-0123456789abcdef.js', 'image-console-0123456789abcdef_bg.wasm', 'favicon.ico', 'sitemap.xml']) {
      const answer = await send(`GET ${mount}${name}`);
      expect.soft(answer.status, name).toBe(404);
      expect.soft(answer.headers.get('cache-control'), name).toBe('no-cache');
    }
  });

  test('what else lies in the folder is not answered', async ({ send, front }) => {
    mkdirSync(join(front.site, '.git'));
    mkdirSync(join(front.site, 'containers'));
    const others = ['.git/config', '.env', '.config.json', 'config.json~', 'key.pem', 'containers/index.html', 'containers/next.js'];
    for (const name of others) writeFileSync(join(front.site, name), 'NOT FOR EVERYBODY');
    for (const path of [...others, 'containers', 'containers/', 'boot.js/']) {
      const answer = await send(`GET ${mount}${path}`);
      expect.soft(answer.status, path).toBe(200);
      expect.soft(answer.body, path).toContain(`<base href="${mount}">`);
    }
  });

  test('programs, styles and the page are compressed on their way, and caches are told so', async ({ send, front }) => {
    for (const ending of ['.wasm', '.css', '.js', '.html']) {
      const name = readdirSync(front.site).find((name) => name.endsWith(ending)) ?? '';
      const answer = await send(`GET ${mount}${name}`, ['Accept-Encoding: gzip']);
      expect.soft(answer.headers.get('content-encoding'), name).toBe('gzip');
      expect.soft(answer.headers.get('vary'), name).toBe('Accept-Encoding');
    }
  });

  test('what is compressed already is sent as it lies there', async ({ send, front }) => {
    writeFileSync(join(front.site, 'icon.svg.gz'), gzipSync('as it lies there'));
    const answer = await send(`GET ${mount}icon.svg`, ['Accept-Encoding: gzip']);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(Number(answer.headers.get('content-length'))).toBe(gzipSync('as it lies there').length);
  });

  test('of two that are compressed already a browser gets the smaller one that the server knows', async ({ send, front }) => {
    const programs = readdirSync(front.site).filter((name) => /\.(wasm|js|css)$/.test(name));
    for (const name of programs) {
      writeFileSync(join(front.site, `${name}.gz`), gzipSync(`gzip of ${name}`));
      writeFileSync(join(front.site, `${name}.br`), brotliCompressSync(`brotli of ${name}`));
    }
    // nginx has brotli only with a module that is not among its own.
    const sent = kind === 'caddy' ? { encoding: 'br', length: brotliCompressSync } : { encoding: 'gzip', length: gzipSync };
    for (const name of programs) {
      const answer = await send(`GET ${mount}${name}`, ['Accept-Encoding: gzip, deflate, br, zstd']);
      expect.soft(answer.headers.get('content-encoding'), name).toBe(sent.encoding);
      const words = `${sent.encoding === 'br' ? 'brotli' : 'gzip'} of ${name}`;
      expect.soft(Number(answer.headers.get('content-length')), name).toBe(sent.length(words).length);
      expect.soft(answer.headers.get('vary'), name).toBe('Accept-Encoding');
      const isHashed = /-[0-9a-f]{12,16}/.test(name);
      expect.soft(answer.headers.get('cache-control'), name).toBe(isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    }
  });

  test('a page that is as long as the former one is sent anew, because its time is another', async ({ send, front }) => {
    const page = join(front.site, 'index.html');
    const read = async (headers: string[]) => send(`GET ${mount}`, [...VISIT, ...headers]);
    const former = await read([]);
    const tag = `If-None-Match: ${former.headers.get('etag')}`;
    const since = `If-Modified-Since: ${former.headers.get('last-modified')}`;
    expect((await read([tag, since])).status).toBe(304);
    const { mtime } = statSync(page);
    writeFileSync(page, readFileSync(page, 'utf8').replace(/image-console-[0-9a-f]{12,16}/g, 'image-console-0123456789abcdef'));
    // As an update from a later commit is unpacked.
    utimesSync(page, mtime, new Date(mtime.getTime() + 60_000));
    const answer = await read([tag, since]);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('image-console-0123456789abcdef');
  });

  test('nothing is answered outside the folder of the console', async ({ send }) => {
    for (const path of ['/../own/access.log', `${mount}../own/access.log`, `${mount}..%2f..%2fown/access.log`, `${mount}%2e%2e/configuration`, `${mount}.%2e%5cconfiguration`]) {
      const answer = await send(`GET ${path}`);
      expect.soft(answer.status === 200 && !answer.body.includes('<base'), path).toBe(false);
    }
    if (bare === '') return;
    for (const path of ['/', '/tools/', '/tools/consoles', '/tools/console-other/', '/api/own/eu-de/swr/v2', '/config.json']) {
      expect.soft((await send(`GET ${path}`)).status, path).toBe(404);
    }
    const page = await send(`GET ${bare}`, VISIT);
    expect(page.body).toContain(`<base href="${mount}">`);
  });

  test('the console is read, and nothing else is done to it', async ({ send }) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      for (const path of [mount, `${mount}config.json`, `${mount}containers/acme-web`]) {
        expect.soft((await send(`${method} ${path}`)).status, `${method} ${path}`).toBe(405);
      }
    }
  });
});
