import { z } from "zod";
import { type Locale, locales, t } from "../../ui/text.ts";
import { programStepRoles } from "./queries/program-steps.ts";

export const longestLabel = 120;
export const longestHint = 300;
const longestLink = 500;

const line = (most: number) =>
	z
		.string()
		.trim()
		.max(most, {
			error: () => t("At most {count} characters.", { count: most }),
		})
		.default("");

const texts = {
	"label-en": line(longestLabel),
	"hint-en": line(longestHint),
	"label-de": line(longestLabel),
	"hint-de": line(longestHint),
};

export const ProgramStepForm = z
	.object({
		role: z.enum(programStepRoles, {
			error: () => t("Choose who it is for."),
		}),
		...texts,
		link: line(longestLink).refine((text) => text === "" || isPlace(text), {
			error: () =>
				t(
					"Give the whole address, beginning with https://, or a page of Baton, beginning with /.",
				),
		}),
		"without-file": z.literal("yes").optional(),
	})
	.superRefine((form, context) => {
		const isNamed = locales.some(
			({ locale }) => form[`label-${locale}`] !== "",
		);
		if (!isNamed)
			context.addIssue({
				code: "custom",
				path: ["label-en"],
				message: t(
					"Say in a few words what there is to do, in one language at least.",
				),
			});
		for (const { locale } of locales)
			if (
				isNamed &&
				form[`label-${locale}`] === "" &&
				form[`hint-${locale}`] !== ""
			)
				context.addIssue({
					code: "custom",
					path: [`label-${locale}`],
					message: t("Say in a few words what there is to do."),
				});
	})
	.transform((form) => ({
		role: form.role,
		link: form.link === "" ? null : form.link,
		isWithoutFile: form["without-file"] === "yes",
		words: Object.fromEntries(
			locales
				.filter(({ locale }) => form[`label-${locale}`] !== "")
				.map(({ locale }): [Locale, { label: string; hint: string }] => [
					locale,
					{ label: form[`label-${locale}`], hint: form[`hint-${locale}`] },
				]),
		),
	}));

export const MoveStepForm = z.object({ direction: z.enum(["up", "down"]) });

function isPlace(text: string): boolean {
	if (text.startsWith("/")) return !/^\/[/\\]/.test(text);
	return URL.canParse(text) && new URL(text).protocol === "https:";
}
