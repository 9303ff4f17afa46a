import type { Law } from '../../../shared/models/law';

/** What stands over every chronology that leaves the office: whose account it is, and by which list its acts are lettered. */
export function accountNote({ actList }: Law): string {
  const listed = `${actList.title.charAt(0).toLowerCase()}${actList.title.slice(1)}`;
  return `What happened is given as the client reports it. Letters are the ${listed} of the ${actList.act}, marked to sort the entries; marking one finds nothing.`;
}
