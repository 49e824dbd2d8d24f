// What a first visit loads until the sign-in form is visible, what each area loads for itself, and whether that fits the
// budgets of the Makefile.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from '../support/test.ts';

const KIB = 1024;
const budget = Number(process.env.SIZE_BUDGET_KIB ?? 197) * KIB;
/** What entering the demo loads besides. */
const workerBudget = Number(process.env.DEMO_WORKER_BUDGET_KIB ?? 250) * KIB;
/** Of areas that have one, in KiB. */
const usualBudgets = 'machine_images=39 machine_images_shares=19 machine_images_dialogs=42 enterprise=48 enterprise_policy=31 enterprise_reports=19 enterprise_dialogs=60';
const areaBudgets = new Map((process.env.AREA_BUDGETS_KIB ?? usualBudgets).split(' ').map((text) => {
  const [area = '', kib = ''] = text.split('=');
  return [area, Number(kib) * KIB] as const;
}));

interface File {
  name: string;
  raw: number;
  gzip: number;
  brotli: number;
}

test('a first visit fits the budget', async ({ page }) => {
  const files: Promise<File>[] = [];
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname;
    files.push(response.body().then((body) => measure(name, body)));
  });
  await page.goto('');
  await expect(page.getByRole('form').first()).toBeVisible();

  const measured = (await Promise.all(files)).sort((one, other) => other.brotli - one.brotli);
  const total = measured.reduce(
    (sum, file) => ({ ...sum, raw: sum.raw + file.raw, gzip: sum.gzip + file.gzip, brotli: sum.brotli + file.brotli }),
    { name: `in all, ${measured.length} files`, raw: 0, gzip: 0, brotli: 0 },
  );
  const lines = [...measured, total].map(({ name, raw, gzip, brotli }) => row(name, raw, gzip, brotli));
  console.log([row('first visit, bytes', 'raw', 'gzip -9', 'brotli -11'), ...lines].join('\n'));
  console.log(`budget: ${budget} bytes of brotli (${budget / KIB} KiB), ${budget - total.brotli} left`);
  expect(total.brotli, 'bytes of brotli on a first visit').toBeLessThanOrEqual(budget);
});

test('each area fits its budget', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('form').first()).toBeVisible();
  const address = await page.locator('link[href$="-areas.js"]').getAttribute('href');
  const loader = await (await page.request.get(address ?? '')).text();
  const areas = await Promise.all(
    partsOf(loader).map(async ({ area, names }) => {
      const parts = await Promise.all(names.map(async (name) => measure(area, await (await page.request.get(name)).body())));
      return parts.reduce((sum, part) => ({
        name: area, raw: sum.raw + part.raw, gzip: sum.gzip + part.gzip, brotli: sum.brotli + part.brotli,
      }));
    }),
  );
  const lines = areas.map(({ name, raw, gzip, brotli }) => row(name, raw, gzip, brotli));
  console.log([row('area without what it shares, bytes', 'raw', 'gzip -9', 'brotli -11'), ...lines].join('\n'));
  for (const [area, most] of areaBudgets) {
    const measured = areas.find(({ name }) => name === area);
    expect(measured?.brotli, `bytes of brotli of ${area}`).toBeLessThanOrEqual(most);
  }
});

test("the demo's worker fits its budget", async ({ page }) => {
  await page.goto('');
  const script = (await page.locator('meta[name="demo-worker"]').getAttribute('content')) ?? '';
  const text = await (await page.request.get(script)).text();
  const module = /const MODULE = "([^"]+)"/.exec(text)?.[1] ?? '';
  const files = [measure(script, Buffer.from(text)), measure(module, await (await page.request.get(module)).body())];
  const lines = files.map(({ name, raw, gzip, brotli }) => row(name, raw, gzip, brotli));
  console.log([row('the worker of the demo, bytes', 'raw', 'gzip -9', 'brotli -11'), ...lines].join('\n'));
  const total = files.reduce((sum, { brotli }) => sum + brotli, 0);
  expect(total, 'bytes of brotli of the worker').toBeLessThanOrEqual(workerBudget);
});

/** Each area with the files that are loaded for it alone: its own, and what it shares with nothing but pieces of itself. */
function partsOf(loader: string): { area: string; names: string[] }[] {
  const areas = [...loader.matchAll(/= area\("(\w+)", (\d+), "([^"]+)"\)/g)].map(([, area = '', place, digest = '']) => ({
    area, bit: 2 ** Number(place), name: fileName(area, digest),
  }));
  const chunks = [...loader.matchAll(/\[(\d+),(\d+),"([^"]+)"\]/g)].map(([, number, users, digest = '']) => ({
    users: Number(users), name: fileName(`chunk_${number}`, digest),
  }));
  const packs = [...loader.matchAll(/\["(\w+)","([^"]+)",(\d+)\]/g)].map(([, name = '', digest = '', users]) => ({
    users: Number(users), name: fileName(name, digest),
  }));
  return areas.map(({ area, bit, name }) => {
    const pieces = areas.filter((other) => other.area === area || other.area.startsWith(`${area}_`));
    const own = pieces.reduce((bits, piece) => bits | piece.bit, 0);
    const isOwn = ({ users }: { users: number }) => (users & bit) !== 0 && (users & ~own) === 0;
    return { area, names: [name, ...[...chunks, ...packs].filter(isOwn).map((shared) => shared.name)] };
  });
}

/** As scripts/load-areas.js makes it: the digest begins with what the file is named by. */
function fileName(name: string, digest: string): string {
  return `image-console-${name}-${Buffer.from(digest, 'base64').subarray(0, 8).toString('hex')}.wasm`;
}

function measure(name: string, body: Buffer): File {
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { name, raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: brotli.length };
}

function row(name: string, ...columns: (string | number)[]): string {
  return name.padEnd(44) + columns.map((column) => String(column).padStart(12)).join('');
}
