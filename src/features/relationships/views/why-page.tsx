import { sayableReasons } from "../../../domain/relationships/ending-reasons.ts";
import { RadioGroup } from "../../../ui/choices.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { reasonSentence } from "../endings/reason-words.ts";
import type { Relationship } from "../queries.ts";

/** A question that nobody needs to answer, on a page of its own. */
export function WhyPage({
	frame,
	relationship: { id, firstName, programName },
	state,
}: {
	frame: Frame;
	relationship: Relationship;
	state?: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Would you like to say why?")}
			lead={t(
				"You need not. If you do, it helps those who run {program} to do better, without their learning that it was you.",
				{ program: programName },
			)}
			parent={{
				label: t("You and {name}", { name: firstName }),
				href: `/relationships/${id}`,
			}}
		>
			<Form
				action={`/relationships/${id}/why`}
				submit={t("Answer")}
				cancel={{ label: t("Not now"), href: `/relationships/${id}` }}
				state={state}
			>
				<RadioGroup
					name="reason"
					label={t("What comes nearest")}
					audience="groups-of-five"
					hint={t(
						"Counted twice a year with what others said, and kept apart from you and from {name}. What fewer than five said is never shown.",
						{ name: firstName },
					)}
					value="none"
					required
					choices={[
						{ value: "none", label: t("I would rather not say.") },
						...sayableReasons.map((reason) => ({
							value: reason,
							label: reasonSentence(reason),
						})),
					]}
				/>
			</Form>
		</Page>
	);
}
