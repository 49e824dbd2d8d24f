// Starts the console: Trusted Types policy, checks, WebAssembly, and the pages shown when that fails.
// A plain module without dependencies. It builds its pages from elements and text only.

const address = new URL(import.meta.url);
const base = document.baseURI;
const { fetch } = globalThis;

const isChinese = () => {
  // Once the console runs, its own language counts; before that, the browser's.
  const language = state === 'running' ? document.documentElement.lang : navigator.language;
  return /^zh\b/i.test(language);
};

/** 'starting', 'running' or 'ended'; the first end is the one that is shown. */
let state = 'starting';

// ---- Trusted Types -------------------------------------------------------------------------------------------------

// What the console's own views are made of. Whatever is not named here (script, iframe, object, embed, base, meta, form,
// style, template, …) is refused.
const ELEMENTS = new Set(
  ('a abbr article aside b bdi bdo blockquote br button caption circle code col colgroup data datalist dd defs del details ' +
    'dfn div dl dt ellipse em fieldset figcaption figure footer g h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd ' +
    'label legend li line main mark menu meter nav ol optgroup option output p path polygon polyline pre progress q rect ' +
    's samp search section select small span strong sub summary sup svg table tbody td text textarea tfoot th thead time title ' +
    'tr u ul var wbr').split(' '),
);
const ATTRIBUTES = new Set(
  ('abbr accept alt autocapitalize autocomplete autocorrect checked class cols colspan cx cy d datetime dir disabled ' +
    'download draggable enterkeyhint fill for headers height hidden high href hreflang id inert inputmode label lang list ' +
    'low max maxlength min minlength multiple name open optimum pattern placeholder points popover ' +
    'popovertarget popovertargetaction r readonly rel required reversed role rows rowspan rx ry scope selected size span ' +
    'spellcheck src start step stroke stroke-linecap stroke-linejoin stroke-width tabindex target title transform translate ' +
    'type value viewbox width wrap x x1 x2 xmlns y y1 y2').split(' '),
);

// One step through the markup: text, an empty or plain comment, an end tag, or a start tag whose attributes are all
// quoted with " and hold neither < nor >. Nothing else is markup that Leptos writes, so nothing else passes.
const STEP =
  /[^<\0]+|<!(?:--[\w\s]*--)?>|<\/([a-zA-Z][a-zA-Z0-9]*)\s*>|<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][\w:.-]*(?:="[^"<>\0]*")?)*)\s*\/?>/y;
const ATTRIBUTE = /([a-zA-Z][\w:.-]*)(?:="([^"]*)")?/g;

function refuse(what) {
  throw new TypeError(`Image Console refuses this markup: ${what}`);
}

/** An address written into markup: relative, a fragment, or https; an image may also be inline data. */
function checkAddress(element, text) {
  // Character references and control characters can hide a scheme, so they may not stand before the path.
  const beforePath = text.split(/[/?#]/, 1)[0];
  const isRelative = !/[:&\\\x00-\x20]/.test(beforePath);
  const isImage = element === 'img' && /^data:image\/(?:png|gif|webp|jpeg);base64,[A-Za-z0-9+/=]*$/.test(text);
  if (!isRelative && !isImage && !(element === 'a' && /^https:\/\/[^&\\\x00-\x20]*$/.test(text))) {
    refuse(`address in <${element}>`);
  }
}

function checkAttribute(element, attribute, value) {
  const isKnown = ATTRIBUTES.has(attribute) || /^(?:aria|data)-[a-z0-9-]+$/.test(attribute);
  if (!isKnown) refuse(`attribute ${attribute} of <${element}>`);
  if (attribute === 'href' || attribute === 'src') checkAddress(element, value);
}

function inertMarkup(markup) {
  STEP.lastIndex = 0;
  while (STEP.lastIndex < markup.length) {
    const at = STEP.lastIndex;
    const step = STEP.exec(markup);
    if (step === null) refuse(`unexpected text at ${at}`);
    const element = (step[1] ?? step[2])?.toLowerCase();
    if (element === undefined) continue;
    if (!ELEMENTS.has(element)) refuse(`<${element}>`);
    for (const [, attribute, value] of (step[3] ?? '').matchAll(ATTRIBUTE)) {
      checkAttribute(element, attribute.toLowerCase(), value ?? '');
    }
  }
  return markup;
}

/** A bare file name beside this script: never another folder, another origin or another kind of address. */
function ownFile(parameter, ending) {
  const name = address.searchParams.get(parameter) ?? '';
  if (!/^[\w.-]+$/.test(name) || !name.endsWith(ending)) {
    throw new TypeError(`boot.js was given no usable file name for ${parameter}`);
  }
  return new URL(name, new URL('.', address)).href;
}

/** The script of the demo's worker, where there is one. */
function ownWorker() {
  const name = document.querySelector('meta[name="demo-worker"]')?.content ?? '';
  return /^[\w.-]+\.js$/.test(name) ? [new URL(name, new URL('.', address)).href] : [];
}

/** Scripts that may be started by address: the glue and the demo's worker. */
function ownScript(text) {
  const own = [ownFile('script', '.js'), ...ownWorker()];
  const wanted = new URL(text, base).href;
  if (!own.includes(wanted)) throw new TypeError('Image Console starts only its own scripts');
  return wanted;
}

function installPolicy() {
  // Browsers without Trusted Types ignore the directive as well.
  globalThis.trustedTypes?.createPolicy('default', {
    createHTML: inertMarkup,
    createScript: () => {
      throw new TypeError('Image Console makes no script from text');
    },
    createScriptURL: ownScript,
  });
}

// ---- Pages ---------------------------------------------------------------------------------------------------------

const PAGES = {
  framed: {
    en: ['Image Console does not run inside another page', 'Another page shows this console in a frame. A page around it could make you click on what you do not see. Open the console in a tab of its own.'],
    zh: ['镜像控制台不能在其他页面中运行', '另一个页面正在以框架方式显示本控制台，它可能诱使您点击看不见的内容。请在单独的标签页中打开控制台。'],
  },
  serviceWorker: {
    en: ['A service worker stands between this page and the network', 'Image Console has none of its own: another application on this address installed it, and it could read and change every request. Remove the data of this site in the browser’s settings, or move one of the two applications to another host name. Then reload.'],
    zh: ['此页面与网络之间存在 Service Worker', '镜像控制台自身不使用 Service Worker：它由同一地址上的其他应用安装，能够读取和更改所有请求。请在浏览器设置中清除本站点的数据，或将其中一个应用迁移到其他主机名，然后重新加载。'],
  },
  serviceWorkerLater: {
    en: ['A service worker came between this page and the network', 'Image Console has none of its own: another application on this address installed it, and from now on it could read and change every request, so nothing more is sent. What was running may or may not have been applied: look at the resource before you repeat it. Remove the data of this site in the browser’s settings, or move one of the two applications to another host name. Then reload.'],
    zh: ['Service Worker 介入了此页面与网络之间', '镜像控制台自身不使用 Service Worker：它由同一地址上的其他应用安装，从现在起能够读取和更改所有请求，因此控制台不再发送任何请求。正在执行的操作可能已生效，也可能未生效：请先查看资源状态再重复操作。请在浏览器设置中清除本站点的数据，或将其中一个应用迁移到其他主机名，然后重新加载。'],
  },
  noWebAssembly: {
    en: ['This browser does not run WebAssembly', 'Image Console is a WebAssembly program. It may be switched off by a policy or by a high security mode of the browser. Allow it for this site, or use a current version of Chrome, Edge, Firefox or Safari.'],
    zh: ['此浏览器无法运行 WebAssembly', '镜像控制台是 WebAssembly 程序。WebAssembly 可能已被管理策略或浏览器的高安全模式关闭。请为本站点启用，或使用最新版本的 Chrome、Edge、Firefox 或 Safari。'],
  },
  loadFailed: {
    en: ['Image Console could not be loaded', 'A file of the console did not arrive, arrived changed, or could not be started. If the console was just updated, reload. If it stays like this, give the details below to the person who runs it.'],
    zh: ['无法加载镜像控制台', '控制台的某个文件未能到达、内容已变化或无法启动。如果控制台刚刚更新，请重新加载。如果问题仍然存在，请将以下详细信息提供给控制台的维护人员。'],
  },
  crashed: {
    en: ['Image Console stopped', 'The console met a mistake in its own program and cannot go on. What was running may or may not have been applied: after reloading, look at the resource before you repeat it. Nothing is sent again by itself.'],
    zh: ['镜像控制台已停止', '控制台因自身程序错误无法继续运行。正在执行的操作可能已生效，也可能未生效：重新加载后，请先查看资源状态再重复操作。控制台不会自动重新发送任何请求。'],
  },
};
const WORDS = {
  en: { reload: 'Reload', details: 'Details' },
  zh: { reload: '重新加载', details: '详细信息' },
};

function element(name, properties, ...children) {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

/** A cache may hold what a server once answered in the place of a file; reloading alone would not ask for it anew. */
function askAnew() {
  const links = [...document.querySelectorAll('link[rel$="preload"], link[rel="stylesheet"]')];
  const answers = Promise.allSettled(links.map(({ href }) => fetch(href, { cache: 'reload' })));
  return Promise.race([answers, new Promise((done) => setTimeout(done, 5_000))]);
}

/** What still runs behind the page that is shown sends nothing any more, and keeps nobody from leaving. */
function sendNothing() {
  // No answer ever comes: a refusal would have the program go on with it.
  globalThis.fetch = () => new Promise(() => {});
  // The demo's cloud is in a worker.
  MessagePort.prototype.postMessage = Worker.prototype.postMessage = () => {};
  globalThis.onbeforeunload = null;
}

/** Shows why there is no console, in place of whatever was on the page. */
function end(reason, details) {
  if (state === 'ended') return;
  sendNothing();
  const language = isChinese() ? 'zh' : 'en';
  state = 'ended';
  const [title, text] = PAGES[reason][language];
  const words = WORDS[language];
  const heading = element('h1', { tabIndex: -1 }, title);
  const parts = [heading, element('p', {}, text)];
  if (reason !== 'framed') {
    const reload = element('button', { type: 'button', className: 'button primary' }, words.reload);
    reload.addEventListener('click', () => askAnew().then(() => location.reload()));
    parts.push(element('p', { className: 'boot-actions' }, reload));
  }
  if (details) {
    const summary = element('summary', {}, words.details);
    parts.push(element('details', { open: true }, summary, element('pre', { translate: false }, details)));
  }
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  const isDemo = document.documentElement.dataset.environment === 'demo';
  document.title = isDemo ? `DEMO ${title}` : title;
  const page = element('main', { id: 'boot', className: 'boot' });
  document.body.replaceChildren(page);
  page.append(...parts);
  heading.focus();
}

// ---- Crash ---------------------------------------------------------------------------------------------------------

const isTrap = (error) => typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;

/**
 * Whether the program threw it, or had it thrown through itself: nothing in it can be relied on then. What an extension
 * or the browser does for itself passes through none of its files. This script is none of them: it also refuses the markup
 * of others.
 */
function isOfProgram(error, file) {
  const stack = typeof error?.stack === 'string' ? error.stack : '';
  const folder = new URL('.', address).href;
  const own = address.pathname.split('/').at(-1);
  const places = `${file ?? ''}\n${stack}`.split(folder).slice(1);
  return places.some((place) => /^[\w./-]+\.(?:js|wasm)\b/.test(place) && !place.startsWith(own));
}

function watchForCrash() {
  // The panic hook speaks first and has the message; the trap that follows it only says "unreachable".
  addEventListener('image-console-crash', (event) => end('crashed', String(event.detail ?? '')));
  const look = (error, file) => {
    if (isTrap(error) || isOfProgram(error, file)) end('crashed', String(error));
  };
  addEventListener('error', (event) => look(event.error ?? event.message, event.filename));
  addEventListener('unhandledrejection', (event) => look(event.reason));
}

// ---- Start ---------------------------------------------------------------------------------------------------------

function isFramed() {
  return window.top !== window.self;
}

/** fetch does not look up the preload's integrity by itself; other credentials than its own would load the file twice. */
async function fetchModule(module) {
  const preloads = document.querySelectorAll('link[rel="preload"][as="fetch"]');
  const preload = [...preloads].find((link) => link.href === module);
  try {
    return await fetch(module, preload?.integrity ? { integrity: preload.integrity } : {});
  } catch (error) {
    // Of its own a refusal does not say which file it is about.
    throw new TypeError(`${module}: ${error.message}`);
  }
}

/** The styles, asked for past the cache where none came. A module begins after the style sheet came or did not. */
function styled() {
  if (getComputedStyle(document.documentElement).getPropertyValue('--space-1')) return undefined;
  const link = document.querySelector('link[rel="stylesheet"]');
  return new Promise((done, fail) => {
    const again = link.cloneNode();
    again.onload = done;
    again.onerror = () => fail(new TypeError(link.href));
    // What it answers is looked at where it is used.
    fetch(link.href, { cache: 'reload' }).finally(() => link.replaceWith(again)).catch(() => {});
  });
}

/** How each file of the start is answered: a refusal may name another one than that which is missing or is a web page. */
async function answers() {
  const files = [...document.querySelectorAll('link[rel$="preload"]')].map(({ href }) => href);
  const told = async (file) => {
    const { status, headers } = await fetch(file, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    return `HTTP ${status} · ${headers.get('Content-Type')} · ${file}`;
  };
  return Promise.all(files.map((file) => told(file).catch(({ message }) => `${message} · ${file}`)));
}

async function start() {
  if (isFramed()) return end('framed');
  if (navigator.serviceWorker?.controller) return end('serviceWorker');
  // Another application on this address can also take control of a page that is open.
  navigator.serviceWorker?.addEventListener('controllerchange', () => {
    if (navigator.serviceWorker.controller) end('serviceWorkerLater');
  });
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') return end('noWebAssembly');
  watchForCrash();
  try {
    const script = ownFile('script', '.js');
    const module = ownFile('module', '.wasm');
    const response = fetchModule(module);
    const [{ default: init }] = await Promise.all([import(script), response, styled()]);
    await init({ module_or_path: response });
  } catch (error) {
    if (isTrap(error)) return end('crashed', `${error}\n${address}`);
    return end('loadFailed', [error, address, ...(await answers())].join('\n'));
  }
  if (state === 'ended') return;
  // The program takes away what stands here, once it has read what it is set up for.
  state = 'running';
}

installPolicy();
await start();
