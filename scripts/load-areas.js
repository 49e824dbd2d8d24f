
// A file of the program. Its digest checks it and, at its start, names it.
function file(name, digest) {
    return () => {
        const start = Array.from(atob(digest).slice(0, 8), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
        const address = new URL(`./image-console-${name}-${start}.wasm`, import.meta.url);
        const source = fetch(address, { integrity: `sha256-${digest}` });
        // Told where it is awaited.
        source.catch(() => {});
        return (imports) => instantiate(source, imports);
    };
}

// As at the start of the console: what a server calls by another media type than application/wasm, or by none, cannot be
// compiled while it arrives. Its integrity was checked by fetch all the same.
async function instantiate(source, imports) {
    const response = await source;
    if (!response.ok) throw new TypeError(`${response.url} was answered with ${response.status}`);
    const isNamed = response.headers.get("Content-Type") === "application/wasm";
    if (isNamed) return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

const loads = chunks.map(([number, users, digest]) => [users, makeLoad(file(`chunk_${number}`, digest), [])]);

// Loads an area by its place in the users of each chunk.
function area(name, place, digest) {
    const deps = loads.filter(([users]) => users >> place & 1).map(([, load]) => load);
    return wrapAsyncCb(makeLoad(file(name, digest), deps));
}

