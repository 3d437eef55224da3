// Stands between a store and its database, and cuts the line at the call that it is told.
import { connect, createServer, type Socket } from 'node:net';

/** Where the line is cut: before the database hears of the call, or after it has done what was asked. */
export type Cut = { readonly call: number; readonly when: 'before it is heard' | 'before it is answered' };

export type CuttingProxy = {
  readonly connectionString: string;
  /** Counts calls from 1 anew, and cuts at the one that is named; null for none. */
  arm(cut: Cut | null): void;
  /** Calls since it was armed. */
  calls(): number;
  close(): Promise<void>;
};

export async function openCuttingProxy(database: string): Promise<CuttingProxy> {
  const target = new URL(database);
  let cut: Cut | null = null;
  let count = 0;
  const lines = new Set<Socket>();
  const server = createServer((client) => {
    const line = connect(Number(target.port), target.hostname);
    for (const socket of [client, line]) {
      lines.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => null);
      socket.on('close', () => {
        client.destroy();
        line.destroy();
        lines.delete(socket);
      });
    }
    let isMuted = false;
    client.on('data', (call) => {
      count += 1;
      const isCut = cut?.call === count;
      if (isCut && cut?.when === 'before it is heard') return client.destroy();
      isMuted ||= isCut;
      line.write(call);
    });
    line.on('data', (answer) => (isMuted ? client.destroy() : client.write(answer)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const through = new URL(database);
  through.port = typeof address === 'object' && address !== null ? String(address.port) : '';
  return {
    connectionString: through.href,
    arm(next) {
      cut = next;
      count = 0;
    },
    calls: () => count,
    async close() {
      for (const socket of lines) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
