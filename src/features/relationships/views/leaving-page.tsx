import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Relationship } from "../queries.ts";

/** What leaving a circle does. */
export function LeavingPage({
	frame,
	relationship: { id, name },
}: {
	frame: Frame;
	relationship: Relationship;
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Leave “{name}”?", { name })}
			parent={{ label: name, href: `/relationships/${id}` }}
		>
			<Section title={t("What happens")}>
				<ul class="steps-ahead">
					<li>
						{t(
							"You are out of it now, and its sessions to come leave your calendar. Nobody asks why.",
						)}
					</li>
					<li>
						{t(
							"What you wrote to the others stays with them; you no longer read it. What you promised there is dropped.",
						)}
					</li>
					<li>
						{t(
							"The others go on. Where one alone would be left, the circle ends.",
						)}
					</li>
				</ul>
				<Actions>
					<ButtonForm action={`/relationships/${id}/end`} weight="danger">
						{t("Leave the circle")}
					</ButtonForm>
					<LinkButton weight="quiet" href={`/relationships/${id}`}>
						{t("Stay")}
					</LinkButton>
				</Actions>
			</Section>
		</Page>
	);
}
