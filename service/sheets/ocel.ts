import { type CaseTrace, instantText, precisionOf } from "./case-events.ts";

interface Attribute {
  name: string;
  value: string;
}
interface Relationship {
  objectId: string;
  qualifier: string;
}

/** OCEL 2.0 in its JSON form (Berti et al. 2024, section 8). */
export interface Ocel {
  objectTypes: { name: string; attributes: { name: string; type: string }[] }[];
  eventTypes: { name: string; attributes: { name: string; type: string }[] }[];
  objects: {
    id: string;
    type: string;
    attributes: (Attribute & { time: string })[];
    relationships: Relationship[];
  }[];
  events: {
    id: string;
    type: string;
    time: string;
    attributes: Attribute[];
    relationships: Relationship[];
  }[];
}

/** The time of an attribute that has always been so, by the specification. */
const ALWAYS = "1970-01-01T00:00:00Z";
const CASE_ATTRIBUTES = ["mask", "portal", "bucket", "verdict", "due"] as const;

/**
 * Cases as an object-centric log: a case is an object, and so are its item and each department, so that an analyst may follow a
 * department through all its cases without counting an event once for each.
 */
export function ocelOf(traces: Iterable<CaseTrace>): Ocel {
  const objects = new Map<string, Ocel["objects"][number]>();
  const types = new Set<string>();
  const events: Ocel["events"] = [];
  const shared = (type: "item" | "department", name: string): string => {
    const id = `${type}:${name}`;
    if (!objects.has(id))
      objects.set(id, {
        id,
        type,
        attributes: [{ name: "name", value: name, time: ALWAYS }],
        relationships: [],
      });
    return id;
  };
  for (const trace of traces) {
    const id = `case:${trace.key}`;
    const of: Relationship[] = [
      ...(trace.item === undefined
        ? []
        : [{ objectId: shared("item", trace.item), qualifier: "applies for" }]),
      ...(trace.department === undefined
        ? []
        : [{ objectId: shared("department", trace.department), qualifier: "handled by" }]),
    ];
    objects.set(id, {
      id,
      type: "case",
      attributes: CASE_ATTRIBUTES.flatMap((name) => {
        const value = name === "due" ? trace.due && instantText(trace.due) : trace[name];
        return value === null ? [] : [{ name, value, time: ALWAYS }];
      }),
      relationships: of,
    });
    for (const [n, { activity, transition, moment, department }] of trace.events.entries()) {
      types.add(activity);
      events.push({
        id: `${trace.key}:${n}`,
        type: activity,
        time: instantText(moment),
        attributes: [
          { name: "transition", value: transition },
          { name: "precision", value: precisionOf(moment) },
        ],
        relationships: [
          { objectId: id, qualifier: "of" },
          ...(department === undefined
            ? []
            : [{ objectId: shared("department", department), qualifier: "done by" }]),
        ],
      });
    }
  }
  const text = (name: string) => ({ name, type: "string" });
  return {
    objectTypes: [
      {
        name: "case",
        attributes: CASE_ATTRIBUTES.map((name) =>
          name === "due" ? { name, type: "time" } : text(name),
        ),
      },
      { name: "item", attributes: [text("name")] },
      { name: "department", attributes: [text("name")] },
    ],
    eventTypes: [...types]
      .sort()
      .map((name) => ({ name, attributes: [text("transition"), text("precision")] })),
    objects: [...objects.values()],
    events,
  };
}
