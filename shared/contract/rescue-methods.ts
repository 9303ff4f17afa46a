import * as z from 'zod';
import { idSchema } from '../models/common';
import { method } from './method';

const passphrase = z.string().min(1).max(1024);
const target = z.object({ target: idSchema });

/** Opening packages without Holdfast. */
export const rescueMethods = {
  /** How to, as a text to lie beside a package. */
  'rescue.saveReadme': method(target, z.object({})),
  /** The key that opens packages sealed for this office, under a passphrase. `own`: of whoever does it. */
  'rescue.saveKey': method(
    target.extend({ passphrase: z.string().min(12).max(1024), own: passphrase }),
    z.object({}),
  ),
} as const;
