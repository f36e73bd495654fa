import { Checkbox, Select } from "../../../ui/choices.tsx";
import {
	Combobox,
	EmailField,
	PasswordField,
	TextField,
} from "../../../ui/fields.tsx";
import {
	FieldGroup,
	FieldRow,
	Form,
	type FormState,
} from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { locales, t } from "../../../ui/text.ts";
import { shortestPassword } from "../password.ts";

export function SetUpPage({
	frame,
	state,
	timeZone,
}: {
	frame: Frame;
	state?: FormState | undefined;
	timeZone: string;
}) {
	return (
		<PlainPage
			frame={frame}
			title={t("Set up your organisation")}
			lead={t(
				"One organisation, one administrator. Everything here can be changed later.",
			)}
		>
			<Form action="/set-up" submit={t("Set up Baton")} state={state}>
				<FieldGroup legend={t("The organisation")}>
					<TextField
						name="organisation"
						label={t("Name of the organisation")}
						autocomplete="organization"
						audience="organisation"
						required
					/>
					<FieldRow>
						<Combobox
							name="time-zone"
							label={t("Time zone")}
							value={timeZone}
							suggestions={Intl.supportedValuesOf("timeZone")}
							required
						/>
						<Select
							name="locale"
							label={t("Language")}
							value={frame.locale}
							choices={locales.map(({ locale, label }) => ({
								value: locale,
								label,
							}))}
							required
						/>
					</FieldRow>
				</FieldGroup>
				<FieldGroup legend={t("You, its first administrator")}>
					<FieldRow>
						<TextField
							name="first-name"
							label={t("First name")}
							autocomplete="given-name"
							audience="organisation"
							required
						/>
						<TextField
							name="last-name"
							label={t("Last name")}
							autocomplete="family-name"
							audience="organisation"
							required
						/>
					</FieldRow>
					<EmailField
						name="email"
						label={t("E-mail address")}
						audience="organisation"
						required
					/>
					<PasswordField
						name="password"
						label={t("Password")}
						hint={t(
							"At least {length} characters. Four random words are a good one.",
							{ length: shortestPassword },
						)}
						isNew
						required
					/>
					<Checkbox
						name="runs-program"
						label={t("I will also run the mentoring program")}
						hint={t(
							"Makes you program manager as well. An administrator alone sees no one’s development data.",
						)}
						checked
					/>
				</FieldGroup>
			</Form>
		</PlainPage>
	);
}
