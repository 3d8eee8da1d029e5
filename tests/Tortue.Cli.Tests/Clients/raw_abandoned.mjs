// A client that dies: node raw_abandoned.mjs KERNEL.JSON FOLDER starts a kernel, leaves it in an endless cell, says so, and waits to be killed.
import { join } from 'node:path';
import { RawKernel } from './raw_kernel.mjs';

const [kernelJson, folder] = process.argv.slice(2);
const kernel = await RawKernel.start(kernelJson, join(folder, 'runtime files'), folder);
const id = await kernel.startCell('Console.Write("started"); while (true) { }');
await kernel.receive('iopub', id, 'stream');
console.log('abandoned');
