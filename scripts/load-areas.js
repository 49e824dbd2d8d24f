
// A file of the program. Its digest checks it and, at its start, names it.
async function request(name, digest) {
    const start = Array.from(atob(digest).slice(0, 8), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
    const address = new URL(`./image-console-${name}-${start}.wasm`, import.meta.url);
    const integrity = `sha256-${digest}`;
    // Who waits is told after this, and tries again. A file is checked before it is handed over, so nobody sees how much of it is
    // here.
    const patience = new AbortController();
    const { signal } = patience;
    const end = setTimeout(() => patience.abort(), 45_000);
    delete document.documentElement.dataset.missing;
    try {
        let response = await fetch(address, { integrity, signal }).catch(() => {});
        // A cache may hold what a server once answered in the place of the file.
        if (!response?.ok) response = await fetch(address, { integrity, signal, cache: "reload" });
        if (!response.ok) throw new TypeError(`${response.url} was answered with ${response.status}`);
        return response;
    } catch (error) {
        // Of its own a refusal says neither which file it is about nor what it was answered with. The page that tells of it reads
        // this.
        const { status } = await fetch(address, { method: "HEAD", signal }).catch(() => ({}));
        document.documentElement.dataset.missing = status ? `HTTP ${status} · ${address}` : address;
        throw error;
    } finally {
        clearTimeout(end);
    }
}

// A file that is one module.
function file(name, digest) {
    return () => {
        const arrival = request(name, digest);
        // Told where it is awaited.
        arrival.catch(() => {});
        return async (imports) => {
            const response = await arrival;
            // As at the start of the console: what a server calls by another media type than application/wasm, or by none,
            // cannot be compiled while it arrives. Its integrity was checked by fetch all the same.
            const isNamed = response.headers.get("Content-Type") === "application/wasm";
            if (isNamed) return WebAssembly.instantiateStreaming(response, imports);
            return WebAssembly.instantiate(await response.arrayBuffer(), imports);
        };
    };
}

// A file that is many small modules. Its first line tells what each is used by and how long it is.
function pack([name, digest, users]) {
    const modules = makeLoad(() => {
        const arrival = request(name, digest);
        arrival.catch(() => {});
        return async () => {
            const bytes = new Uint8Array(await (await arrival).arrayBuffer());
            let next = bytes.indexOf(10) + 1;
            return JSON.parse(new TextDecoder().decode(bytes.subarray(0, next))).map(([users, length]) => {
                const module = bytes.subarray(next, next += length);
                return [users, makeLoad(() => async (imports) => WebAssembly.instantiate(module, imports), [])];
            });
        };
    }, []);
    return [users, async (place) => Promise.all(of(place, await modules()).map(([, load]) => load()))];
}

// What is used by the area of this place.
function of(place, parts) {
    return parts.filter(([users]) => users >> place & 1);
}

const loads = chunks.map(([number, users, digest]) => [users, makeLoad(file(`chunk_${number}`, digest), [])]);
loads.push(...packs.map(pack));

// Loads an area by its place in the users of each chunk.
function area(name, place, digest) {
    const deps = of(place, loads).map(([, load]) => () => load(place));
    return wrapAsyncCb(makeLoad(file(name, digest), deps));
}
