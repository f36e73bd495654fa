import { NumberField } from "../../../ui/fields.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { mentorKindMeaning, mentorKindName } from "../mentor-kinds.ts";
import type { PolicyDocument } from "../policy-document.ts";
import { kindField, kindsShown } from "../policy-kinds.ts";

/** How many mentors of each kind a mentee is to have. */
export function Kinds({ policy }: { policy: PolicyDocument }) {
	return (
		<Section
			title={t("Kinds of mentors")}
			layout="beside"
			lead={t(
				"How many mentors of each kind a mentee is to have. Everyone’s first mentor comes before anyone’s second, then every mentor’s first mentee before anyone’s second; a mentor’s places are shared by all kinds, and nobody is paired twice with the same person. With one primary mentor alone, the enrolments say how many. Between groups, access counts first mentors and the mean of points all of a mentee’s mentors; the worst pair is each kind’s own.",
			)}
		>
			{kindsShown(policy).map(({ name, need }) => (
				<NumberField
					key={name}
					name={kindField(name)}
					label={withCapital(mentorKindName(name))}
					hint={mentorKindMeaning(name)}
					value={need}
					least={0}
					step={1}
					unit={t("for each mentee")}
					required
				/>
			))}
		</Section>
	);
}

/** Beside a pair a kind stands within a line, here at its beginning. */
function withCapital(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
