// npm run assurance [-- SECTION…]: measures anew what docs/operating/assurance.md claims, and writes it there. Each file in tools/assurance is one
// section and exports `section`. Without names all are measured; with names the others stay as they stand.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { startTestServer } from "../test/database.ts";
import type { Section } from "./assurance/section.ts";

const page = new URL("../docs/operating/assurance.md", import.meta.url);
const folder = new URL("./assurance/", import.meta.url);
const chosen = process.argv.slice(2);
const names = readdirSync(folder)
	.filter((name) => name !== "section.ts")
	.map((name) => name.replace(/\.ts$/, ""))
	.sort();

const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
	process.stderr.write(
		`There is no section ${unknown.join(", ")}; there are ${names.join(", ")}.\n`,
	);
	process.exit(2);
}

await using server = await startTestServer();
process.env["BATON_ADMIN_URL"] = server.adminUrl;
process.env["BATON_TEMPLATE_OWNER_URL"] = server.templateOwnerUrl;
process.env["BATON_TEMPLATE_APPLICATION_URL"] = server.templateApplicationUrl;

const standing = sectionsOf(existsSync(page) ? readFileSync(page, "utf8") : "");
const written: string[] = [];
for (const name of names) {
	const { section } = await load(name);
	const stays = chosen.length > 0 && !chosen.includes(name);
	const before = standing.get(section.title);
	if (stays) {
		if (before !== undefined) written.push(before);
		continue;
	}
	process.stderr.write(`${section.title} …\n`);
	const day = new Date().toISOString().slice(0, 10);
	written.push(
		`## ${section.title}\n\n${(await section.measure()).trim()}\n\nMeasured on ${day} by \`npm run assurance -- ${name}\`.\n`,
	);
}
writeFileSync(
	page,
	[
		"# What is shown, and how\n\nWhat Baton promises about confidentiality, and about losing and doubling nothing, is tested, and the tests are tested: this page holds the figures. It is written by `npm run assurance`.\n",
		...written,
	].join("\n"),
);
process.exit(0);

async function load(name: string): Promise<{ readonly section: Section }> {
	return import(new URL(`${name}.ts`, folder).href);
}

/** The text of each section by its title. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
	return new Map(
		text
			.split(/^(?=## )/m)
			.filter((part) => part.startsWith("## "))
			.map((part) => [
				part.slice(3, part.indexOf("\n")),
				`${part.trimEnd()}\n`,
			]),
	);
}
