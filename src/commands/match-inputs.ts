// The files of match: two tables of people and a policy.
import type { Json } from "../domain/matching/canonical-json.ts";
import type { Policy } from "../domain/matching/policy.ts";
import { readPolicy } from "../domain/matching/read-policy.ts";
import { t } from "../ui/text.ts";
import type { CsvFile, Reading } from "./matching-csv.ts";
import { readCsv, readText } from "./matching-csv.ts";
import type { MatchingOptions } from "./matching-options.ts";

/** What the command reads. */
export type Inputs = {
	readonly mentors: CsvFile;
	readonly mentees: CsvFile;
	readonly policyJson: Json;
	readonly policy: Policy;
};

/** Reads the three files; every problem of all of them is told at once. */
export async function readInputs(
	files: {
		readonly mentors: string;
		readonly mentees: string;
		readonly policy: string;
	},
	options: MatchingOptions,
): Promise<Reading<Inputs>> {
	const mentors = await readCsv(files.mentors);
	const mentees = await readCsv(files.mentees);
	const policy = await readPolicyFile(files.policy);
	if (!mentors.ok || !mentees.ok || !policy.ok)
		return {
			ok: false,
			messages: [mentors, mentees, policy].flatMap((file) =>
				file.ok ? [] : file.messages,
			),
		};
	const { capacity, needs } = options;
	return {
		ok: true,
		value: {
			mentors: mentors.value,
			mentees: mentees.value,
			policyJson: policy.value.json,
			policy: {
				...policy.value.policy,
				...(capacity === undefined
					? {}
					: { capacity: { from: "policy", units: capacity } as const }),
				...(needs === undefined ? {} : neededByAll(policy.value.policy, needs)),
			},
		},
	};
}

/** So many mentors for everybody: of each kind, where there are kinds. */
function neededByAll({ kinds }: Policy, units: number) {
	const need = { from: "policy", units } as const;
	return { need, kinds: kinds.map((kind) => ({ ...kind, need })) };
}

async function readPolicyFile(
	file: string,
): Promise<Reading<{ readonly json: Json; readonly policy: Policy }>> {
	const text = await readText(file);
	if (!text.ok) return text;
	let json: Json;
	try {
		json = JSON.parse(text.value);
	} catch (error) {
		const problem = error instanceof Error ? error.message : "";
		return {
			ok: false,
			messages: [t("{file}: this is not JSON ({problem}).", { file, problem })],
		};
	}
	const reading = readPolicy(json);
	return reading.ok
		? { ok: true, value: { json, policy: reading.policy } }
		: {
				ok: false,
				messages: reading.problems.map(
					({ path, problem }) => `${file}: ${path}: ${problem}`,
				),
			};
}
