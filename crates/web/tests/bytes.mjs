// The same bytes: WebAssembly answers each request exactly as native code did.
//
//     cargo run --example bundles > BUNDLES; node tests/bytes.mjs MODULE.wasm BUNDLES
import fs from "node:fs";

const [module, bundles] = process.argv.slice(2).map((file) => fs.readFileSync(file));
const compiled = new WebAssembly.Module(module);
let library;
let stages = [];
const begin = () => {
  library = new WebAssembly.Instance(compiled, { page: { progress: (stage) => stages.push(stage) } }).exports;
};
function run(request) {
  const given = new TextEncoder().encode(request);
  const at = library.reserve(given.length);
  new Uint8Array(library.memory.buffer, at, given.length).set(given);
  const length = library.run();
  return new TextDecoder().decode(new Uint8Array(library.memory.buffer, library.place(), length));
}

begin();
let requests = 0, different = 0, records = 0;
for (const line of bundles.toString("utf8").split("\n").filter(Boolean)) {
  const { request, answer } = JSON.parse(line);
  const given = run(request);
  requests++;
  records += JSON.parse(answer).records?.length ?? 0;
  if (JSON.parse(answer).error) throw new Error(answer);
  if (given === answer) continue;
  different++;
  let at = 0;
  while (given[at] === answer[at]) at++;
  console.error(`${request.slice(0, 80)}..\n  differs at ${at}: here ${answer.slice(at - 60, at + 60)}\n  WebAssembly ${given.slice(at - 60, at + 60)}`);
}
if (requests < 100 || records < 100) throw new Error(`${requests} requests and ${records} records compare too little`);
if (stages.slice(0, 6).join() !== "0,1,2,3,4,5") throw new Error(`stages ${stages.slice(0, 6)}`);
console.log(`${requests} requests, ${records} records: ${different ? `${different} answers differ` : "the same bytes"}`);

// Invalid requests are answered too.
for (const request of ["", "{", "null", '{"do":"fly"}', '{"do":"show","format":"json"}', '{"do":"reconcile","sources":[]}']) {
  begin();
  if (!JSON.parse(run(request)).error) throw new Error(`no error for ${request}`);
}
process.exit(different ? 1 : 0);
