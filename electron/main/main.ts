import { app } from 'electron';
import { startApplication } from './application';
import { setUpSwitches } from './switches';
import { setUpSchemes } from './schemes';
import { setUpNavigationGuard } from './navigation-guard';
import { isBeingDebugged } from './debugging';
import { leaveNoCrashReports } from './crash-reports';

// Both must happen before Electron is ready.
setUpSwitches();
setUpSchemes();
setUpNavigationGuard();

// A second start brings the first window forward: two processes must never open one vault.
if (app.isPackaged && isBeingDebugged(process.argv)) app.exit(2);
else if (app.requestSingleInstanceLock()) {
  leaveNoCrashReports();
  void app.whenReady().then(startApplication, () => {
    app.exit(1);
  });
} else {
  app.quit();
}
