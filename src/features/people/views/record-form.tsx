import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { markOf } from "../mark.ts";
import type { RecordChoices, RecordFacts } from "../queries/record.ts";
import { RecordFields } from "./record-fields.tsx";

export function RecordFormPage({
	frame,
	id,
	facts,
	choices,
	state,
}: {
	frame: Frame;
	id: string;
	facts: RecordFacts;
	choices: RecordChoices;
	state: FormState | undefined;
}) {
	const name = `${facts.firstName} ${facts.lastName}`.trim();
	return (
		<Page
			frame={frame}
			title={t("What should HR’s record say?")}
			lead={t(
				"{name} can read all of it and sees that it was changed. What an import says later replaces it.",
				{ name },
			)}
			parent={{ label: name, href: `/people/${id}` }}
			width="measure"
		>
			<Form
				action={`/people/${id}/record`}
				submit={t("Save the record")}
				cancel={{ label: t("Not now"), href: `/people/${id}/record` }}
				state={state}
			>
				<input type="hidden" name="seen" value={markOf(facts)} />
				<RecordFields
					{...choices}
					facts={facts}
					readers={t(
						"Read by {name}, program managers and administrators, and by pairing where a rule asks for it.",
						{ name },
					)}
				/>
			</Form>
		</Page>
	);
}

/** The person and the offices that keep records. */
export function recordReaders() {
	return {
		who: "office-holders",
		offices: [t("those who keep records (program managers, administrators)")],
	} as const;
}
