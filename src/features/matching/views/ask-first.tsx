import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import type { Proposal } from "../queries/proposal.ts";

/** A question before an answer, where both are asked; open again where it was sent back. */
export function AskFirst({
	action,
	proposal: { asked, partner },
	state,
}: {
	/** Where an answer is sent. */
	action: string;
	proposal: Proposal;
	state: FormState | undefined;
}) {
	const name = partner.firstName;
	if (asked !== "both") return null;
	return (
		<Disclosure
			summary={t("Ask {name} something first", { name })}
			isOpen={state !== undefined}
		>
			<Form
				action={action}
				submit={t("Pass it on")}
				weight="secondary"
				state={state}
			>
				<input type="hidden" name="answer" value="ask-me-more" />
				<TextArea
					name="question"
					label={t("What would you like to know?")}
					hint={t(
						"{name} reads it in Baton and can answer you by mail. You can still say yes or not now.",
						{ name },
					)}
					audience="proposed-partner"
					rows={3}
					maxLength={500}
					required
				/>
			</Form>
		</Disclosure>
	);
}
