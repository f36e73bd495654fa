import { MOST_PLACES } from "../../../domain/people/read-value.ts";
import { TagsField } from "../../../ui/choices.tsx";
import { Combobox, DateField, NumberField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { languageName } from "../language-name.ts";
import { markOf } from "../mark.ts";
import type { OwnAvailability } from "../queries/own.ts";

export function AvailabilityPage({
	frame,
	availability,
	today,
	state,
}: {
	frame: Frame;
	availability: OwnAvailability;
	today: string;
	state: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			title={t("When and in which languages can one talk to you?")}
			parent={{ label: t("About you"), href: "/me" }}
			width="measure"
		>
			<Form
				action="/me/availability"
				submit={t("Save")}
				cancel={{ label: t("Not now"), href: "/me" }}
				state={state}
			>
				<input type="hidden" name="seen" value={markOf(availability)} />
				<TagsField
					name="languages"
					label={t("Languages you can hold a conversation in")}
					audience="organisation"
					value={availability.languages.map(languageName)}
					suggestions={suggestedLanguages.map(languageName)}
				/>
				<Combobox
					name="time-zone"
					label={t("Time zone")}
					hint={t("A large city nearby will do.")}
					audience="organisation"
					value={availability.timeZone ?? ""}
					suggestions={Intl.supportedValuesOf("timeZone")}
				/>
				<NumberField
					name="capacity"
					label={t("How many mentees have you room for, over all programs?")}
					hint={t("Empty: each program asks you anew. 0: none at present.")}
					audience="organisation"
					value={availability.capacity ?? undefined}
					least={0}
					most={MOST_PLACES}
				/>
				<DateField
					name="paused-until"
					label={t("Pause until")}
					hint={t("Until that day nobody new is proposed to you.")}
					audience="organisation"
					value={availability.pausedUntil ?? ""}
					earliest={today}
				/>
			</Form>
		</Page>
	);
}

const suggestedLanguages =
	"ar cs da de en es fi fr hi hu it ja ko nl no pl pt ro ru sv tr uk vi zh".split(
		" ",
	);
