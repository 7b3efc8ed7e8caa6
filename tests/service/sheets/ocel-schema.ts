/** The JSON schema of OCEL 2.0 (https://www.ocel-standard.org/2.0/ocel20-schema-json.json), draft-07. */
const text = { type: "string" };
const time = { type: "string", format: "date-time" };
const list = (properties: Record<string, object>, required: string[]) => ({
  type: "array",
  items: { type: "object", properties, required },
});
const relationships = list({ objectId: text, qualifier: text }, ["objectId", "qualifier"]);
const types = list({ name: text, attributes: list({ name: text, type: text }, ["name", "type"]) }, [
  "name",
  "attributes",
]);

export const OCEL_SCHEMA = {
  type: "object",
  properties: {
    eventTypes: types,
    objectTypes: types,
    events: list(
      {
        id: text,
        type: text,
        time,
        attributes: list({ name: text, value: text }, ["name", "value"]),
        relationships,
      },
      ["id", "type", "time"],
    ),
    objects: list(
      {
        id: text,
        type: text,
        relationships,
        attributes: list({ name: text, value: text, time }, ["name", "value", "time"]),
      },
      ["id", "type"],
    ),
  },
  required: ["eventTypes", "objectTypes", "events", "objects"],
};
