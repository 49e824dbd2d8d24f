// What a proxy answers itself, because nobody may choose where it goes or speak in the console's name.
import { Blurting } from '../support/blurting.ts';
import { behindEach, configOf, expect, OWN, SECRET, test } from '../support/proxied.ts';
import { Echo } from '../support/echo.ts';
import { Proxy } from '../support/proxy.ts';
import { exchange, exchangeEncrypted } from '../support/raw.ts';

const TOKEN = `X-Auth-Token: ${SECRET}-token`;

behindEach((kind, mount) => {
  const api = `${mount}api/own/eu-de`;

  test("a path that is no service's is nobody's, and told so in JSON", async ({ send, echo }) => {
    for (const path of [
      `${mount}api/swr.evil.test/v2/manage/repos`,
      `${mount}api/swr@evil.test/v2/manage/repos`,
      `${mount}api/own/eu-de/swr@evil.test/v2`,
      `${mount}api/own/eu-de/swr.evil.test/v2`,
      `${mount}api/own/eu-de/swr:443/v2`,
      `${mount}api/own/eu-nl/swr/v2`,
      `${mount}api/OWN/eu-de/swr/v2`,
      `${mount}api/own/eu-de/swr`,
      `${mount}api/own/eu-de/iam_global`,
      `${mount}api/own/eu-de/iam_global/`,
      `${mount}api/own/eu-de/iam_global/v3/users/1`,
      `${mount}api/own/eu-de/iam_global/v3/auth/tokens/`,
      `${mount}api/own/eu-de/iam_global/v3/auth/domains`,
      `${mount}api/own/eu-de/iam_global/v2/manage/repos?x=/v3/users`,
      `${mount}api/own/eu-de/iam_globalx/v3/users`,
      `${mount}api//own/eu-de/swr/v2`,
      `${mount}api/own/eu-de/iam/../swr/v2`,
      `${mount}api/own/eu-de/iam/..%2fswr/v2`,
      `${mount}api/own/eu-de/swr/v2/..%2f..%2fv3`,
      `${mount}api/own/eu-de/swr/v2/%2e%2e/%2E%2E/v3`,
      `${mount}api/own/eu-de/swr/v2/.%2e%5cv3`,
      `${mount}api/own/eu-de/%73wr/v2`,
      `${mount}%61pi/own/eu-de/swr/v2`,
      `${mount}api/`,
      `${mount}api`,
      `${mount}api/index.html`,
      `${mount}api/http://evil.test/`,
    ]) {
      const answer = await send(`GET ${path}`, [...OWN, TOKEN]);
      expect.soft(answer.status, path).toBe(404);
      expect.soft(answer.headers.get('content-type'), path).toContain('application/json');
      expect.soft(answer.body, path).toContain('{"proxy":');
      expect.soft(answer.headers.get('cache-control'), path).toBe('no-store');
    }
    expect(echo.arrived).toEqual([]);
  });

  test('another name is not answered, in whichever place it stands', async ({ send, front, echo }) => {
    for (const path of [`${api}/swr/v2/manage/repos`, mount, `${mount}config.json`]) {
      for (const host of ['evil.test', `evil.test:${front.port}`, 'localhost.evil.test', 'evil-localhost', '']) {
        const { status } = await send(`GET ${path}`, [...OWN, TOKEN, `Host: ${host}`]);
        expect([400, 421], `${host} ${path}`).toContain(status);
      }
      const whole = await send(`GET http://evil.test${path}`, [...OWN, TOKEN]);
      expect(whole.status, `whole address ${path}`).toBe(421);
    }
    expect(echo.arrived).toEqual([]);
  });

  test('a whole address of the own name is answered as a path', async ({ send, front, echo }) => {
    const { status } = await send(`GET http://localhost:${front.port}${api}/swr/v2/manage/repos`, [...OWN, TOKEN]);
    expect(status).toBe(200);
    expect(echo.arrived.map(({ target }) => target)).toEqual(['/v2/manage/repos']);
  });

  test('nobody is connected through it', async ({ send, front, echo }) => {
    for (const target of ['evil.test:443', echo.host, `localhost:${front.port}`]) {
      const { status } = await send(`CONNECT ${target}`, [...OWN, TOKEN, `Host: ${target}`]);
      expect([400, 404, 405, 421], target).toContain(status);
    }
    expect(echo.arrived).toEqual([]);
  });

  test('who does not speak for the console is refused, whatever they ask', async ({ send, echo }) => {
    for (const [what, headers] of [
      ['a page of another site', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors', 'X-Image-Console: 1']],
      ['a page of a sibling', ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: cors', 'X-Image-Console: 1']],
      ['an address that was typed', ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate', 'X-Image-Console: 1']],
      ['a navigation', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: navigate', 'X-Image-Console: 1']],
      ['a form or an image', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: no-cors']],
      ['an older browser without the mark', []],
      ['another mark', ['X-Image-Console: 10']],
    ] as const) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const answer = await send(`${method} ${api}/swr/v2/manage/repos`, [...headers, TOKEN], method === 'GET' ? '' : '[]');
        expect.soft(answer.status, `${what}: ${method}`).toBe(403);
        expect.soft(answer.body, what).toContain('{"proxy":');
      }
    }
    expect(echo.arrived).toEqual([]);
  });

  test('an older browser with the mark is served', async ({ send }) => {
    expect((await send(`GET ${api}/swr/v2/manage/repos`, ['X-Image-Console: 1'])).status).toBe(200);
  });

  test('nobody is told that other origins may ask', async ({ send, echo }) => {
    const preflight = ['Origin: https://evil.test', 'Access-Control-Request-Method: DELETE', 'Sec-Fetch-Site: cross-site'];
    for (const method of ['OPTIONS', 'HEAD', 'TRACE', 'PROPFIND']) {
      const answer = await send(`${method} ${api}/swr/v2/manage/repos`, preflight);
      expect(answer.status, method).toBe(405);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    expect(echo.arrived).toEqual([]);
  });

  test('a redirect of a service is refused, and nobody learns where it leads', async ({ send }) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const answer = await send(`GET ${api}/swr/status/${status}`);
      expect(answer.status).toBe(502);
      expect(answer.headers.has('location')).toBe(false);
      expect(answer.body).toContain('{"proxy":');
    }
  });

  test('what is no HTTP is no answer, and sets nothing', async ({ certificates }) => {
    const host = await Blurting.start(certificates.right, '');
    const proxy = await Proxy.start(kind, mount, configOf(host.host), certificates.authority, certificates.right);
    for (const begin of ['SSH-2.0-OpenSSH_9.2', '\nHTTP/1.1 200 OK', 'HTTP/2 200 OK', 'HTTP/1.1 2000 OK', '<html></html>', '']) {
      host.words = begin && `${begin}\r\nSet-Cookie: session=COOKIE-OF-THE-CLOUD\r\n\r\n`;
      const answer = await exchangeEncrypted(proxy.port, `${api}/swr/v2/manage/repos`, { 'x-image-console': '1', 'x-auth-token': SECRET });
      // nginx takes it for an answer without a status, which no browser takes for one with 200; docs/decisions.md says more.
      expect.soft(answer.status, begin).toBe(kind === 'nginx' && begin !== '' ? 0 : 502);
      expect.soft(answer.headers.has('set-cookie'), begin).toBe(false);
      expect.soft(answer.headers.get('cache-control'), begin).toBe('no-store');
      expect.soft(answer.headers.get('content-security-policy'), begin).toBe("default-src 'none'; sandbox");
    }
    expect(await proxy.stop()).not.toContain(SECRET);
    await host.stop();
  });

  for (const wrong of ['otherName', 'untrusted'] as const) {
    test(`a host with a wrong certificate (${wrong}) sees no token`, async ({ certificates }) => {
      const impostor = await Echo.start(certificates[wrong]);
      const proxy = await Proxy.start(kind, mount, configOf(impostor.host), certificates.authority);
      const head = [`GET ${api}/swr/v2/manage/repos HTTP/1.1`, `Host: localhost:${proxy.port}`, ...OWN, TOKEN, 'Connection: close'];
      const answer = await exchange(proxy.port, head);
      expect(await proxy.stop()).not.toContain(SECRET);
      await impostor.stop();
      expect(answer.status).toBe(502);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(impostor.arrived).toEqual([]);
    });
  }

  test('a host that is not there is a bad gateway, without a word of the token', async ({ certificates }) => {
    const proxy = await Proxy.start(kind, mount, configOf('localhost:9'), certificates.authority);
    const path = `${api}/iam/v3/auth/tokens?secret=${SECRET}`;
    const head = [`GET ${path} HTTP/1.1`, `Host: localhost:${proxy.port}`, ...OWN, TOKEN, 'Connection: close'];
    const answer = await exchange(proxy.port, head);
    expect(await proxy.stop()).not.toContain(SECRET);
    expect(answer.status).toBe(502);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('server') ?? 'nginx').toBe('nginx');
  });
});
