/** What of an XMP packet (ISO 16684-1) is used. */
export interface Xmp {
  readonly tool: string | null;
  readonly created: string | null;
  readonly original: string | null;
  readonly modified: string | null;
  readonly comment: string | null;
  /** tiff:Orientation as it stands there. */
  readonly orientation: string | null;
  /** Actions of the editing history, such as `saved`, or the programs it names. */
  readonly history: readonly string[];
}

const mostHistory = 20;

/**
 * Reads simple properties of an XMP packet by looking for their names, as attribute or as element, without an XML
 * parser: no entities, no document types, and time in proportion to the length. Never throws.
 */
export function readXmp(packet: string): Xmp {
  return {
    tool: property(packet, 'xmp:CreatorTool'),
    created: property(packet, 'photoshop:DateCreated') ?? property(packet, 'xmp:CreateDate'),
    original: property(packet, 'exif:DateTimeOriginal'),
    modified: property(packet, 'xmp:ModifyDate'),
    comment: property(packet, 'exif:UserComment'),
    orientation: property(packet, 'tiff:Orientation'),
    history: history(packet),
  };
}

function property(packet: string, name: string): string | null {
  const attribute = new RegExp(String.raw`[\s]${name}\s{0,8}=\s{0,8}["']([^"'<>]{1,500})["']`, 'u').exec(
    packet,
  );
  if (attribute?.[1] !== undefined) return plain(attribute[1]);
  const start = packet.indexOf(`<${name}`);
  if (start < 0) return null;
  const inside = packet.slice(start, start + 2000);
  const end = inside.indexOf(`</${name}>`);
  if (end < 0) return null;
  return plain(inside.slice(inside.indexOf('>') + 1, end).replace(/<[^<>]{0,300}>/gu, ' '));
}

function history(packet: string): readonly string[] {
  const start = packet.indexOf('<xmpMM:History');
  if (start < 0) return [];
  const end = packet.indexOf('</xmpMM:History>', start);
  const inside = packet.slice(start, end < 0 ? start + 20_000 : Math.min(end, start + 100_000));
  const actions: string[] = [];
  for (const [, text = ''] of inside.matchAll(
    /stEvt:(?:action|softwareAgent)(?:=["']|>)([^"'<>]{1,200})/gu,
  )) {
    if (actions.length < mostHistory) actions.push(plain(text) ?? '');
  }
  return [...new Set(actions.filter((action) => action !== ''))];
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string | null {
  const clean = text
    .replace(/&(lt|gt|amp|quot|apos);/gu, (_all, name: string) => entities[name] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean === '' ? null : clean;
}
