// The worker of the demo on a slower processor.

/** What stands before the text of its script: each of its calls takes so many times as long. */
export const slowedWorker = (times: number): string => `{
  const { instantiate } = WebAssembly;
  const more = (since) => (performance.now() - since) * ${times - 1};
  const slowed = (call) => (...given) => {
    const start = performance.now();
    const answer = call(...given);
    const end = performance.now() + more(start);
    while (performance.now() < end);
    return answer;
  };
  WebAssembly.instantiate = async (...given) => {
    const start = performance.now();
    const { module, instance } = await instantiate.apply(WebAssembly, given);
    await new Promise((done) => setTimeout(done, more(start)));
    const exports = Object.entries(instance.exports).map(([name, it]) => [name, name.startsWith('cloud_') ? slowed(it) : it]);
    return { module, instance: { exports: Object.fromEntries(exports) } };
  };
}\n`;
