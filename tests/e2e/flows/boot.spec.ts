// boot.js: when the console starts, when it refuses to, and what its Trusted Types policy lets through.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { isProgram } from '../support/files.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { chooseLanguage } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const signInForm = (page: Page) => page.getByRole('form').first();

/** Tries to parse markup in the page; answers with the refusal, or null. */
const parse = (page: Page, markup: string) =>
  page.evaluate((text) => {
    try {
      document.createElement('div').innerHTML = text;
      return null;
    } catch (refusal) {
      return String(refusal);
    }
  }, markup);

test('the console starts and takes the place of the waiting page', async ({ page }) => {
  await page.goto('');
  await expect(signInForm(page)).toBeVisible();
  await expect(page.locator('#boot')).toHaveCount(0);
});

test('the Chinese texts come under a name that carries a hash of their content', async ({ page }) => {
  await page.goto('');
  const arriving = page.waitForResponse(/zh-CN[^/]*\.json$/);
  await chooseLanguage(page, 'zh-CN');
  const file = await arriving;
  const digest = createHash('sha256').update(await file.body()).digest('hex');
  expect(file.url()).toContain(`/zh-CN-${digest.slice(0, 16)}.json`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('every file is asked for once, and only from here', async ({ page, simulator }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto('');
  await expect(signInForm(page)).toBeVisible();
  expect(addresses.filter((address) => !address.startsWith(simulator.url))).toEqual([]);
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  expect(addresses.filter((address) => isProgram(new URL(address)))).toHaveLength(1);
});

test('a deep link gives the console', async ({ page }) => {
  await page.goto('some/deep/link');
  await expect(signInForm(page)).toBeVisible();
});

test('a page that frames the console gets a refusal', async ({ page, simulator }) => {
  // The header keeps frames out; a host that cannot send it leaves that to boot.js.
  await page.route('**/framed', async (route) => {
    const response = await route.fetch({ url: simulator.url });
    const headers = { ...response.headers() };
    delete headers['content-security-policy'];
    delete headers['x-frame-options'];
    await route.fulfill({ response, headers });
  });
  await page.route('**/framing', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<iframe src="/framed" title="console"></iframe>' }),
  );
  await page.goto('framing');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Image Console does not run inside another page');
  await expect(frame.getByRole('form')).toHaveCount(0);
});

test('a service worker that controls the page is refused', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator.serviceWorker, 'controller', { value: { scriptURL: '/other.js' } }),
  );
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A service worker stands between this page and the network',
  );
  await expect(page.getByRole('form')).toHaveCount(0);
});

test.describe('without WebAssembly', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      delete (globalThis as { WebAssembly?: unknown }).WebAssembly;
    });
  });

  test('the page says so', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This browser does not run WebAssembly');
    await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    await expect(page).toHaveTitle('This browser does not run WebAssembly');
    await expectNoAxeFindings(page);
    await page.setViewportSize({ width: 320, height: 600 });
    await expectNoSidewaysScrolling(page);
  });

  test.describe('in Chinese', () => {
    test.use({ locale: 'zh-CN' });
    test('the page says so', async ({ page }) => {
      await page.goto('');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('此浏览器无法运行 WebAssembly');
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    });
  });
});

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' });
  const words = /\/zh-CN[^/]*\.json$/;

  test('no page is drawn in another language first', async ({ page }) => {
    await page.route(words, async (route) => {
      // Longer than a page takes.
      await new Promise((done) => setTimeout(done, 800));
      await route.continue();
    });
    await page.addInitScript(() => {
      const drawn = new Set<string>();
      Object.assign(globalThis, { drawn });
      new MutationObserver(() => drawn.add(document.querySelector('h1')?.textContent ?? '')).observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录');
    const drawn = await page.evaluate(() => [...(globalThis as unknown as { drawn: Set<string> }).drawn]);
    expect(drawn.filter(Boolean)).toEqual(['登录']);
  });

  test('a page does not wait long for its words', async ({ page }) => {
    await page.route(words, () => {});
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  });
});

test('a program file that does not arrive is told by its name and with what it was answered with', async ({ page, complaints }) => {
  complaints.allow(/Failed to load resource/, /integrity/i);
  await page.route(isProgram, (route) => route.fulfill({ status: 404, body: 'not here' }));
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Image Console could not be loaded');
  await expect(page.locator('pre')).toContainText(/\nHTTP 404 · \S* · \S+\/image-console-[0-9a-f]+_bg\.wasm/);
});

test('a program file that arrives changed does not run', async ({ page, complaints }) => {
  complaints.allow(/integrity/i, /Failed to load resource/);
  await page.route(isProgram, async (route) => {
    const response = await route.fetch();
    // An empty custom section at the end: still a valid program, with other bytes.
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0, 1, 0])]) });
  });
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Image Console could not be loaded');
  await expect(page.locator('pre')).toContainText(/\/image-console-[0-9a-f]+_bg\.wasm: .+\n/);
  await expect(page.getByRole('form')).toHaveCount(0);
});

test('a crash replaces the page and says what is not known', async ({ page }) => {
  await page.goto('');
  await expect(signInForm(page)).toBeVisible();
  await page.evaluate(() => {
    const crash = (message: string) =>
      dispatchEvent(new CustomEvent('image-console-crash', { detail: message }));
    crash('panicked at <b>src/app.rs</b>');
    crash('a second one that changes nothing');
  });
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Image Console stopped');
  await expect(heading).toBeFocused();
  await expect(page.getByText('may or may not have been applied')).toBeVisible();
  await expect(page.locator('pre')).toHaveText('panicked at <b>src/app.rs</b>');
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(signInForm(page)).toBeVisible();
});

test('a WebAssembly trap that nobody announced is a crash as well', async ({ page }) => {
  await page.goto('');
  await expect(signInForm(page)).toBeVisible();
  await page.evaluate(() =>
    dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })),
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Image Console stopped');
});

test('whatever is thrown through the program is a crash as well', async ({ page, complaints }) => {
  complaints.allow(/not for the console/);
  await page.goto('');
  await expect(signInForm(page)).toBeVisible();
  await page.evaluate(() => {
    // The program sets the title when the language changes.
    Object.defineProperty(document, 'title', {
      set: () => {
        delete (document as { title?: string }).title;
        throw new TypeError('not for the console');
      },
      configurable: true,
    });
  });
  await chooseLanguage(page, 'zh-CN');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Image Console stopped');
  await expect(page.locator('pre')).toHaveText('TypeError: not for the console');
});

test('a rejected promise of the program is a crash, and one of anybody else is not', async ({ page, complaints }) => {
  complaints.allow(/of an extension/, /of the program/);
  await page.goto('');
  await expect(signInForm(page)).toBeVisible();
  const program = await page.evaluate(
    () => performance.getEntriesByType('resource').find((entry) => /image-console[^/]*\.js$/.test(entry.name))?.name,
  );
  const reject = (message: string, file: string) =>
    page.evaluate(
      ([text, place]) => {
        const error = new TypeError(text);
        error.stack = `TypeError: ${text}\n    at f (${place}:1:1)`;
        void Promise.reject(error);
        return new Promise((done) => setTimeout(done, 50));
      },
      [message, file] as const,
    );
  await reject('of an extension', 'chrome-extension://abcdef/image-console.js');
  await reject('of an extension', new URL('boot.js', program).href);
  await expect(signInForm(page)).toBeVisible();
  await reject('of the program', program ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Image Console stopped');
});

test.describe('the Trusted Types policy', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('');
    await expect(signInForm(page)).toBeVisible();
  });

  const inert = [
    '<p class="page-about">Text with &amp;amp; and &lt;, on click=1</p>',
    '<!----><div><!><span lang="zh-CN">镜像</span></div>',
    '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 12h12"></path></svg>',
    '<a href="organizations/a?filter=b:c">relative</a><a href="#main">fragment</a>',
    '<input type="checkbox" disabled><br/>',
  ];
  for (const markup of inert) {
    test(`lets pass ${markup}`, async ({ page }) => {
      expect(await parse(page, markup)).toBeNull();
    });
  }

  const dangerous = [
    '<img src="x" onerror="alert(1)">',
    '<img/src="x"/onerror=alert(1)>',
    '<IMG SRC="x" OnError="alert(1)">',
    '<script>alert(1)</script>',
    '<svg><script>alert(1)</script></svg>',
    '<svg onload="alert(1)"></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<a href="&#x6a;avascript:alert(1)">x</a>',
    '<a href="\tjavascript:alert(1)">x</a>',
    '<a href=javascript:alert(1)>x</a>',
    "<a href='x'>x</a>",
    '<svg><a xlink:href="javascript:alert(1)"></a></svg>',
    '<iframe srcdoc="x"></iframe>',
    '<object data="x"></object>',
    '<embed src="x">',
    '<base href="https://elsewhere.example/">',
    '<meta http-equiv="refresh" content="0">',
    '<form action="x"></form>',
    '<button formaction="javascript:alert(1)">x</button>',
    '<style>*{}</style>',
    '<template><p>x</p></template>',
    '<math><mtext></mtext></math>',
    '<!--><img src="x" onerror="alert(1)">-->',
    '<textarea><p title="</textarea><img src=x onerror=alert(1)>"></p></textarea>',
    '<p title="unfinished',
    '<',
  ];
  for (const markup of dangerous) {
    test(`refuses ${JSON.stringify(markup)}`, async ({ page }) => {
      expect(await parse(page, markup)).toMatch(/TypeError/);
    });
  }

  test('makes no script from text and starts only its own files', async ({ page, complaints }) => {
    // eval is also forbidden by script-src; either refusal is heard as a violation.
    complaints.allow(/script-src|trusted-types/i);
    const outcomes = await page.evaluate(() => {
      const attempt = (action: () => unknown) => {
        try {
          action();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      const script = document.createElement('script');
      return {
        text: attempt(() => (script.text = 'alert(1)')),
        otherFile: attempt(() => (script.src = '/boot.js?script=other.js')),
        otherOrigin: attempt(() => (script.src = 'https://elsewhere.example/x.js')),
        data: attempt(() => new Worker('data:text/javascript,0')),
        secondPolicy: attempt(() =>
          (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy('second', {}),
        ),
      };
    });
    expect(new Set(Object.values(outcomes))).toEqual(new Set(['refused']));
  });
});
