const { chmodSync, copyFileSync, renameSync, rmSync } = require('node:fs');
const { join } = require('node:path');

/** Makes of a packed Electron what people install. */
exports.default = async (context) => {
  removeStrangers(context);
  if (context.packager.platform.name === 'linux') await putLauncherBefore(context);
};

/**
 * What an Electron distribution may bring along and no installed Holdfast may have: a folder that could be loaded in place
 * of the archive, and the settings of somebody's updater.
 */
function removeStrangers({ appOutDir, packager }) {
  const resources =
    packager.platform.name === 'mac'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  for (const name of ['app', 'app-update.yml', 'default_app.asar']) {
    rmSync(join(resources, name), { recursive: true, force: true });
  }
}

/** The fuses of electron-builder.yml, as long as they are to be set. */
let fuses;

/**
 * On Linux a script bears the name of the program, and starts it so that a crash leaves no memory on the disk. The builder
 * sets the fuses in the file of that name, and only after this, so it is done here and not again.
 */
async function putLauncherBefore(context) {
  const { appOutDir, packager } = context;
  fuses ??= packager.config.electronFuses;
  packager.config.electronFuses = null;
  await packager.addElectronFuses(context, await packager.generateFuseConfig(fuses));
  const program = join(appOutDir, packager.executableName);
  renameSync(program, `${program}.bin`);
  copyFileSync(join(__dirname, 'holdfast.sh'), program);
  chmodSync(program, 0o755);
}
