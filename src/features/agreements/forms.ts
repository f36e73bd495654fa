import { z } from "zod";
import {
	type AgreementSection,
	type AgreementText,
	agreementTopics,
	checkAgreement,
	mostSections,
} from "../../domain/relationships/agreement.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { t } from "../../ui/text.ts";
import { problemSentence } from "./words.ts";

const whole = z
	.string()
	.regex(/^\d{1,6}$/)
	.transform(Number);

const typedTexts = z.record(z.string(), z.unknown());

/** A heading and a text area with one clause a line, as often as there are sections. Where both are empty there is no section. */
export const DraftForm = typedTexts.transform((typed, context) => {
	const revision = whole.safeParse(typed["revision"]);
	if (!revision.success) {
		context.addIssue({
			code: "custom",
			message: t("Open the page once more."),
		});
		return z.NEVER;
	}
	return {
		revision: revision.data,
		isToPublish: typed["next"] === "publish",
		sections: sectionsIn(typed),
	};
});

type PlacedSection = AgreementSection & { readonly place: number };

function sectionsIn(typed: Readonly<Record<string, unknown>>): PlacedSection[] {
	return Array.from({ length: mostSections }, (_, place) => ({
		place,
		heading: oneLine(typed[`heading-${place}`]),
		clauses: textOf(typed[`clauses-${place}`])
			.split("\n")
			.map(oneLine)
			.filter((line) => line !== ""),
	})).filter(({ heading, clauses }) => heading !== "" || clauses.length > 0);
}

function oneLine(text: unknown): string {
	return textOf(text).replace(/\s+/g, " ").trim();
}

function textOf(typed: unknown): string {
	return typeof typed === "string" ? typed : "";
}

/** The text in a form's input, complete or refused at its fields. */
export function textIn(sections: readonly PlacedSection[]): AgreementText {
	const text = {
		sections: sections.map(({ heading, clauses }) => ({ heading, clauses })),
	};
	const errors: Record<string, string> = {};
	for (const problem of checkAgreement(text)) {
		const place =
			"section" in problem ? (sections[problem.section]?.place ?? 0) : 0;
		const part = /heading|empty|sections/.test(problem.why)
			? "heading"
			: "clauses";
		errors[`${part}-${place}`] ??= problemSentence(problem);
	}
	if (Object.keys(errors).length > 0) throw new Invalid(errors);
	return text;
}

export const PublishForm = z
	.object({
		revision: whole,
		after: whole,
		again: z.enum(["yes", "no"], {
			error: () => t("Choose one of the two."),
		}),
		reason: z
			.string()
			.trim()
			.max(300, {
				error: () => t("Keep to {count} characters.", { count: 300 }),
			})
			.default(""),
	})
	.refine(({ again, reason }) => again === "yes" || reason !== "", {
		path: ["reason"],
		error: () => t("Say in a sentence why nobody needs to be asked again."),
	});

export const StarterForm = z.object({
	language: z.enum(["en", "de"], { error: () => t("Choose a language.") }),
});

/** Ticked texts with the version that was on the page. */
export const AcceptForm = z
	.record(z.string(), z.unknown())
	.transform((typed) =>
		agreementTopics.flatMap((topic) => {
			const version = whole.safeParse(typed[`version-${topic}`]);
			return typed[`accept-${topic}`] === "yes" && version.success
				? { topic, version: version.data }
				: [];
		}),
	)
	.refine((accepted) => accepted.length > 0, {
		error: () => t("Tick what you accept."),
	});

export const ClauseForm = z.object({
	words: z
		.string()
		.transform((text) => text.replace(/\s+/g, " ").trim())
		.pipe(
			z
				.string()
				.min(1, { error: () => t("Write what the two of you promise.") })
				.max(400, {
					error: () => t("Keep to {count} characters.", { count: 400 }),
				}),
		),
});
