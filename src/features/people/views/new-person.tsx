import { LinkButton } from "../../../ui/button.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { nothingOnRecord, type RecordChoices } from "../queries/record.ts";
import { RecordFields } from "./record-fields.tsx";

/** One person by hand; many come from a file. */
export function NewPersonPage({
	frame,
	choices,
	state,
}: {
	frame: Frame;
	choices: RecordChoices;
	state: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			title={t("Who is new here?")}
			lead={t(
				"A name and an e-mail address are enough. They are not told; you can invite them to sign in afterwards.",
			)}
			parent={{ label: t("People"), href: "/people" }}
			action={
				<LinkButton href="/people/import">{t("Import people")}</LinkButton>
			}
			width="measure"
		>
			<Form
				action="/people/new"
				submit={t("Add this person")}
				cancel={{ label: t("Not now"), href: "/people" }}
				state={state}
			>
				<RecordFields
					{...choices}
					facts={nothingOnRecord}
					readers={t(
						"Read by the person, program managers and administrators, and by pairing where a rule asks for it.",
					)}
				/>
			</Form>
		</Page>
	);
}
