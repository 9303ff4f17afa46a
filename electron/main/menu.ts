import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { UiEvent } from '../../shared/contract/bridge';

type Command = Extract<UiEvent, { type: 'command' }>['command'];

/** The menu holds the same keys as the page, so that they work whatever has the focus. Nothing in it opens a link. */
export function setUpMenu(actions: {
  readonly lock: () => void;
  readonly command: (command: Command) => void;
}): void {
  const command = (label: string, accelerator: string, name: Command): MenuItemConstructorOptions => ({
    label,
    accelerator,
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
        command('New chronology entry', 'CommandOrControl+N', 'new-entry'),
        command('Add evidence', 'CommandOrControl+I', 'import'),
        command('Search this case', 'CommandOrControl+K', 'search'),
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
        {
          label: 'All keys',
          click: () => {
            actions.command('keys');
          },
        },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
