// Shows the JSON-LD of pages to Adobe's validator, which knows what Google asks for.
import { readFileSync, writeFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";

const found = [];
for (const page of process.argv.slice(3)) {
  const extractor = new WebAutoExtractor({ addLocation: true, embedSource: ["rdfa", "microdata"] });
  const read = extractor.parse(readFileSync(page, "utf8"));
  for (const error of read.errors ?? [])
    found.push({ page, rule: "reading", message: JSON.stringify(error) });
  if (Object.keys(read.jsonld ?? {}).length === 0)
    found.push({ page, rule: "reading", message: "No JSON-LD was found." });
  for (const { severity, issueMessage, path } of await new Validator().validate(read)) {
    const where = (path ?? []).map((step) => step.property ?? step.type).join(".");
    found.push({ page, rule: severity, message: `${where}: ${issueMessage}` });
  }
}
writeFileSync(process.argv[2], JSON.stringify(found));
