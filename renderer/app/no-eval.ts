import * as z from 'zod';

// Schemas are compiled to functions where that is allowed; on this page nothing may make code from text.
z.config({ jitless: true });
