/**
 * Names that cloud services give the folders they copy to a server, at the start of a path part: `OneDrive - Charity`,
 * `Dropbox (Personal)`, `iCloudDrive`. `Box` and `MEGA` stand for themselves only, because other names begin so.
 */
const cloudNames =
  /^(onedrive|dropbox|google ?drive|googledrive|my drive|icloud ?drive|com~apple~clouddocs|nextcloud|owncloud|pcloud ?drive|creative cloud files|proton ?drive|sync\.com|tresorit|seafile)( .*|-.*|)$|^(box|box sync|mega|megasync|cloudstorage)$/i;

/** True when a part of the path is the folder of a cloud service, or the path lies in one of `roots`. */
export function cloudFolderIn(path: string, roots: readonly string[] = []): boolean {
  const parts = partsOf(path);
  if (parts.some((part) => cloudNames.test(part))) return true;
  return roots.some((root) => {
    const ofRoot = partsOf(root);
    return ofRoot.length > 0 && ofRoot.every((part, index) => same(part, parts[index]));
  });
}

/** True for a share of another machine: `\\server\share` or `//server/share`, also behind `\\?\UNC\`. */
export function isNetworkPath(path: string): boolean {
  return /^(\\\\\?\\UNC\\|[\\/]{2}[^\\/?.])/i.test(path);
}

function partsOf(path: string): readonly string[] {
  return path.split(/[\\/]+/).filter((part) => part !== '');
}

function same(one: string, other: string | undefined): boolean {
  return other !== undefined && one.toLowerCase() === other.toLowerCase();
}
