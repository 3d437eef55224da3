// The version of the engine: it is raised whenever the same input would give other bytes.

export const ENGINE_VERSION = '1.3.0';
