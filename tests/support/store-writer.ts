// A process that writes pairs to a store and says each one that was acknowledged, until it is killed.
import { createPostgresStore } from '#store';
import { writePair } from './paired-writes.ts';

const [connectionString = '', tenant = '', prefix = ''] = process.argv.slice(2);
const opened = await createPostgresStore({ connectionString, ownerConnectionString: null });
if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message).join('; '));
const { store } = opened.value;

async function writeOn(writer: number): Promise<never> {
  for (let count = 0; ; count++) {
    const id = `${prefix}-${writer}-${count}`;
    const written = await writePair(store, tenant, id);
    if (written.ok) process.stdout.write(`${id}\n`);
  }
}

await Promise.all([writeOn(1), writeOn(2)]);
