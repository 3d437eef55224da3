// Mounts the pages of the face: each is asked after the guard, and its answer is sent as what it is.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageAnswer, PageFace, PageRoute } from '../route.ts';
import { pageRequestOf } from './page-request.ts';
import { refusalOf, sendRefusal } from './refusal.ts';

export function addPageRoutes(app: FastifyInstance, pages: PageFace): void {
  for (const route of pages.routes) {
    app.route({
      method: route.method,
      url: route.path,
      config: { access: route.access },
      handler: (request, reply) => answerPage(route, request, reply),
    });
  }
}

async function answerPage(route: PageRoute, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const answer = await route.answer(pageRequestOf(request));
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
