// What a first visit loads until the sign-in form is visible, and whether that fits the budget of the Makefile.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from '../support/test.ts';

const KIB = 1024;
const budget = Number(process.env.SIZE_BUDGET_KIB ?? 250) * KIB;

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

function measure(name: string, body: Buffer): File {
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { name, raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: brotli.length };
}

function row(name: string, ...columns: (string | number)[]): string {
  return name.padEnd(44) + columns.map((column) => String(column).padStart(12)).join('');
}
