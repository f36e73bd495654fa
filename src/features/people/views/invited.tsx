import { LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { personName } from "../person-name.ts";
import type { PersonPageFacts } from "../queries/person.ts";

/** Shown once, to whoever made the link: it is kept nowhere. */
export function InvitedPage({
	frame,
	person,
	link,
}: {
	frame: Frame;
	person: PersonPageFacts;
	link: string;
}) {
	return (
		<Page
			frame={frame}
			title={t("Give this link to {name}", { name: personName(person) })}
			lead={t(
				"No mail server is set up, so nothing was sent. The link is shown only now and to you alone; it works once, within fourteen days.",
			)}
			parent={{ label: personName(person), href: `/people/${person.id}` }}
			width="measure"
		>
			<Stack>
				<p>
					<label class="label" for="invitation-link">
						{t("Invitation link")}
					</label>
					<input
						class="input"
						id="invitation-link"
						type="text"
						readOnly
						value={link}
					/>
				</p>
				<p class="hint">
					{t(
						"Whoever opens it can sign in as {name}. Hand it over in person or by a message only they read.",
						{ name: personName(person) },
					)}
				</p>
				<p>
					<LinkButton href={`/people/${person.id}`}>
						{t("I have copied it")}
					</LinkButton>
				</p>
			</Stack>
		</Page>
	);
}
