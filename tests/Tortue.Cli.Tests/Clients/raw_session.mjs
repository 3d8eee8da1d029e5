// What a student does in VS Code, and what VS Code does about it: node raw_session.mjs KERNEL.JSON FOLDER. Prints the name of each step that held.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RawKernel, listens } from './raw_kernel.mjs';

const [kernelJson, folder] = process.argv.slice(2);
const notebooks = join(folder, 'a folder of notebooks');
mkdirSync(notebooks, { recursive: true });
const start = () => RawKernel.start(kernelJson, join(folder, 'runtime files'), notebooks);
const types = published => published.map(({ type, content }) => type === 'status' ? content.execution_state : type);
const plain = content => content.data['text/plain'];
const find = (published, type) => published.find(message => message.type === type)?.content;
let kernel;

const steps = {
  async 'starts'() {
    kernel = await start();
  },

  async 'runs cells'() {
    const { reply, published } = await kernel.run('1 + 1');
    assert.deepEqual([reply.status, reply.execution_count], ['ok', 1]);
    assert.deepEqual(types(published), ['busy', 'execute_input', 'execute_result', 'idle']);
    assert.equal(plain(find(published, 'execute_result')), '2');
    const folderSeen = await kernel.run('System.IO.Path.GetFileName(Environment.CurrentDirectory)');
    assert.equal(plain(find(folderSeen.published, 'execute_result')), 'a folder of notebooks');
  },

  async 'updates a display from another cell'() {
    const shown = await kernel.run('var shown = display("one");');
    const updated = await kernel.run('shown.Update("two");');
    assert.deepEqual(types(updated.published), ['busy', 'execute_input', 'update_display_data', 'idle']);
    const [first, second] = [find(shown.published, 'display_data'), find(updated.published, 'update_display_data')];
    assert.equal(first.transient.display_id, second.transient.display_id);
    assert.deepEqual([plain(first), plain(second)], ['one', 'two']);
  },

  async 'ends a cell that does not compile'() {
    const { reply, published } = await kernel.run('int x = "text";');
    assert.deepEqual([reply.status, reply.ename], ['error', 'CompilationError']);
    assert.deepEqual(types(published), ['busy', 'execute_input', 'error', 'idle']);
    assert.match(reply.traceback.join('\n'), /CS0029/);
  },

  async 'gives up the cells behind one that fails'() {
    const failing = await kernel.startCell('throw new Exception("no");');
    const waiting = await kernel.startCell('"never"');
    assert.equal((await kernel.receive('shell', failing, 'execute_reply')).status, 'error');
    const aborted = await kernel.receive('shell', waiting, 'execute_reply');
    assert.equal(aborted.status, 'aborted');
    assert.equal(typeof aborted.execution_count, 'number');
    assert.deepEqual(types(await kernel.idle(waiting)), ['busy', 'idle']);
  },

  async 'interrupts on the control channel'() {
    await kernel.run('var kept = 40;');
    const id = await kernel.startCell('Console.Write("started"); while (true) { }');
    await kernel.receive('iopub', id, 'stream');
    assert.equal((await kernel.ask('control', 'interrupt_request', {})).status, 'ok');
    const reply = await kernel.receive('shell', id, 'execute_reply');
    assert.deepEqual([reply.status, reply.ename], ['error', 'Interrupted']);
    assert.deepEqual(types(await kernel.idle(id)), ['busy', 'execute_input', 'stream', 'error', 'idle']);
    assert.equal(plain(find((await kernel.run('kept + 2')).published, 'execute_result')), '42');
  },

  async 'asks for input'() {
    const id = await kernel.startCell('Console.ReadLine()');
    assert.equal((await kernel.receive('stdin', id, 'input_request')).password, false);
    await kernel.send('stdin', 'input_reply', { status: 'ok', value: 'typed 🐢' });
    assert.equal((await kernel.receive('shell', id, 'execute_reply')).status, 'ok');
    assert.equal(plain(find(await kernel.idle(id), 'execute_result')), 'typed 🐢');
  },

  // VS Code counts UTF-16 units where the protocol counts characters, so after an emoji its cursor lies too far to the right.
  async 'completes'() {
    const code = '"🐢".Len';
    const reply = await kernel.ask('shell', 'complete_request', { code, cursor_pos: code.length });
    assert.ok(reply.matches.includes('Length'));
    const member = await kernel.ask('shell', 'complete_request', { code: 'kept.ToS', cursor_pos: 8 });
    assert.ok(member.matches.includes('ToString'));
    assert.deepEqual([member.cursor_start, member.cursor_end], [5, 8]);
    const [first] = member.metadata._jupyter_types_experimental;
    assert.deepEqual([first.text, first.type], ['ToString', 'function']);
    const described = await kernel.ask('shell', 'inspect_request', { code: 'Math.Sqrt(2)', cursor_pos: 7, detail_level: 0 });
    assert.match(plain(described), /Math\.Sqrt/);
  },

  // VS Code restarts by ending the process, also in the middle of a cell, and starting another with other ports.
  async 'restarts from within an endless cell'() {
    const id = await kernel.startCell('Console.Write("started"); while (true) { }');
    await kernel.receive('iopub', id, 'stream');
    const old = kernel;
    await old.kill('SIGTERM');
    kernel = await start();
    assert.deepEqual(await Promise.all(old.ports.map(listens)), old.ports.map(() => false));
    const { reply } = await kernel.run('kept');
    assert.deepEqual([reply.status, reply.ename, reply.execution_count], ['error', 'CompilationError', 1]);
    assert.equal((await kernel.run('1')).reply.execution_count, 2);
  },

  async 'is gone when it is killed'() {
    await kernel.kill('SIGKILL');
    assert.deepEqual(await Promise.all(kernel.ports.map(listens)), kernel.ports.map(() => false));
  },
};

try {
  for (const [name, step] of Object.entries(steps)) {
    await step();
    console.log(name);
  }
} finally {
  kernel?.process.kill('SIGKILL');
}
process.exit(0);
