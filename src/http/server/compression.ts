// Compresses text on its way out where the reader takes it.
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { HTTP_LIMITS } from './http-limits.ts';

const gzipLater = promisify(gzip);
const TEXT = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/;

/** Gzips answers of text that are long enough to gain by it; streams and what is compressed already pass. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !(payload instanceof Uint8Array)) return payload;
    if (reply.hasHeader('content-encoding') || !TEXT.test(String(reply.getHeader('content-type') ?? '')))
      return payload;
    reply.header('vary', 'accept-encoding');
    if (payload.length < HTTP_LIMITS.compressFromBytes || !accepts(request.headers['accept-encoding'], 'gzip')) {
      return payload;
    }
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return gzipLater(payload, { level: 5 });
  });
}

export function accepts(header: string | string[] | undefined, encoding: string): boolean {
  return String(header ?? '')
    .split(',')
    .some((part) => {
      const [name, weight = ''] = part.trim().split(';');
      return name === encoding && !/^\s*q=0(\.0*)?\s*$/.test(weight);
    });
}

/** A file that never changes under its address, in the forms that a reader may ask for. */
export type PackedFile = { readonly plain: Uint8Array; readonly gzip: Uint8Array; readonly brotli: Uint8Array };

export function packFile(bytes: Uint8Array, mediaType: string): PackedFile {
  if (!TEXT.test(mediaType)) return { plain: bytes, gzip: bytes, brotli: bytes };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return { plain: bytes, gzip: gzipSync(bytes, { level: 9 }), brotli: brotliCompressSync(bytes, { params }) };
}
