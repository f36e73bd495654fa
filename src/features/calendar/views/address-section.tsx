import { Actions, ButtonForm } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import type { CalendarAddress } from "../queries.ts";
import { troubleWords } from "../trouble-words.ts";

export function AddressSection({
	address,
	zone,
	state,
}: {
	address: CalendarAddress | undefined;
	zone: string;
	state: FormState | undefined;
}) {
	return (
		<Section
			title={t("Your own calendar")}
			id="address"
			lead={t(
				"Let Baton read when you are busy from the calendar you keep elsewhere. It keeps from when until when, and neither titles nor places nor people.",
			)}
			layout="beside"
		>
			{address !== undefined && <Standing address={address} zone={zone} />}
			<Form
				action="/me/calendar/address"
				submit={
					address === undefined
						? t("Read this calendar")
						: t("Read another one")
				}
				weight="secondary"
				state={state}
				id="address"
			>
				<TextField
					name="address"
					label={t("Address of your calendar")}
					hint={t(
						"Your calendar program calls it a published calendar, a secret address or an iCal link. It begins with https:// or webcal://. It is stored encrypted and not shown again.",
					)}
					audience="you-alone"
					autocomplete="off"
					required
				/>
			</Form>
		</Section>
	);
}

function Standing({
	address: { host, readAt, trouble, coming },
	zone,
}: {
	address: CalendarAddress;
	zone: string;
}) {
	return (
		<>
			<p>
				<strong>{host}</strong>
			</p>
			{trouble !== null && (
				<p>
					<Status kind="attention">{troubleWords(trouble)}</Status>
				</p>
			)}
			<p>
				{readAt === null
					? trouble === null && (
							<Status kind="waiting">
								{t("Being read. Look again in a minute.")}
							</Status>
						)
					: t(
							"Read on {moment}: {count, plural, =0 {nothing to come} one {one busy time to come} other {# busy times to come}}.",
							{ moment: formatDateTime(readAt, zone), count: coming },
						)}
			</p>
			<Actions>
				<ButtonForm action="/me/calendar/address/read" weight="quiet">
					{t("Read it again now")}
				</ButtonForm>
				<ButtonForm action="/me/calendar/address/remove" weight="quiet">
					{t("Stop reading it, and forget what was read")}
				</ButtonForm>
			</Actions>
		</>
	);
}
