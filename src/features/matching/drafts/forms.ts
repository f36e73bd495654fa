import { z } from "zod";
import { Invalid } from "../../../platform/http/refusal.ts";
import { t } from "../../../ui/text.ts";
import type { PolicyDocument } from "../policy-document.ts";
import { readPolicyForm, type Typed } from "../policy-form.ts";
import { planKinds } from "../plans.ts";
import type { Places, Settings } from "./settings.ts";

const Name = z
	.string()
	.trim()
	.min(1, { error: () => t("Give the draft a name.") })
	.max(80, { error: () => t("At most 80 characters.") });

export const BeginForm = z.object({
	name: Name,
	/** The draft it is a copy of; empty: the round as it is. */
	from: z.string().default(""),
});

export const AdoptForm = z.object({
	reason: z
		.string()
		.trim()
		.min(1, { error: () => t("Write why this draft is the one to adopt.") })
		.max(2000, { error: () => t("Keep the reason under 2,000 characters.") }),
	seen: z.coerce.number().int(),
	beside: z.string(),
});

/** Everything the settings of a draft send; what the policy's own fields hold is read by the policy form. */
export const SettingsForm = z.record(
	z.string(),
	z.union([z.string(), z.array(z.string())]),
);

export function placeField(mentor: string): string {
	return `places-${mentor}`;
}

const MOST_PLACES = 20;

/** What was typed, as settings. `offered`: the places each mentor offers. Messages by field where something makes no sense. */
export function readSettings(
	typed: Typed,
	{
		policy,
		template,
		offered,
	}: {
		readonly policy: PolicyDocument;
		readonly template: PolicyDocument;
		readonly offered: ReadonlyMap<string, number>;
	},
): {
	readonly name: string;
	readonly settings: Settings;
	readonly seen: number;
} {
	const errors: Record<string, string> = {};
	const name = Name.safeParse(typed["name"]);
	if (!name.success)
		errors["name"] =
			name.error.issues[0]?.message ?? t("Give the draft a name.");
	const places = readPlaces(typed, offered, errors);
	const aim = readAim(typed, errors);
	let read: PolicyDocument | undefined;
	try {
		read = readPolicyForm(policy, template, typed);
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		throw new Invalid({ ...errors, ...error.errors }, error.problem);
	}
	if (Object.keys(errors).length > 0 || !name.success)
		throw new Invalid(errors);
	return {
		name: name.data,
		seen: Number(typed["seen"]),
		settings: { ...aim, policy: read, places },
	};
}

function readAim(typed: Typed, errors: Record<string, string>) {
	const objective =
		planKinds.find((kind) => kind === typed["objective"]) ?? "people";
	const measure =
		typed["measure"] === "quality" ? ("quality" as const) : ("access" as const);
	const percent = Number(typed["ratio"]);
	const isRatio = Number.isInteger(percent) && percent >= 1 && percent <= 100;
	if (objective === "fair" && !isRatio)
		errors["ratio"] = t("Enter a whole number from 1 to 100.");
	return {
		objective,
		measure,
		ratio: objective === "fair" && isRatio ? percent * 10_000 : null,
	};
}

/** The difference to what each offers, with what is added for everyone. */
function readPlaces(
	typed: Typed,
	offered: ReadonlyMap<string, number>,
	errors: Record<string, string>,
): Places {
	const forAll = wholeOf(typed["everyone"] ?? "0");
	if (forAll === undefined || Math.abs(forAll) > 5)
		errors["everyone"] = t("Enter a whole number from −5 to 5.");
	const places = new Map<string, number>();
	for (const [mentor, offers] of offered) {
		const field = placeField(mentor);
		const wanted = wholeOf(typed[field] ?? String(offers));
		if (wanted === undefined || wanted < 0 || wanted > offers + MOST_PLACES) {
			errors[field] = t("Enter a whole number of places, 0 or more.");
			continue;
		}
		const extra = Math.max(-offers, wanted + (forAll ?? 0) - offers);
		const kept = Math.max(-MOST_PLACES, Math.min(MOST_PLACES, extra));
		if (kept !== 0) places.set(mentor, kept);
	}
	return places;
}

function wholeOf(value: Typed[string]): number | undefined {
	const text = typeof value === "string" ? value.trim().replace("−", "-") : "";
	return /^-?\d{1,3}$/u.test(text) ? Number(text) : undefined;
}
