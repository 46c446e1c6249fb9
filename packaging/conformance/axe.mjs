// Shows pages to axe-core in Debian's Chromium: light and wide, dark and narrow.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : []; // Chromium runs only so
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [...quiet, ...asRoot, "--disable-sync", "--no-first-run"],
});
const found = [];
for (const [colorScheme, width] of [["light", 1200], ["dark", 360]]) {
  // Our pages allow no script, so the policy is set aside for axe's own.
  const look = { bypassCSP: true, colorScheme, viewport: { width, height: 900 } };
  const context = await browser.newContext(look);
  for (const page of process.argv.slice(3)) {
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.evaluate(axe);
    const seen = await tab.evaluate("axe.run(document, { resultTypes: ['violations'] })");
    for (const { id, help, nodes } of seen.violations)
      for (const { html } of nodes) {
        const message = `${help}: ${html.slice(0, 160)} (${colorScheme}, ${width} px)`;
        found.push({ page, rule: id, message });
      }
    await tab.close();
  }
  await context.close();
}
await browser.close();
writeFileSync(process.argv[2], JSON.stringify(found));
