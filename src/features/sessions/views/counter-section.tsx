import { Actions, ButtonForm } from "../../../ui/button.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Counter } from "../queries/counters.ts";
import { timeText } from "../words.ts";

/** Other times that calendar programs of members propose, each settled with one press by somebody else. */
export function CounterSection({
	counters,
	visitor,
	zone,
}: {
	counters: readonly Counter[];
	visitor: string;
	zone: string;
}) {
	return (
		<>
			{counters.map(({ session, by, name, at }) =>
				by === visitor ? (
					<p key={by}>
						{t(
							"Your calendar proposed {moment} instead. The others are asked; you hear either way.",
							{ moment: timeText(at, zone) },
						)}
					</p>
				) : (
					<Section
						key={by}
						title={t("{name} proposes another time: {moment}", {
							name,
							moment: timeText(at, zone),
						})}
					>
						<CounterButtons action={`/sessions/${session}/counter`} at={at} />
					</Section>
				),
			)}
		</>
	);
}

/** Neither is hoped for more than the other. */
export function CounterButtons({ action, at }: { action: string; at: Date }) {
	const values = { at: String(at.getTime()) };
	return (
		<Actions>
			<ButtonForm action={action} values={{ ...values, answer: "move" }}>
				{t("Move it there")}
			</ButtonForm>
			<ButtonForm action={action} values={{ ...values, answer: "keep" }}>
				{t("Keep it as it is")}
			</ButtonForm>
		</Actions>
	);
}
