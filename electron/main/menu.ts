import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { UiEvent } from '../../shared/contract/bridge';

type Command = Extract<UiEvent, { type: 'command' }>['command'];

/** The menu holds the same keys as the page, so that they work whatever has the focus. Nothing in it opens a link. */
export function setUpMenu(actions: {
  readonly lock: () => void;
  readonly command: (command: Command) => void;
}): void {
  const command = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      actions.command(name);
    },
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: 'Holdfast',
      submenu: [
        { label: 'Lock now', accelerator: 'CommandOrControl+L', click: actions.lock },
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      label: 'Case',
      submenu: [
        command('New chronology entry', 'new-entry', 'CommandOrControl+N'),
        command('Add evidence', 'import', 'CommandOrControl+I'),
        command('Search this case', 'search', 'CommandOrControl+K'),
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        { type: 'separator' },
        command('All keys', 'keys'),
      ],
    },
    {
      label: 'Help',
      submenu: [command('Licences', 'licences')],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
