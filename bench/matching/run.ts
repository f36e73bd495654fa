// npm run bench -- matching [--dense] [--large] [--million] [--patient] [--only TEXT], or --part NAME: the engine beside independent solvers, and beside
// what people do without one, on the same cohorts in one run.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printTable } from "../table.ts";
import { measureAllPairs } from "./all-pairs.ts";
import { writeCohort } from "./cohort-file.ts";
import { showCivilService } from "./civil-service.ts";
import { measureEquity } from "./equity.ts";
import { byGreedy } from "./greedy.ts";
import type { Instance } from "./instances.ts";
import { cohort, instances } from "./instances.ts";
import { liveLines, measureLive } from "./live.ts";
import { measureByIndex } from "./million.ts";
import type { Measured, Peer } from "./peers.ts";
import { engine, measure, npmPeer, peersHere } from "./peers.ts";

const LIMIT_SECONDS = 420;

const parts: Readonly<Record<string, (folder: string) => Promise<void>>> = {
	"all-pairs": showAllPairs,
	index: showIndex,
	live: async () => {
		for (const line of liveLines(await measureLive())) console.log(line);
	},
	equity: showEquity,
	"civil-service": showCivilService,
};

/** `--part NAME`: all-pairs, index, live, equity or civil-service FOLDER (of its sample files) instead of the peers. */
export async function run(args: readonly string[]): Promise<void> {
	const [part = "", folder = ""] = args.slice(args.indexOf("--part") + 1);
	if (!args.includes("--part")) return comparePeers(args);
	const show = parts[part];
	if (show === undefined)
		throw new RangeError(`--part is one of ${Object.keys(parts).join(", ")}`);
	return show(folder);
}

async function showAllPairs(): Promise<void> {
	for (const threads of [0, 2]) {
		const { seconds, ...rest } = await measureAllPairs({ threads });
		console.log(
			`${threads} threads beside the main one: ${(seconds.reading + seconds.solving).toFixed(2)} s`,
			{ ...rest, seconds },
		);
	}
}

async function showIndex(): Promise<void> {
	console.log(await measureByIndex({ mentees: 100_000, mentors: 30_000 }));
	console.log(await measureByIndex());
}

async function showEquity(): Promise<void> {
	printTable(
		[
			"cohort",
			"measure",
			"ratio",
			"seconds",
			"of the processor",
			"matchings",
			"price %",
			"gap %",
		],
		(await measureEquity()).map((row) => [
			row.name,
			row.measure,
			row.ratio,
			row.seconds.clock.toFixed(2),
			row.seconds.processor.toFixed(2),
			row.matchings,
			row.price.toFixed(3),
			row.gap.toFixed(5),
		]),
	);
}

async function comparePeers(args: readonly string[]): Promise<void> {
	const asked = new Set(args);
	const only = args[args.indexOf("--only") + 1] ?? "";
	const folder = await mkdtemp(join(tmpdir(), "baton-bench-"));
	try {
		const { peers, missing } = await peersHere(folder);
		console.log(
			"Most pairs, then the greatest sum. Building counts. Seconds by the clock and of the processor; × is the processor's beside Baton's in the same block.",
		);
		for (const reason of missing) console.log(`Missing here: ${reason}`);
		for (const instance of instances) {
			if (instance.flag !== undefined && !asked.has(`--${instance.flag}`))
				continue;
			if (asked.has("--only") && !instance.name.includes(only)) continue;
			await compare(instance, peers, folder, asked.has("--patient"));
		}
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function compare(
	instance: Instance,
	peers: readonly Peer[],
	folder: string,
	isPatient: boolean,
): Promise<void> {
	const made = cohort(instance);
	const file = join(folder, "cohort");
	await writeCohort(file, made);
	console.log(
		`\n${instance.name}: ${made.points.length.toLocaleString("en")} possible pairs`,
	);
	const own = await engine("", file, LIMIT_SECONDS);
	const show = (name: string, measured: Measured | string) =>
		console.log(line(name, measured, own));
	show("Baton", own);
	for (const peer of peers)
		if (isPatient || peer.fits(instance))
			show(
				peer.name,
				await measure(peer.command, peer.args, file, LIMIT_SECONDS),
			);
	for (const [name, most] of registryPeers)
		if (made.points.length <= (isPatient ? 1_000_000 : most))
			show(`${name} (npm)`, await npmPeer(name, file, LIMIT_SECONDS));
	for (const [name, order] of baselines) show(name, byGreedy(made, order));
}

// The most pairs that each manages within half a minute or so; --patient asks them all the same.
const registryPeers: readonly (readonly [string, number])[] = [
	["highs", 70_000],
	["linear-sum-assignment", 70_000],
	["munkres", 70_000],
];

const baselines: readonly (readonly [
	string,
	Parameters<typeof byGreedy>[1],
])[] = [
	["greedy by score", "best-first"],
	["in file order", "as-listed"],
];

function line(
	name: string,
	measured: Measured | string,
	own: Measured | string,
): string {
	const label = `  ${name.padEnd(30)}`;
	if (typeof measured === "string") return `${label} ${measured}`;
	const isOwn = measured === own;
	const ratio =
		typeof own === "string"
			? ""
			: `× ${(costOf(measured) / costOf(own)).toFixed(2)}`;
	const isEqual =
		typeof own !== "string" &&
		measured.pairs === own.pairs &&
		measured.total === own.total;
	const verdict = isOwn
		? (measured.note ?? "")
		: isEqual
			? "the same optimum"
			: typeof own === "string"
				? ""
				: shortfall(measured, own);
	return [
		label,
		`${measured.seconds.toFixed(3)} s`.padStart(10),
		(measured.processor === undefined
			? ""
			: `${measured.processor.toFixed(3)} s`
		).padStart(10),
		ratio.padStart(9),
		(measured.megabytes === undefined
			? ""
			: `${measured.megabytes} MB`
		).padStart(8),
		`${measured.pairs} pairs`.padStart(14),
		measured.total.toLocaleString("en").padStart(15),
		`  ${verdict}`,
	].join(" ");
}

function costOf({ processor, seconds }: Measured): number {
	return processor ?? seconds;
}

function shortfall(measured: Measured, own: Measured): string {
	const fewer = own.pairs - measured.pairs;
	const less = (100 * (own.total - measured.total)) / own.total;
	return `${fewer} pairs fewer, ${less.toFixed(2)} % less`;
}
