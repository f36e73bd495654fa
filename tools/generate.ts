// Writes what is generated and committed: the row types from a freshly migrated database, and docs/access.md from the routes.
// With --check it writes nothing and exits 1 when a file is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rowTypes } from "../src/platform/database/row-types.ts";
import { startTestServer } from "../test/database.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const isCheck = process.argv.includes("--check");

await using server = await startTestServer();
const files: Record<string, string> = {
	"src/platform/database/schema.ts": await rowTypes(server.templateOwnerUrl),
};
// The routes import the row types: on the very first run there are none to import.
if (existsSync(join(root, "src/platform/database/schema.ts"))) {
	const { accessPage } = await import("../src/access-page.ts");
	files["docs/access.md"] = accessPage();
	files["docs/processing.md"] = await processing();
}

/** The register of processing, read as the application would. */
async function processing(): Promise<string> {
	const { Kysely, PostgresDialect } = await import("kysely");
	const { default: pg } = await import("pg");
	const { columnFacts } = await import(
		"../src/platform/database/register/columns.ts"
	);
	const { processingPage } = await import(
		"../src/platform/database/register/processing-page.ts"
	);
	const { readersByTable } = await import(
		"../src/platform/database/register/readers.ts"
	);
	const pool = new pg.Pool({ connectionString: server.templateOwnerUrl });
	// The server is stopped right after: a connection that has not heard yet is no failure.
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
	const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
	const page = processingPage(await columnFacts(db), await readersByTable(db));
	await db.destroy();
	return page;
}

for (const [name, text] of Object.entries(files)) {
	const path = join(root, name);
	const isFresh = existsSync(path) && readFileSync(path, "utf8") === text;
	if (isFresh) continue;
	if (isCheck) {
		process.stderr.write(`${name} is stale: run npm run generate\n`);
		process.exitCode = 1;
	} else {
		writeFileSync(path, text);
		process.stdout.write(`wrote ${name}\n`);
	}
}
