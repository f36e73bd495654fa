// The stable plan on the command line: what it makes, what it costs, and that neither can be claimed wrongly.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import { run } from "./assign.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-stable-"));
after(() => rmSync(folder, { recursive: true }));

const edges = file(
	"edges.csv",
	"mentee,mentor,score\nWei,Ingrid,9\nWei,Tomás,8\nJola,Ingrid,7\n",
);

test("the two who value each other most are together, and the price is told", async () => {
	const { result, stderr } = await stable(edges);
	assert.equal(stderr, "");
	assert.deepEqual(names(result), ["Wei Ingrid"]);
	assert.deepEqual(result.stable.price, { people: 1, pairs: 1, points: 6 });
	assert.deepEqual([result.total, result.upperBound], [9, 15]);
	assert.deepEqual(
		result.unmatched.map(({ id, why }) => [id, why]),
		[
			["Jola", "stable-plan"],
			["Tomás", "stable-plan"],
		],
	);
	const { stdout } = await assign("--edges", edges, "--stable");
	assert.match(stdout, /stable: no two others would both rather/);
	assert.match(stdout, /one mentee more would have nobody, one pair fewer/);
	assert.equal(
		(await assign("--edges", edges, "--stable", "--worst-first")).code,
		2,
	);
});

test("the check accepts what is stable, and nothing else", async () => {
	await fc.assert(
		fc.asyncProperty(problems(), async ({ rows, kinds, capacity }) => {
			const own = file(
				"random.csv",
				`mentee,mentor,${kinds ? "kind," : ""}score\n${rows.join("\n")}\n`,
			);
			const options = [
				...["--capacity", String(capacity)],
				...(kinds ? ["--kinds", "a,b"] : []),
			];
			const { result } = await stable(own, ...options);
			assert.deepEqual(await verified(own, result, ...options), []);
			// The best plan in its place is found out, unless it is the stable one.
			const best = result.certificate.best;
			const total = sum(best);
			if (total === result.total) return;
			const swapped = { ...result, pairs: best, total };
			assert.match(
				(await verified(own, swapped, ...options)).join(),
				/not stable|price/,
			);
			const { people, pairs, points } = result.stable.price;
			const cheaper = { people, pairs, points: points - 1 };
			assert.match(
				(
					await verified(
						own,
						{ ...result, stable: { price: cheaper } },
						...options,
					)
				).join(),
				/price of the stable plan/,
			);
		}),
		{ numRuns: 40 },
	);
});

function problems() {
	return fc
		.record({ kinds: fc.boolean(), capacity: fc.integer({ min: 1, max: 2 }) })
		.chain(({ kinds, capacity }) =>
			fc
				.uniqueArray(
					fc.tuple(
						fc.integer({ min: 0, max: 5 }),
						fc.integer({ min: 0, max: 3 }),
						kinds ? fc.constantFrom("a", "b") : fc.constant(""),
					),
					{ minLength: 1, maxLength: 20, selector: (key) => key.join() },
				)
				.chain((keys) =>
					fc
						.array(fc.integer({ min: 0, max: 9 }), {
							minLength: keys.length,
							maxLength: keys.length,
						})
						.map((scores) => ({
							kinds,
							capacity,
							rows: keys.map(([mentee, mentor, kind], k) =>
								[
									`e${mentee}`,
									`o${mentor}`,
									...(kinds ? [kind] : []),
									scores[k],
								].join(","),
							),
						})),
				),
		);
}

const Pairs = z.array(
	z.object({
		mentee: z.string(),
		mentor: z.string(),
		kind: z.string().optional(),
		score: z.number(),
	}),
);
const Result = z.looseObject({
	total: z.number(),
	upperBound: z.number(),
	pairs: Pairs,
	unmatched: z.array(z.looseObject({ id: z.string(), why: z.string() })),
	stable: z.object({
		price: z.object({
			people: z.number(),
			pairs: z.number(),
			points: z.number(),
		}),
	}),
	certificate: z.looseObject({ best: Pairs }),
});
type Result = z.infer<typeof Result>;

async function stable(own: string, ...options: readonly string[]) {
	const { code, stdout, stderr } = await assign(
		...["--edges", own, "--stable", "--certificate", "--json"],
		...options,
	);
	assert.equal(code, 0, stderr);
	return { result: Result.parse(JSON.parse(stdout)), stderr };
}

/** What is wrong with it. */
async function verified(
	own: string,
	result: Result,
	...options: readonly string[]
): Promise<readonly string[]> {
	const { stdout } = await assign(
		...["--verify", file("result.json", JSON.stringify(result))],
		...["--edges", own, "--stable", "--json"],
		...options,
	);
	return z.object({ problems: z.array(z.string()) }).parse(JSON.parse(stdout))
		.problems;
}

async function assign(...args: readonly string[]) {
	let [stdout, stderr] = ["", ""];
	const code = await run(args, {
		stdout: (text) => (stdout += text),
		stderr: (text) => (stderr += text),
	});
	return { code, stdout, stderr };
}

function names({ pairs }: Result): readonly string[] {
	return pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`);
}

function sum(pairs: z.infer<typeof Pairs>): number {
	return pairs.reduce((total, { score }) => total + score, 0);
}

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}
