import { DateField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { personName } from "../person-name.ts";
import type { PersonPageFacts } from "../queries/person.ts";

export function LeavePage({
	frame,
	person,
	today,
	consequences,
	state,
}: {
	frame: Frame;
	person: PersonPageFacts;
	today: string;
	consequences: readonly string[];
	state: FormState | undefined;
}) {
	const name = personName(person);
	return (
		<Page
			frame={frame}
			title={t("Has {name} left?", { name })}
			parent={{ label: name, href: `/people/${person.id}` }}
			width="measure"
		>
			<Form
				action={`/people/${person.id}/leave`}
				submit={t("Mark as left")}
				weight="danger"
				cancel={{ label: t("Not now"), href: `/people/${person.id}` }}
				state={state}
			>
				<ul>
					<li>{t("They are signed out everywhere at once.")}</li>
					<li>{t("Invitations to sign in that they have not used end.")}</li>
					<li>
						{t(
							"They no longer stand in the directory, unless leavers are asked for.",
						)}
					</li>
					{consequences.map((sentence) => (
						<li key={sentence}>{sentence}</li>
					))}
					<li>{t("What they wrote stays. You can take all of this back.")}</li>
				</ul>
				<DateField
					name="left-on"
					label={t("Their last day")}
					required
					value={today}
					latest={today}
				/>
			</Form>
		</Page>
	);
}
