"use strict";
// Runs the library in the background and answers one request after another.
let library;
let current = 0;

// LZMA decoder, which browsers lack; the file is a quarter smaller than with gzip.
function unpack(input) {
  const properties = input[0];
  const lc = properties % 9, lp = Math.floor(properties / 9) % 5, pb = Math.floor(properties / 45);
  const size = new DataView(input.buffer).getUint32(5, true);
  const out = new Uint8Array(size);
  const model = (length) => new Uint16Array(length).fill(1024);
  let range = 0xffffffff, code = 0, at = 14;
  for (let n = 0; n < 4; n++) code = ((code << 8) | input[at++]) >>> 0;

  const bit = (of, i) => {
    const chance = of[i], bound = (range >>> 11) * chance;
    let one = 0;
    if (code < bound) {
      range = bound;
      of[i] = chance + ((2048 - chance) >> 5);
    } else {
      range -= bound;
      code -= bound;
      of[i] = chance - (chance >> 5);
      one = 1;
    }
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | input[at++]) >>> 0;
    }
    return one;
  };
  const tree = (of, from, bits) => {
    let m = 1;
    for (let n = 0; n < bits; n++) m = (m << 1) | bit(of, from + m);
    return m - (1 << bits);
  };
  const reverse = (of, from, bits) => {
    let m = 1, value = 0;
    for (let n = 0; n < bits; n++) {
      const one = bit(of, from + m);
      m = (m << 1) | one;
      value |= one << n;
    }
    return value;
  };
  const direct = (bits) => {
    let value = 0;
    for (let n = 0; n < bits; n++) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | input[at++]) >>> 0;
      }
      value = value * 2 + one;
    }
    return value;
  };
  const lengths = () => {
    const choice = model(2), low = model(8 << 4), middle = model(8 << 4), high = model(256);
    return (place) => {
      if (!bit(choice, 0)) return 2 + tree(low, place << 3, 3);
      if (!bit(choice, 1)) return 10 + tree(middle, place << 3, 3);
      return 18 + tree(high, 0, 8);
    };
  };

  const literals = model(0x300 << (lc + lp));
  const isMatch = model(12 << 4), isRep = model(12), isRep0 = model(12), isRep1 = model(12), isRep2 = model(12), isRep0Long = model(12 << 4);
  const slots = model(4 << 6), specials = model(128), align = model(16);
  const matched = lengths(), repeated = lengths();
  let state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0, to = 0;
  while (to < size) {
    const place = to & ((1 << pb) - 1);
    if (!bit(isMatch, (state << 4) + place)) {
      const before = to ? out[to - 1] : 0;
      const from = 0x300 * (((to & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
      let m = 1;
      if (state >= 7) {
        let like = out[to - rep0 - 1];
        while (m < 0x100) {
          const expected = (like >> 7) & 1;
          like <<= 1;
          const one = bit(literals, from + ((1 + expected) << 8) + m);
          m = (m << 1) | one;
          if (one !== expected) break;
        }
      }
      while (m < 0x100) m = (m << 1) | bit(literals, from + m);
      out[to++] = m;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length;
    if (bit(isRep, state)) {
      if (!bit(isRep0, state)) {
        if (!bit(isRep0Long, (state << 4) + place)) {
          state = state < 7 ? 9 : 11;
          out[to] = out[to - rep0 - 1];
          to++;
          continue;
        }
      } else {
        let distance;
        if (!bit(isRep1, state)) distance = rep1;
        else {
          if (!bit(isRep2, state)) distance = rep2;
          else { distance = rep3; rep3 = rep2; }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
      length = repeated(place);
      state = state < 7 ? 8 : 11;
    } else {
      rep3 = rep2; rep2 = rep1; rep1 = rep0;
      length = matched(place);
      state = state < 7 ? 7 : 10;
      const slot = tree(slots, Math.min(length - 2, 3) << 6, 6);
      if (slot < 4) rep0 = slot;
      else {
        const bits = (slot >> 1) - 1;
        rep0 = (2 | (slot & 1)) * 2 ** bits;
        if (slot < 14) rep0 += reverse(specials, rep0 - slot, bits);
        else rep0 += direct(bits - 4) * 16 + reverse(align, 0, 4);
      }
    }
    if (rep0 >= to || to + length > size) throw new Error("the library in this page is damaged");
    for (let n = 0; n < length; n++, to++) out[to] = out[to - rep0 - 1];
  }
  return out;
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
      const module = data.module ?? (await WebAssembly.compile(unpack(Uint8Array.from(atob(data.packed), (c) => c.charCodeAt(0)))));
      const progress = (stage) => postMessage({ n: current, stage });
      library = (await WebAssembly.instantiate(module, { page: { progress } })).exports;
      postMessage({ ready: true, module: data.module ? null : module });
      // Warms up: the first comparison reads the library's tables and makes the browser compile the code.
      if (!data.module) run(JSON.stringify({ do: "reconcile", sources: ["a", "b"].map((id) => ({ id, text: `On Monday ${id.length} man, A. Kande, said: “We ran.”` })) }));
    } catch (error) {
      postMessage({ broken: String(error) });
    }
    return;
  }
  current = data.n;
  try {
    postMessage({ n: data.n, answer: run(data.request) });
  } catch (error) {
    // The module can no longer be trusted; the page starts another.
    postMessage({ n: data.n, broken: String(error) });
  }
};
