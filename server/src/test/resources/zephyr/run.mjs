// Runs usage examples of the zephyr document, unchanged, against the server at argv[2].
//
// They were written for a browser, where `fetch` knows the host and the page knows its event; here
// this script does. It prints what was answered, as a line of JSON for each constant.
import { readFile } from 'node:fs/promises';

const root = process.argv[2];
const AsyncFunction = (async () => {}).constructor;

async function run(file, known) {
  const code = await readFile(new URL(file, import.meta.url), 'utf8');
  const constants = [...code.matchAll(/^const (\w+) =/gm)].map((match) => match[1]);
  const page = { fetch: (path, options) => fetch(new URL(path, root), options), ...known };
  const example = new AsyncFunction(...Object.keys(page), `${code}\nreturn { ${constants} };`);
  const bodies = {};
  for (const [name, response] of Object.entries(await example(...Object.values(page)))) {
    bodies[name] = await response.json();
    console.log(JSON.stringify({ name, status: response.status, body: bodies[name] }));
  }
  return bodies;
}

const { event } = await run('1-basic-event-creation.js', {});
await run('3-complete-booking-flow.js', { eventId: event.id });
