import type { Slots } from "../../../domain/calendar/slots.ts";
import { ButtonForm, Actions, Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { DayAndTime } from "../../../ui/day-and-time.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Member } from "../../relationships/company-queries.ts";
import { timeText } from "../words.ts";

export type Choosing = {
	readonly action: string;
	/** What the form says beside the time. */
	readonly values: Readonly<Record<string, string>>;
	readonly zone: string;
	readonly others: readonly Pick<Member, "first" | "zone">[];
	readonly slots: Slots;
	readonly today: string;
	/** Whether one may choose to move all that follow. */
	readonly following?: boolean;
	readonly state?: FormState | undefined;
};

/** Times that suit everyone, one tap each; and a time of one's own. */
export function TimeChoice(props: Choosing) {
	const { slots } = props;
	return (
		<>
			{slots.ok ? (
				<ul class="slots">
					{slots.slots.map(({ from }) => (
						<li key={from}>
							<SlotButtons {...props} from={from} />
						</li>
					))}
				</ul>
			) : (
				<EmptyState title={t("No time in the next weeks suits you all")}>
					{slots.why === "no-common-hours"
						? t(
								"Your working hours never overlap long enough. Choose a time yourselves, or a shorter session.",
							)
						: t(
								"Everything is taken or kept free. Choose a time yourselves, or a shorter session.",
							)}
				</EmptyState>
			)}
			<OwnTime {...props} />
		</>
	);
}

function SlotButtons({
	action,
	values,
	zone,
	others,
	following,
	from,
}: Choosing & { readonly from: number }) {
	return (
		<>
			<ButtonForm
				action={action}
				values={{ ...values, at: String(from), which: "one" }}
			>
				{timeText(from, zone, others)}
			</ButtonForm>
			{following === true && (
				<ButtonForm
					action={action}
					values={{ ...values, at: String(from), which: "following" }}
					weight="quiet"
				>
					{t("and all that follow")}
					<span class="unseen">: {timeText(from, zone)}</span>
				</ButtonForm>
			)}
		</>
	);
}

function OwnTime({ action, values, zone, today, following, state }: Choosing) {
	return (
		<Section title={t("Another time")}>
			<Disclosure
				summary={t("Choose a day and a time yourselves")}
				isOpen={state !== undefined}
			>
				<Form action={action} state={state}>
					{Object.entries(values).map(([name, value]) => (
						<input key={name} type="hidden" name={name} value={value} />
					))}
					<DayAndTime zone={zone} earliest={today} />
					{following === true && (
						<RadioGroup
							name="which"
							label={t("What moves")}
							value="one"
							required
							choices={[
								{ value: "one", label: t("This session alone") },
								{
									value: "following",
									label: t("This one and all that follow"),
								},
							]}
						/>
					)}
					<Actions>
						<Button weight="secondary">{t("Take this time")}</Button>
					</Actions>
				</Form>
			</Disclosure>
		</Section>
	);
}
