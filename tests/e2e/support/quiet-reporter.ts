// Prints what a test prints, and its error when it fails: for measurements.
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class QuietReporter implements Reporter {
  onStdOut(text: string | Buffer): void {
    process.stdout.write(text);
  }

  onTestEnd(_: TestCase, result: TestResult): void {
    for (const error of result.errors) process.stderr.write(`${error.message ?? error.value}\n`);
  }
}
