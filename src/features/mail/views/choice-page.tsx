import type { MailChoice } from "../../../domain/mail/sending.ts";
import { letterTopics } from "../../../domain/mail/topic.ts";
import { Audience } from "../../../ui/audience.tsx";
import { ButtonForm } from "../../../ui/button.tsx";
import { CheckboxGroup, RadioGroup, Select } from "../../../ui/choices.tsx";
import {
	FieldGroup,
	FieldRow,
	Form,
	type FormState,
} from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Trouble } from "../queries.ts";
import {
	hourName,
	topicDetail,
	topicName,
	wayName,
	weekdayName,
} from "../words.ts";

type ChoicePageProps = {
	frame: Frame;
	choice: MailChoice;
	trouble: Trouble | undefined;
	state: FormState | undefined;
};

/** When mail comes, and about what. */
export function ChoicePage({ frame, choice, trouble, state }: ChoicePageProps) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("When Baton may write to you")}
			parent={{ label: t("About you"), href: "/me" }}
			lead={t(
				"Times are those of {zone}, your time zone. Everything that comes by mail also stands on Today; nothing is lost by having less of it.",
				{ zone: choice.zone.replaceAll("_", " ") },
			)}
		>
			{trouble !== undefined && <TroubleSection trouble={trouble} />}
			<Form
				action="/me/mail"
				submit={t("Keep this")}
				state={state}
				cancel={{ label: t("Leave it as it is"), href: "/me" }}
			>
				<p>
					<Audience of="you-alone" />
				</p>
				<DigestFields choice={choice} locale={frame.locale} />
				<QuietFields choice={choice} locale={frame.locale} />
				<TopicFields choice={choice} />
			</Form>
		</Page>
	);
}

function TroubleSection({ trouble }: { trouble: Trouble }) {
	return (
		<Section title={t("Mail to you comes back")}>
			<p>
				<Status kind="attention">
					{t("since {day}", { day: formatDate(trouble.since) })}
				</Status>{" "}
				{t(
					"The mail server says that {address} takes no mail, so nothing more is sent there. If the address is wrong, HR or whoever runs the program corrects it; if it works again, say so.",
					{ address: trouble.address },
				)}
			</p>
			<ButtonForm action="/me/mail/works">{t("It works again")}</ButtonForm>
		</Section>
	);
}

function DigestFields({ choice, locale }: Fields) {
	const { times } = choice;
	return (
		<FieldGroup
			legend={t("The digest")}
			hint={t(
				"One mail with what waits for you, how long it takes, and links. It comes when there is something new; what still waits is said again after four weeks.",
			)}
		>
			<RadioGroup
				name="digest"
				required
				label={t("How often")}
				value={times.digest}
				layout="row"
				choices={[
					{ value: "daily", label: t("Every day") },
					{ value: "weekly", label: t("Every week") },
					{ value: "never", label: t("Never") },
				]}
			/>
			<FieldRow>
				<Select
					name="digestWeekday"
					required
					label={t("On, if weekly")}
					value={String(times.digestWeekday)}
					choices={weekdays(locale)}
				/>
				<Select
					name="digestHour"
					required
					label={t("At")}
					value={String(times.digestHour)}
					choices={hours}
				/>
			</FieldRow>
		</FieldGroup>
	);
}

function QuietFields({ choice, locale }: Fields) {
	const { times } = choice;
	return (
		<FieldGroup
			legend={t("Quiet hours")}
			hint={t(
				"What can wait comes when they are over. The same hour twice means none.",
			)}
		>
			<FieldRow>
				<Select
					name="quietFrom"
					required
					label={t("From")}
					value={String(times.quietFrom)}
					choices={hours}
				/>
				<Select
					name="quietUntil"
					required
					label={t("Until")}
					value={String(times.quietUntil)}
					choices={hours}
				/>
			</FieldRow>
			<CheckboxGroup
				name="quietDays"
				label={t("Quiet all day on")}
				layout="columns"
				value={times.quietDays.map(String)}
				choices={weekdays(locale)}
			/>
		</FieldGroup>
	);
}

function TopicFields({ choice }: { choice: MailChoice }) {
	return (
		<FieldGroup legend={t("What about")}>
			{letterTopics.map((topic) => (
				<RadioGroup
					key={topic}
					name={topic}
					required
					label={topicName(topic)}
					hint={topicDetail(topic)}
					layout="row"
					value={choice.ways[topic] ?? "mail"}
					choices={(topic === "sessions"
						? (["mail", "never"] as const)
						: (["mail", "digest", "never"] as const)
					).map((way) => ({ value: way, label: wayName(way) }))}
				/>
			))}
			<p>
				{topicName("account")}
				<br />
				<span class="hint">{topicDetail("account")}</span>
			</p>
		</FieldGroup>
	);
}

type Fields = { choice: MailChoice; locale: string };

function weekdays(locale: string) {
	return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
		value: String(day),
		label: weekdayName(day, locale),
	}));
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
	value: String(hour),
	label: hourName(hour),
}));
