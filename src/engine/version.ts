// The version of the engine: it is raised whenever the same input would give other bytes.

export const ENGINE_VERSION = '1.4.0';
