// The door of web/: the pages of the service, as one face to be mounted.
export { createWebFace } from './face.ts';
