// The door of http/: the server, its routes, and how people sign in.
export type { Access, PageAnswer, PageFace, PageRequest, PageRoute, UploadedFile } from './route.ts';
export { createDemoLogin, type DemoTerms } from './login/demo/demo-login.ts';
export { seedDemoPeople, type DemoPerson } from './login/demo/demo-people.ts';
export type { LoginProvider } from './login/login-provider.ts';
export { createOidcLogin, isLoopback, type OidcTerms } from './login/oidc-login.ts';
export { apiRoutes } from './api/api-routes.ts';
export type { ApiRoute } from './api/api-route.ts';
export { clientFiles } from './api/client-text.ts';
export { stylesheetOf } from './server/plain-page.ts';
export { createServer } from './server/create-server.ts';
export type { ServerOptions, TableWriters } from './server/server-options.ts';
export type { SessionTerms } from './sessions/sessions.ts';
