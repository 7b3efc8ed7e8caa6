/** 1980-01-01 00:00, the first moment that a zip archive can tell. */
const NO_TIME = 0x0021_0000;
const [END, ENTRY] = [0x0605_4b50, 0x0201_4b50];

/** The same archive without the time at which it was packed: what says the same is the same bytes. */
export function withoutClock(archive: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(archive);
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new RangeError("not a zip archive");
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("not a zip archive");
    view.setUint32(at + 12, NO_TIME, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, NO_TIME, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
}
