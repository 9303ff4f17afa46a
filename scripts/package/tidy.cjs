const { rmSync } = require('node:fs');
const { join } = require('node:path');

/**
 * What an Electron distribution may bring along and no installed Holdfast may have: a folder that could be loaded in place
 * of the archive, and the settings of somebody's updater.
 */
exports.default = async ({ appOutDir, packager }) => {
  const resources =
    packager.platform.name === 'mac'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  for (const name of ['app', 'app-update.yml', 'default_app.asar']) {
    rmSync(join(resources, name), { recursive: true, force: true });
  }
};
