import { protocol } from 'electron';
import { labScheme } from '../lab/lab-window';
import { appScheme } from './app-protocol';
import { evidenceScheme } from './evidence-protocol';
import { playerScheme } from './player-protocol';
import { printScheme } from './typeset';

/** Electron takes one list of schemes, once, before it is ready. */
export function setUpSchemes(): void {
  protocol.registerSchemesAsPrivileged([appScheme, evidenceScheme, playerScheme, labScheme, printScheme]);
}
