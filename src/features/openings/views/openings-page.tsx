import { LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDateTime, formatList, t } from "../../../ui/text.ts";
import type { OpenEpoch, Opening } from "../queries.ts";
import { standingKind, standingName } from "../words.ts";

export function OpeningsPage({
	frame,
	epochs,
	openings,
	timeZone,
}: {
	frame: Frame;
	epochs: readonly OpenEpoch[];
	openings: readonly Opening[];
	timeZone: string;
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("What custodians ask for")}
			parent={{
				label: t("Can your organisation open sealed notes?"),
				href: "/recovery",
			}}
			lead={t(
				"The two whose notes it is about, and the three custodians, see every step here. Nobody else does.",
			)}
		>
			{openings.length === 0 ? (
				<EmptyState title={t("Nothing was asked")}>
					{t(
						"When a custodian asks to open notes that you share, or asks you to agree, it stands here and on “Today”.",
					)}
				</EmptyState>
			) : (
				<Section title={t("Asked")}>
					<ul class="openings">
						{openings.map((opening) => (
							<li key={opening.id}>
								<p>
									<a href={`/recovery/openings/${opening.id}`}>
										{opening.isMember
											? t("Your notes with {names}", { names: opening.names })
											: t("The notes of {names}", { names: opening.names })}
									</a>
									<small>
										{t("{name}, {moment}", {
											name: opening.askerName,
											moment: formatDateTime(opening.askedAt, timeZone),
										})}
									</small>
								</p>
								<Status kind={standingKind(opening.standing)}>
									{standingName(opening.standing)}
								</Status>
							</li>
						))}
					</ul>
				</Section>
			)}
			{epochs.length > 0 && (
				<Section
					title={t("What two custodians can open together")}
					lead={t(
						"These people have agreed. You see that they did, and nothing of what they write.",
					)}
				>
					<ul class="openings">
						{epochs.map(({ relationship, epoch, names, begunAt, mayOpen }) => (
							<li key={`${relationship} ${epoch}`}>
								<p>
									{formatList(names)}
									<small>
										{t("since {moment}", {
											moment: formatDateTime(begunAt, timeZone),
										})}
									</small>
								</p>
								{mayOpen ? (
									<LinkButton
										weight="quiet"
										href={`/recovery/relationships/${relationship}?epoch=${epoch}`}
									>
										{t("Ask to open")}
									</LinkButton>
								) : (
									<Status kind="quiet">
										{t("not by you: one of their line, or an administrator")}
									</Status>
								)}
							</li>
						))}
					</ul>
				</Section>
			)}
		</Page>
	);
}
