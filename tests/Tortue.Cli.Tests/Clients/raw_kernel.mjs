// A kernel process with its five sockets, started and spoken to as VS Code's Jupyter extension does without Python: ports of its own choice, a connection
// file of its own, plain TCP connections before any message, three dealers that share one identity, a subscriber, no heartbeat.
import { spawn } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { Dealer, Subscriber } from 'zeromq';

const delimiter = '<IDS|MSG>';
const patience = 60_000;
const askAgain = 500;

export class RawKernel {
  #key = randomUUID();
  #session = randomUUID();
  #messages = [];
  #waiting = [];
  #sockets = {};

  // Reads kernel.json, starts the kernel in the notebook's folder and returns once it has answered.
  static async start(kernelJson, runtimeFolder, notebookFolder) {
    const kernel = new RawKernel();
    const spec = JSON.parse(readFileSync(kernelJson, 'utf8'));
    const ports = await freePorts(5);
    mkdirSync(runtimeFolder, { recursive: true });
    kernel.connectionFile = join(runtimeFolder, `kernel-v3${randomBytes(20).toString('hex')}.json`);
    const [shell_port, iopub_port, stdin_port, control_port, hb_port] = kernel.ports = ports;
    writeFileSync(kernel.connectionFile, JSON.stringify({
      key: kernel.#key, signature_scheme: 'hmac-sha256', transport: 'tcp', ip: '127.0.0.1',
      shell_port, iopub_port, stdin_port, control_port, hb_port, kernel_name: 'tortue',
    }));
    const [program, ...words] = spec.argv.map(word => word.replaceAll('{connection_file}', kernel.connectionFile));
    kernel.process = spawn(program, words, { cwd: notebookFolder, env: { ...process.env, ...spec.env }, stdio: ['ignore', 'inherit', 'inherit'] });
    kernel.exited = new Promise(resolve => kernel.process.on('exit', resolve));

    await listening(shell_port);
    await listening(iopub_port);
    await kernel.#connect({ shell: shell_port, control: control_port, stdin: stdin_port }, iopub_port);
    await kernel.#awaitAnswers();
    return kernel;
  }

  // Sends a message; returns its id.
  async send(channel, type, content) {
    const header = {
      date: new Date().toISOString(), msg_id: randomUUID(), msg_type: type, session: this.#session, username: '', version: '5.2',
    };
    const parts = [header, {}, {}, content].map(part => JSON.stringify(part));
    await this.#sockets[channel].send([delimiter, this.#sign(parts), ...parts]);
    return header.msg_id;
  }

  // The first message of a kind that answers a request, now or later; a filter may ask for more.
  async receive(channel, parent, type, isWanted = () => true) {
    const fits = message => message.channel === channel && message.parent === parent && message.type === type && isWanted(message.content);
    const known = this.#messages.find(fits);
    if (known) return known.content;
    return (await within(`${type} on ${channel}`, new Promise(resolve => this.#waiting.push({ fits, resolve })))).content;
  }

  // Asks, and waits for the answer and for the kernel to be idle.
  async ask(channel, type, content) {
    const id = await this.send(channel, type, content);
    const reply = await this.receive(channel, id, type.replace('_request', '_reply'));
    await this.idle(id);
    return reply;
  }

  // Sends a cell; returns the request's id.
  startCell(code) {
    return this.send('shell', 'execute_request', {
      code, silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: true,
    });
  }

  // Runs a cell to its end; returns the reply, and the kinds and contents of what was published.
  async run(code) {
    const id = await this.startCell(code);
    const reply = await this.receive('shell', id, 'execute_reply');
    return { reply, published: await this.idle(id) };
  }

  // What was published for a request, once the kernel is idle again.
  async idle(id) {
    await this.receive('iopub', id, 'status', content => content.execution_state === 'idle');
    return this.#messages.filter(message => message.channel === 'iopub' && message.parent === id);
  }

  // Ends the process without a word to it.
  async kill(signal) {
    this.process.kill(signal);
    await within('the end of the kernel', this.exited);
    for (const socket of Object.values(this.#sockets)) socket.close();
  }

  async #connect(dealers, published) {
    const routingId = randomUUID();
    for (const [channel, port] of Object.entries(dealers)) {
      this.#sockets[channel] = new Dealer({ routingId, sendHighWaterMark: 0, receiveHighWaterMark: 0, maxMessageSize: -1 });
      this.#sockets[channel].connect(`tcp://127.0.0.1:${port}`);
    }
    this.#sockets.iopub = new Subscriber({ receiveHighWaterMark: 0, maxMessageSize: -1 });
    this.#sockets.iopub.connect(`tcp://127.0.0.1:${published}`);
    this.#sockets.iopub.subscribe('');
    for (const channel of Object.keys(this.#sockets)) this.#read(channel);
  }

  // A message may arrive before the kernel is there, and an output before the subscription is: both are asked for until they come.
  async #awaitAnswers() {
    const isAnswered = () => this.#messages.some(message => message.type === 'kernel_info_reply')
      && this.#messages.some(message => message.channel === 'iopub');
    const end = Date.now() + patience;
    while (!isAnswered()) {
      if (Date.now() > end) throw new Error('The kernel does not answer.');
      for (const channel of ['shell', 'control']) await this.send(channel, 'kernel_info_request', {});
      const again = Date.now() + askAgain;
      while (!isAnswered() && Date.now() < again) await delay(10);
    }
  }

  async #read(channel) {
    const socket = this.#sockets[channel];
    try {
      for await (const frames of socket) this.#take(channel, frames.map(frame => frame.toString()));
    } catch (error) {
      if (!socket.closed) throw error;
    }
  }

  #take(channel, frames) {
    const start = frames.indexOf(delimiter);
    const [signature, ...parts] = frames.slice(start + 1);
    if (signature !== this.#sign(parts.slice(0, 4))) throw new Error(`A wrong signature on ${channel}.`);
    const [header, parent, , content] = parts.map(part => JSON.parse(part));
    const message = { channel, type: header.msg_type, parent: parent.msg_id, content };
    this.#messages.push(message);
    for (const waiting of this.#waiting.filter(({ fits }) => fits(message))) {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve(message);
    }
  }

  #sign(parts) {
    const hash = createHmac('sha256', this.#key);
    for (const part of parts) hash.update(part);
    return hash.digest('hex');
  }
}

// Whether somebody takes connections at a port.
export const listens = port => new Promise(resolve => {
  const probe = connect(port, '127.0.0.1');
  probe.once('connect', () => { probe.destroy(); resolve(true); });
  probe.once('error', () => resolve(false));
});

async function listening(port) {
  const end = Date.now() + patience;
  while (!await listens(port)) {
    if (Date.now() > end) throw new Error(`Nobody listens at port ${port}.`);
    await delay(20);
  }
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map(server => new Promise(resolve => server.listen(0, '127.0.0.1', resolve))));
  const ports = servers.map(server => server.address().port);
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}

async function within(what, promise) {
  let timer;
  const limit = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`${what} did not come.`)), patience); });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

const delay = time => new Promise(resolve => setTimeout(resolve, time));
