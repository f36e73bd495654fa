import { z } from "zod";
import { type Side, sides } from "../../../domain/programs/enrolment.ts";
import { readRule } from "../../../domain/programs/read-rule.ts";
import { templateNamed } from "../../../domain/programs/templates.ts";
import {
	everyone,
	type FactKinds,
	type Rule,
} from "../../../domain/programs/rule.ts";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	type Reply,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import { t } from "../../../ui/text.ts";
import { adoptRule } from "../commands/programs.ts";
import { type AdoptedRule, adoptedVersions } from "../queries/eligibility.ts";
import { loadVocabulary, type Vocabulary } from "../queries/fact-words.ts";
import { judgeEveryone } from "../queries/judge.ts";
import { factKinds } from "../queries/person-facts.ts";
import type { Program } from "../queries/programs.ts";
import {
	changedDraft,
	draftOf,
	draftQuery,
	readDraft,
	type RuleDraft,
	ruleOf,
} from "../rule-draft.ts";
import { enterProgram, uuidIn } from "../standing.ts";
import { EligibilityPage } from "../views/eligibility.tsx";

const AdoptForm = z.object({
	side: z.enum(sides),
	rule: z.string(),
	from: z.coerce.number().int().min(0),
});

/** Who may take part: rules, looked at before they count. */
export const eligibilityPages: readonly Route[] = [
	page("/programs/:program/eligibility", {
		allow: holdingIn(
			"program",
			"program-manager",
			"committee-member",
			"analyst",
		),
		what: "The rules of admission; for program managers also a preview with the people in and out",
		show: (visit) => eligibilityPage(visit),
	}),
	action("/programs/:program/eligibility", {
		allow: holdingIn("program", "program-manager"),
		what: "Adopt rules of admission",
		form: AdoptForm,
		act: async (visit, { side, rule, from }) => {
			const program = uuidIn(visit.params.program);
			const reading = readRule(parsed(rule), await factKinds(visit.db));
			if (!reading.ok)
				throw new Conflict(
					t(
						"These rules speak of something that no longer exists. Look at them once more.",
					),
				);
			const version = await adoptRule(visit.tx, program, {
				side,
				rule: reading.rule,
				from,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/programs/${program}/eligibility?side=${side}`,
				done(t("Version {version} of the rules is in force.", { version })),
			);
		},
	}),
];

async function eligibilityPage(
	visit: Visit<"/programs/:program/eligibility">,
): Promise<Reply> {
	const standing = await enterProgram(visit);
	const { program, manages } = standing;
	const kinds = await factKinds(visit.db);
	const vocabulary = await loadVocabulary(visit.db);
	const asked = visit.query.get("side");
	const all = await adoptedVersions(visit.db, program.id, kinds);
	const side = sides.find((each) => each === asked) ?? sideToDo(all);
	const versions = all.filter((version) => version.side === side);
	const typed = readDraft(visit.query);
	const button = visit.query.get("do");
	// Adding and taking away leave a clean address, so that going on to another page of people does not do it again.
	if (typed && button !== null && button !== "preview") {
		const changed = changedDraft(typed, visit.query, kinds);
		return redirect(
			`${visit.frame.path.split("?")[0]}?${draftQuery(changed, { side })}`,
		);
	}
	const start = beginning({ program, side, versions, kinds, vocabulary });
	const draft = typed ?? start.draft;
	const reading =
		draft === undefined ? undefined : ruleOf(draft, kinds, vocabulary);
	const rule = reading?.ok ? reading.rule : undefined;
	return show(
		<EligibilityPage
			frame={visit.frame}
			standing={standing}
			facts={{
				side,
				versions,
				kinds,
				vocabulary,
				draft,
				source: isInForce(rule, versions)
					? "in-force"
					: typed
						? "typed"
						: start.source,
				wrong: reading?.ok === false ? reading.wrong : [],
				rule: manages ? rule : undefined,
				judged:
					manages && rule
						? await judgeEveryone(visit.db, { rule, kinds, today: visit.today })
						: undefined,
			}}
		/>,
	);
}

// The form opens on what is in force, or on what the template suggests.
function beginning({
	program,
	side,
	versions: [current],
	kinds,
	vocabulary,
}: {
	readonly program: Program;
	readonly side: Side;
	readonly versions: readonly AdoptedRule[];
	readonly kinds: FactKinds;
	readonly vocabulary: Vocabulary;
}): { draft: RuleDraft | undefined; source: "in-force" | "template" } {
	if (current !== undefined)
		return { draft: draftOf(current.rule, vocabulary), source: "in-force" };
	const { grade } = kinds;
	const scale = grade?.kind === "ordered" ? grade.scale : [];
	const suggested = templateNamed(program.template)?.eligibility(scale)[side];
	return {
		draft: draftOf(suggested ?? everyone, vocabulary),
		source: "template",
	};
}

function sideToDo(versions: readonly { readonly side: Side }[]): Side {
	return (
		sides.find((side) => !versions.some((version) => version.side === side)) ??
		"mentor"
	);
}

function isInForce(
	rule: Rule | undefined,
	[current]: readonly AdoptedRule[],
): boolean {
	return (
		current !== undefined &&
		JSON.stringify(rule) === JSON.stringify(current.rule)
	);
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
