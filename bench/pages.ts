// An authenticated list of 250 people through row-level security under ten connections, beside a bare handler that sends the same bytes.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { makeDemonstration } from "../src/features/demonstration/commands.ts";
import { signIn } from "../src/features/sign-in/commands.ts";
import { connect, transact } from "../src/platform/database/database.ts";
import {
	emptyServerDatabase,
	startTestServer,
	testVault,
} from "../test/database.ts";
import { printTable } from "./table.ts";

const path = "/people?rows=250";

export async function run(): Promise<void> {
	await using server = await startTestServer();
	process.env["BATON_ADMIN_URL"] = server.adminUrl;
	process.env["BATON_TEMPLATE_OWNER_URL"] = server.templateOwnerUrl;
	const { url } = await emptyServerDatabase();
	const baton = await startBaton(url);
	const cookie = await signedInCookie(url);
	const page = await fetch(`${baton.origin}${path}`, { headers: { cookie } });
	const body = await page.text();
	if (page.status !== 200 || body.split("<tr").length < 250)
		throw new Error(`the list is not there (${page.status})`);
	const bare = await startBare(body);
	const measured = [];
	for (const [name, target] of [
		["Baton, 250 people", `${baton.origin}${path}`],
		["bare handler, same bytes", bare.origin],
	] as const) {
		await load(target, cookie, 3);
		const result = await load(target, cookie, 12);
		measured.push({ name, result });
	}
	const [own, peer] = measured;
	printTable(
		["", "requests/s", "p50 ms", "p99 ms", "errors"],
		measured.map(({ name, result }) => [
			name,
			Math.round(result.requests.average),
			result.latency.p50,
			result.latency.p99,
			result.errors + result.non2xx,
		]),
	);
	if (own && peer)
		process.stdout.write(
			`ratio to the bare handler: ${(peer.result.requests.average / own.result.requests.average).toFixed(1)} × slower\n`,
		);
	process.stdout.write(
		`memory of the process: ${Math.round(memoryOf(baton.pid) / 1024)} MB resident\n`,
	);
	process.stdout.write(
		`page: ${Math.round(body.length / 1024)} KB of HTML, ${await scriptBytes(baton.origin, body)} bytes of script\n`,
	);
	bare.close();
	process.kill(baton.pid, "SIGINT");
}

async function startBaton(databaseUrl: string) {
	const child = spawn(
		process.execPath,
		["--import", "./tools/hooks.mjs", "src/main.ts", "serve"],
		{
			cwd: fileURLToPath(new URL("..", import.meta.url)),
			env: { ...process.env, DATABASE_URL: databaseUrl, PORT: "0" },
			stdio: ["ignore", "ignore", "pipe"],
		},
	);
	const origin = await new Promise<string>((resolve) => {
		child.stderr.on("data", (chunk) => {
			const found = /ready at (http:\S+)/.exec(String(chunk))?.[1];
			if (found !== undefined) resolve(found);
		});
	});
	return { origin, pid: child.pid ?? 0 };
}

// The application's login is the one Baton made for itself at its start.
async function signedInCookie(ownerUrl: string): Promise<string> {
	const { ensureApplicationLogin } = await import(
		"../src/platform/database/roles.ts"
	);
	const { application } = await ensureApplicationLogin(ownerUrl);
	const database = connect(application, testVault(), { connections: 2 });
	await makeDemonstration(database, { people: 600, seed: 1 }, () => {});
	const token = await transact(
		database,
		{ actor: { kind: "process", process: "sign-in" }, access: "write" },
		async (tx) => {
			const { person_id } = await tx
				.selectFrom("office")
				.select("person_id")
				.where("office", "=", "program-manager")
				.executeTakeFirstOrThrow();
			return signIn(tx, person_id, { method: "password", device: "bench" });
		},
	);
	await database.close();
	return `baton-sign-in=${token}`;
}

async function startBare(body: string) {
	const server = createServer((_, response) => {
		response.setHeader("Content-Type", "text/html; charset=utf-8");
		response.end(body);
	});
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const address = server.address();
	const port = typeof address === "object" ? address?.port : undefined;
	return { origin: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function load(url: string, cookie: string, duration: number) {
	return autocannon({ url, connections: 10, duration, headers: { cookie } });
}

function memoryOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
}

async function scriptBytes(origin: string, body: string): Promise<number> {
	let bytes = 0;
	for (const [, source] of body.matchAll(/<script[^>]+src="([^"]+)"/g))
		bytes += (await (await fetch(`${origin}${source}`)).arrayBuffer())
			.byteLength;
	return bytes;
}
