// A process that opens the embedded database in a folder, says where it is, and stays, or stops it where it is told to.
import { openEmbedded } from '#store';

const [folder = '', then = 'stay'] = process.argv.slice(2);
const opened = await openEmbedded(folder);
if (!opened.ok) throw new Error(opened.problems.map(({ message, hint }) => `${message} ${hint}`).join('; '));
process.stdout.write(`${opened.value.connectionString}\n`);
if (then === 'stop') {
  const stopped = await opened.value.stop();
  process.exitCode = stopped.ok ? 0 : 1;
}
