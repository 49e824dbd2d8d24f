
// As at the start of the console: what a server calls by another media type than application/wasm, or by none, cannot be
// compiled while it arrives. Its integrity was checked by fetch all the same.
async function instantiateArea(source, imports) {
    const response = await source;
    if (!response.ok) throw new TypeError(`${response.url} was answered with ${response.status}`);
    const isNamed = response.headers.get("Content-Type") === "application/wasm";
    if (isNamed) return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
