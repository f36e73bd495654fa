import { z } from "zod";
import { readPolicy } from "../../../domain/matching/read-policy.ts";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { factKinds } from "../../programs/queries/person-facts.ts";
import { enterProgram } from "../../programs/standing.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { remember } from "../commands/changes.ts";
import { resolveNow } from "../commands/resolve.ts";
import { savePolicy, startingPolicy } from "../commands/rounds.ts";
import {
	columnProblems,
	forEnrolled,
	type PolicyDocument,
	readDocument,
} from "../policy-document.ts";
import { readPolicyForm } from "../policy-form.ts";
import { findRound, lockRound, type Round } from "../queries/rounds.ts";
import { quickKinds } from "../round-plan.ts";
import type { RoundVisit } from "./round-visit.ts";
import { PolicyPage } from "../views/policy-page.tsx";

const managers = holdingIn("program", "program-manager");
const path = "/programs/:program/rounds/:round/policy";

const PolicyForm = z.record(
	z.string(),
	z.union([z.string(), z.array(z.string())]),
);

export const policyRoutes: readonly Route[] = [
	page(path, {
		allow: managers,
		what: "What counts in a round, and what must never be",
		show: (visit) => policyPage(visit),
	}),
	action(path, {
		allow: managers,
		what: "Change weights and rules of a round",
		form: PolicyForm,
		act: async (visit, typed) => {
			const { program } = await enterProgram(visit);
			const round = await lockRound(visit.tx, visit.params);
			const template = await startingPolicy(visit.db, program.template);
			const policy = readPolicyForm(round.policy, template, typed);
			const objective = objectiveOf(typed["objective"], round);
			await savePolicy(visit.tx, round, policy, objective);
			await planAround(visit, round, { policy, objective });
			return redirect(
				`/programs/${round.program}/rounds/${round.id}`,
				done(
					round.computedAt === null
						? t("The policy is kept.")
						: t(
								"The whole is planned anew under this policy. Nobody is told anything; one step takes it back.",
							),
				),
			);
		},
		again: (visit, state) => policyPage(visit, state),
	}),
	action(`${path}/import`, {
		allow: managers,
		what: "Take a policy from a file",
		form: z.object({}),
		act: async (visit) => {
			const round = await lockRound(visit.tx, visit.params);
			const policy = await readUpload(visit, visit.files["policy"]);
			await savePolicy(visit.tx, round, policy);
			await planAround(visit, round, { policy, objective: round.objective });
			return redirect(
				`/programs/${round.program}/rounds/${round.id}/policy`,
				done(t("The policy of the file is now the round’s.")),
			);
		},
		again: (visit, state) => policyPage(visit, state),
	}),
	action(`${path}/template`, {
		allow: managers,
		what: "Go back to the policy of the program's template",
		form: z.object({}),
		act: async (visit) => {
			const { program } = await enterProgram(visit);
			const round = await lockRound(visit.tx, visit.params);
			const policy = await startingPolicy(visit.db, program.template);
			await savePolicy(visit.tx, round, policy);
			await planAround(visit, round, { policy, objective: round.objective });
			return redirect(
				`/programs/${round.program}/rounds/${round.id}/policy`,
				done(t("The template’s policy is back.")),
			);
		},
	}),
];

/** A ratio is chosen on the board; here it is kept, or given up. */
function objectiveOf(
	typed: unknown,
	round: Pick<Round, "objective">,
): Round["objective"] {
	if (typed === "fair") return round.objective;
	return quickKinds.find((kind) => kind === typed) ?? "people";
}

/** Keeps a changed policy in the round's history, so that it can be tried out and taken back, and plans the whole anew under it. */
async function planAround(
	visit: Pick<RoundVisit, "visitor"> & { readonly tx: Tx },
	round: Round,
	is: {
		readonly policy: PolicyDocument;
		readonly objective: Round["objective"];
	},
): Promise<void> {
	await remember(visit.tx, round, {
		kind: "policy",
		detail: {
			policy: { was: round.policy, is: is.policy },
			objective: { was: round.objective, is: is.objective },
			ratio: {
				was: round.equityRatio,
				is: is.objective === "fair" ? round.equityRatio : null,
			},
		},
		by: visitorOf(visit).id,
	});
	if (round.computedAt !== null) await resolveNow(visit.tx, round.id);
}

async function policyPage(visit: RoundVisit, state?: FormState) {
	const standing = await enterProgram(visit);
	const round = await findRound(visit.db, visit.params);
	return show(
		<PolicyPage
			frame={visit.frame}
			standing={standing}
			round={round}
			state={state}
		/>,
	);
}

/** A policy from a file; every problem by its JSON path, and nothing changed. */
async function readUpload(
	visit: Pick<Visit, "db">,
	file: File | undefined,
): Promise<PolicyDocument> {
	if (file === undefined || file.size === 0)
		throw new Invalid({ policy: t("Choose a file.") });
	let json: unknown;
	try {
		json = JSON.parse(await file.text());
	} catch {
		throw new Invalid({ policy: t("This file is not JSON.") });
	}
	const reading = readPolicy(json);
	if (!reading.ok)
		throw new Invalid({
			policy: reading.problems
				.slice(0, 20)
				.map(({ path: at, problem }) => `${at}: ${problem}`)
				.join("\n"),
		});
	const known = await factKinds(visit.db);
	const problems = columnProblems(reading.policy, known);
	if (problems.length > 0)
		throw new Invalid({
			policy: problems
				.map(({ column, why, kind }) =>
					why === "unknown"
						? t(
								"$.columns[“{column}”]: Baton knows no such column; it knows {known}.",
								{
									column,
									known: Object.keys(known).join(", "),
								},
							)
						: t("$.columns[“{column}”]: here this is not of the kind {kind}.", {
								column,
								kind,
							}),
				)
				.join("\n"),
		});
	return forEnrolled(readDocument(json));
}
