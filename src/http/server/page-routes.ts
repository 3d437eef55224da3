// Mounts the pages of the face: each is asked after the guard, and its answer is sent as what it is.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageAnswer, PageFace, PageRoute } from '../route.ts';
import { pageRequestOf } from './page-request.ts';
import { refusalOf, sendRefusal } from './refusal.ts';
import { createSharedPages, type SharedPages } from './shared-pages.ts';

export function addPageRoutes(app: FastifyInstance, pages: PageFace): void {
  const shared = createSharedPages();
  for (const route of pages.routes) {
    app.route({
      method: route.method,
      url: route.path,
      config: { access: route.access },
      handler: (request, reply) => answerPage({ route, shared, request, reply }),
    });
  }
}

type Call = {
  readonly route: PageRoute;
  readonly shared: SharedPages;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

async function answerPage({ route, shared, request, reply }: Call): Promise<unknown> {
  const answer = await shared.answer(route, pageRequestOf(request), request.url);
  return answer.ok ? sendPage(reply, answer.value) : sendRefusal(request, reply, refusalOf(answer.problems));
}

function sendPage(reply: FastifyReply, answer: PageAnswer): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return reply.code(answer.status).type('text/html; charset=utf-8').send(answer.html);
    case 'redirect':
      return reply.redirect(localAddress(answer.to), 303);
    case 'file':
      return reply
        .header('content-disposition', attachmentNamed(answer.filename))
        .type(answer.mediaType)
        .send(answer.bytes);
  }
}

/** A redirect never leaves the service: what does not begin with one slash leads to the first page. */
export function localAddress(address: string): string {
  return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(address) ? address : '/';
}

/** @source RFC 6266, with the name in the plain letters that every browser reads */
export function attachmentNamed(filename: string): string {
  return `attachment; filename="${filename.replaceAll(/[^\w.() -]/g, '-')}"`;
}
