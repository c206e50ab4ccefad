"use strict";
// Holds the library and answers one request after another, so that the page never waits for it.
let library;
let current = 0;

async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

function run(request) {
  const given = new TextEncoder().encode(request);
  const at = library.reserve(given.length);
  new Uint8Array(library.memory.buffer, at, given.length).set(given);
  const length = library.run();
  return new TextDecoder().decode(new Uint8Array(library.memory.buffer, library.place(), length));
}

onmessage = async ({ data }) => {
  if (data.start) {
    try {
      const module = data.module ?? (await unpack(data.packed));
      const progress = (stage) => postMessage({ n: current, stage });
      library = (await WebAssembly.instantiate(module, { page: { progress } })).exports;
      postMessage({ ready: true, module: data.module ? null : module });
    } catch (error) {
      postMessage({ broken: String(error) });
    }
    return;
  }
  current = data.n;
  try {
    postMessage({ n: data.n, answer: run(data.request) });
  } catch (error) {
    // The module is not to be trusted any more: the page starts another.
    postMessage({ n: data.n, broken: String(error) });
  }
};
