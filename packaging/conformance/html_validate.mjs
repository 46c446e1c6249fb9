// Shows pages to html-validate and prints its complaints as JSON.
import { writeFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";

const judge = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }], // both are HTML; ours is in small letters
    "valid-id": ["error", { relaxed: true }], // HTML's own rule: a heading may begin with a year
  },
});
const found = [];
for (const page of process.argv.slice(3)) {
  const report = await judge.validateFile(page);
  for (const result of report.results)
    for (const { ruleId, message, line } of result.messages)
      found.push({ page, rule: ruleId, message: `${message} (line ${line})` });
}
writeFileSync(process.argv[2], JSON.stringify(found));
