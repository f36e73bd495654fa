import { Select } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Form } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { pauses } from "../reply/forms.ts";

/** "Not now", and no request for a while, in one press. */
export function PauseChoice({ action }: { action: string }) {
	return (
		<Disclosure summary={t("Not now, and no requests for a while")}>
			<Form
				id="pause"
				action={action}
				submit={t("Not now, and pause")}
				weight="secondary"
			>
				<input type="hidden" name="answer" value="not-now" />
				<Select
					name="pause"
					label={t("For how long?")}
					hint={t(
						"Over all programs. Whom you meet now you go on meeting; you can end the pause any day.",
					)}
					audience="program-managers"
					value="3"
					required
					choices={pauses.map((months) => ({
						value: months,
						label: t("{months, plural, one {One month} other {# months}}", {
							months: Number(months),
						}),
					}))}
				/>
			</Form>
		</Disclosure>
	);
}
