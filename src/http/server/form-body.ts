// Bodies of forms: fields in the order in which they were sent, and files, all within bounds.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import multipart from '@fastify/multipart';
import type { UploadedFile } from '../route.ts';
import { HTTP_LIMITS } from './http-limits.ts';

/** What a form sends. */
export class SentForm {
  readonly form: readonly (readonly [string, string])[];
  readonly files: readonly UploadedFile[];
  constructor(form: readonly (readonly [string, string])[], files: readonly UploadedFile[]) {
    this.form = form;
    this.files = files;
  }
}

/** @returns the form, null where the body is something else */
export function sentForm(body: unknown): SentForm | null {
  return body instanceof SentForm ? body : null;
}

/** Teaches the server to read both kinds of form. */
export async function readForms(app: FastifyInstance): Promise<void> {
  const { formBytes, formFields, fieldBytes, uploadBytes, uploadFiles } = HTTP_LIMITS;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formBytes },
    async (_: FastifyRequest, text: string) => new SentForm([...new URLSearchParams(text)].slice(0, formFields), []),
  );
  await app.register(multipart, {
    limits: { fileSize: uploadBytes, files: uploadFiles, fields: formFields, fieldSize: fieldBytes, parts: formFields },
  });
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readParts(request);
  });
}

/** A part past its bound ends the reading with the status 413. */
async function readParts(request: FastifyRequest): Promise<SentForm> {
  const form: (readonly [string, string])[] = [];
  const files: UploadedFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      files.push({ field: part.fieldname, filename: part.filename, bytes: await part.toBuffer() });
    } else {
      form.push([part.fieldname, String(part.value)]);
    }
  }
  return new SentForm(form, files);
}
