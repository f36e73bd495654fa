import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Relationship } from "../queries.ts";

export function EndingPage({
	frame,
	relationship,
}: {
	frame: Frame;
	relationship: Relationship;
}) {
	const { id, firstName, programName } = relationship;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("End it with {name}?", { name: firstName })}
			parent={{
				label: t("You and {name}", { name: firstName }),
				href: `/relationships/${id}`,
			}}
		>
			<Section title={t("What happens")}>
				<ul class="steps-ahead">
					<li>
						{t(
							"It ends now, for both of you. {name} sees that it ended, not at whose word.",
							{ name: firstName },
						)}
					</li>
					<li>
						{t(
							"You give no reason. Afterwards you may say why, and need not; it is counted without you. The people who run {program} see only that it no longer runs.",
							{ program: programName },
						)}
					</li>
					<li>
						{t(
							"The place is free again; a next round can propose somebody else to each of you.",
						)}
					</li>
					<li>
						{t(
							"It cannot be taken back by a click. If you both want to go on later, a round can bring you together again.",
						)}
					</li>
				</ul>
				<Actions>
					<ButtonForm action={`/relationships/${id}/end`} weight="danger">
						{t("End this relationship")}
					</ButtonForm>
					<LinkButton weight="quiet" href={`/relationships/${id}`}>
						{t("Keep it")}
					</LinkButton>
				</Actions>
			</Section>
		</Page>
	);
}
