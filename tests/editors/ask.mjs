// Opens a file in yaml-language-server as an editor does; prints what it says of a field, as JSON:
// node ask.mjs SERVER FILE FIELD
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [server, file, field] = process.argv.slice(2);
const editor = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const waiting = new Map();
let received = Buffer.alloc(0);
let number = 0;
let tell;
const diagnosed = new Promise((resolve) => { tell = resolve; });

function send(message) {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  editor.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function ask(method, params) {
  return new Promise((resolve) => {
    waiting.set(++number, resolve);
    send({ id: number, method, params });
  });
}

function take(message) {
  if (message.method === "textDocument/publishDiagnostics") tell(message.params.diagnostics);
  else if (message.method && message.id !== undefined) {
    const asked = message.method === "workspace/configuration" ? message.params.items : null;
    send({ id: message.id, result: asked && asked.map(() => null) });
  } else if (message.id !== undefined) waiting.get(message.id)(message.result);
}

editor.stdout.on("data", (part) => {
  received = Buffer.concat([received, part]);
  for (;;) {
    const end = received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, end))[1]);
    if (received.length < end + 4 + length) return;
    const message = received.subarray(end + 4, end + 4 + length);
    received = received.subarray(end + 4 + length);
    take(JSON.parse(message));
  }
});

const uri = pathToFileURL(file).href;
const text = readFileSync(file, "utf8");
await ask("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
send({ method: "initialized", params: {} });
const textDocument = { uri, languageId: "yaml", version: 1, text };
send({ method: "textDocument/didOpen", params: { textDocument } });
const diagnostics = await diagnosed;
const line = text.split("\n").findIndex((each) => each.startsWith(`${field}:`));
const at = (character) => ({ textDocument: { uri }, position: { line, character } });
const completion = await ask("textDocument/completion", at(field.length + 2));
const hover = await ask("textDocument/hover", at(1));
process.stdout.write(JSON.stringify({
  completion: completion.items.map((each) => each.label),
  hover: hover ? hover.contents.value : "",
  diagnostics: diagnostics.map((each) => each.message),
}));
editor.kill();
