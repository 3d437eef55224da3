// Files of the look and of the islands: named by their content, so kept by browsers for a year.
import type { FastifyInstance } from 'fastify';
import type { PageFace } from '../route.ts';
import { accepts, packFile, type PackedFile } from './compression.ts';

export function addAssetRoutes(app: FastifyInstance, assets: PageFace['assets']): void {
  for (const [address, { mediaType, bytes }] of assets) {
    let packed: PackedFile | null = null;
    app.get(address, { config: { access: { kind: 'public' } } }, async (request, reply) => {
      packed ??= packFile(bytes, mediaType);
      const header = request.headers['accept-encoding'];
      const encoding = accepts(header, 'br') ? 'br' : accepts(header, 'gzip') ? 'gzip' : 'identity';
      reply.headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': mediaType,
        vary: 'accept-encoding',
      });
      if (packed.plain === packed.gzip || encoding === 'identity') return reply.send(packed.plain);
      return reply.header('content-encoding', encoding).send(encoding === 'br' ? packed.brotli : packed.gzip);
    });
  }
}
