// The demo's worker: hands the messages of tabs to the cloud, and keeps in IndexedDB what has to be done again after a
// reload. It stands behind what wasm-bindgen writes; scripts/build-worker.sh puts in MODULE and INTEGRITY.

// Of the demo of this console and this size, as the tab calls the worker: the name ends with the number of repositories.
const name = self.name;
const repositories = Number(name.split(':').at(-1));

/** Whether tabs share this worker: where the browser has no such workers it is of one tab. */
const IS_SHARED = 'onconnect' in self;

/** Milliseconds that the worker of the page before a reload may take to end. */
const ENDING = 1_000;

/**
 * Whether this worker is the only one that keeps the journal, until it ends. Where the browser has no locks, nobody knows
 * but the one that tabs share.
 */
function isKeeper() {
  if (!navigator.locks) return IS_SHARED;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(ENDING);
    const kept = navigator.locks.request(`${name}:journal`, { signal }, () => {
      resolve(true);
      return new Promise(() => {});
    });
    kept.catch(() => resolve(false));
  });
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A number of its own for a cloud, which tells it from others that began at the same time. */
const drawn = () => crypto.getRandomValues(new Uint32Array(1))[0];

/** What was changed since the cloud began, in the browser's database. */
class Journal {
  static async open() {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('journal', { autoIncrement: true });
    const journal = new Journal();
    journal.database = await done(opening);
    return journal;
  }

  /** Changes what is there; ends once that is written down: what a request has done is taken back where there is no room. */
  write(change) {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction('journal', 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      change(transaction.objectStore('journal'));
    });
  }

  /** When the cloud began, its number, and each change; nothing of what another program has written, which may mean something else. */
  async read() {
    const store = this.database.transaction('journal').objectStore('journal');
    const [beginning, ...entries] = await done(store.getAll());
    if (beginning?.program === MODULE) return { start: beginning.start, chance: beginning.chance, entries };
    await this.clear();
    return {};
  }

  clear() {
    return this.write((store) => store.clear());
  }

  /** Writes a change behind the others; before the first one when the cloud began, so that an unused one begins now. */
  add(entry, { start, chance }) {
    return this.write((store) => {
      store.count().onsuccess = ({ target }) => {
        if (target.result === 0) store.add({ program: MODULE, start, chance });
        store.add(entry);
      };
    });
  }

  /** Has what is read from now on be another cloud: not all that was changed is in it. */
  markAnew({ start }) {
    return this.write((store) => {
      store.getAllKeys(null, 1).onsuccess = ({ target }) => {
        const [first] = target.result;
        if (first !== undefined) store.put({ program: MODULE, start, chance: drawn() }, first);
      };
    });
  }
}

const keeper = Promise.resolve(isKeeper());

/** The worker's program. A cache may hold what a server once answered in its place. */
async function program() {
  const load = async (cache) => (await fetch(new URL(MODULE, self.location.href), { cache, integrity: INTEGRITY })).arrayBuffer();
  return load('default').catch(() => load('reload'));
}

/** The cloud as it was left. */
async function begin() {
  const file = program();
  const found = (async () => {
    try {
      if (!(await keeper)) return {};
      const journal = await Journal.open();
      return { journal, ...(await journal.read()) };
    } catch {
      // Where the browser stores nothing, the cloud is there until the last tab is reloaded or closed.
      return {};
    }
  })();
  await wasm_bindgen({ module_or_path: await file });
  const { journal, start = Date.now(), chance = drawn(), entries = [] } = await found;
  const cloud = new wasm_bindgen.Cloud(repositories, start, chance, journal !== undefined);
  try {
    for (const entry of entries) cloud.doAgain(entry);
  } catch (error) {
    // What cannot be done again would stand in the way at every start.
    await journal.clear();
    throw error;
  }
  if (known !== undefined && known !== chance) tellBegunAnew();
  known = chance;
  return { cloud, journal, start, chance };
}

const ports = new Set();

/** Has the tabs begin anew, all but the one that has asked for it. */
function tellBegunAnew(asker) {
  for (const port of ports) if (port !== asker) port.postMessage(new Uint8Array(4));
}

/** The number of the cloud that the tabs know. */
let known;
let ready;

/** The cloud, begun once; again where it did not begin, as when a file did not arrive. */
function begun() {
  ready ??= begin().catch((error) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

begun().catch(() => {
  // Told to whoever asks first.
});

/** Answers a message, once what it changes is written down. */
async function answer(port, message) {
  // The number alone says that there is no answer.
  let told = message.slice(0, 4);
  let after = 0;
  try {
    const of = await begun();
    const now = Date.now();
    const outcome = of.cloud.answer(message, now);
    told = outcome.told(message);
    after = outcome.after;
    await keep(port, of, outcome, now);
    outcome.free();
  } catch (error) {
    console.error(String(error));
    // Nothing in a program that broke off can be relied on: the next message finds the cloud as the journal has it.
    if (error instanceof WebAssembly.RuntimeError) ready = undefined;
  }
  if (after > 0) await new Promise((resolve) => setTimeout(resolve, after));
  port.postMessage(told);
}

async function keep(port, of, { entry, isMarkedAnew, hasBegunAnew }, now) {
  if (hasBegunAnew) {
    // As the cloud has it: its mark is made of this.
    of.start = now;
    tellBegunAnew(port);
  }
  try {
    if (hasBegunAnew) await of.journal?.clear();
    else if (entry) await of.journal.add(entry, of);
    else if (isMarkedAnew) await of.journal.markAnew(of);
  } catch {
    of.cloud.isNotKept();
    await of.journal?.markAnew(of).catch(() => {});
  }
}

function serve(port) {
  ports.add(port);
  port.onmessage = ({ data }) => void answer(port, data);
}

if (IS_SHARED) self.onconnect = ({ ports: [port] }) => serve(port);
else serve(self);
