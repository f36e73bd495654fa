import { Actions, ButtonForm } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";

/** `address`: only right after it was made. */
export function FeedPage({
	frame,
	since,
	address,
}: {
	frame: Frame;
	since: Date | undefined;
	address: string | undefined;
}) {
	return (
		<Page
			frame={frame}
			title={t("Your sessions in your own calendar")}
			parent={{
				label: t("When you can be asked to meet"),
				href: "/me/calendar",
			}}
			width="measure"
			lead={t(
				"Invitations come by mail. A calendar feed is another way: your calendar program reads from an address of your own when your sessions and roundtables are. It says “Mentoring session” or “Roundtable” and the time, and neither with whom nor where nor what about.",
			)}
		>
			{address !== undefined && (
				<Section title={t("The address")}>
					<p>
						<code class="feed-address">{address}</code>
					</p>
					<p>
						{t(
							"Copy it now into your calendar program, where it subscribes to a calendar from the internet. It is not shown again, and whoever has it reads when your sessions are.",
						)}
					</p>
				</Section>
			)}
			<Section title={address === undefined ? t("The address") : t("Later")}>
				<p>
					{since === undefined
						? t("There is none yet.")
						: t(
								"There is one since {day}. A new one takes its place, and the old one then opens nothing.",
								{ day: formatDate(since) },
							)}
				</p>
				<Actions>
					<ButtonForm
						action="/me/calendar/feed"
						weight={since === undefined ? "primary" : "secondary"}
					>
						{since === undefined
							? t("Make the address")
							: t("Make a new address")}
					</ButtonForm>
					{since !== undefined && (
						<ButtonForm action="/me/calendar/feed/end" weight="quiet">
							{t("Let nobody read it any more")}
						</ButtonForm>
					)}
				</Actions>
			</Section>
		</Page>
	);
}
