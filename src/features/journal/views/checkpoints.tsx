import { LinkButton } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDateTime, formatNumber, t } from "../../../ui/text.ts";
import type { StoredCheckpoint } from "../queries.ts";

type Props = {
	frame: Frame;
	standing: { readonly size: number; readonly waiting: number };
	checkpoints: readonly StoredCheckpoint[];
	verifier: string;
	timeZone: string;
};

export function CheckpointsPage(props: Props) {
	const [newest] = props.checkpoints;
	return (
		<Page
			frame={props.frame}
			title={t("Has the journal been touched?")}
			lead={t(
				"Every minute the new entries are sealed: each changes one number that stands for all of them. A checkpoint states that number, signed. Kept where the database cannot reach it, it gives away every later change, even one by whoever runs the server.",
			)}
			parent={{ label: t("Journal"), href: "/administration/journal" }}
			action={
				newest && (
					<LinkButton
						href="/administration/journal/checkpoint.txt"
						weight="primary"
						download
					>
						{t("Download the newest checkpoint")}
					</LinkButton>
				)
			}
		>
			{newest === undefined ? (
				<EmptyState title={t("No checkpoint yet")}>
					{t("The first one is made within a minute after something was done.")}
				</EmptyState>
			) : (
				<Newest {...props} newest={newest} />
			)}
			{newest && <HowToCheck verifier={props.verifier} />}
			{newest && <Earlier {...props} />}
		</Page>
	);
}

function Newest({
	newest,
	standing,
	timeZone,
}: Props & { newest: StoredCheckpoint }) {
	return (
		<Section title={t("The newest checkpoint")} layout="beside">
			<DescriptionList
				items={[
					{
						term: t("Entries sealed"),
						text: formatNumber(standing.size),
						source: formatDateTime(newest.at, timeZone),
					},
					{
						term: t("Entries waiting"),
						text: formatNumber(standing.waiting),
						source: t("They are sealed within a minute."),
					},
				]}
			/>
			<pre class="record">{newest.note.trimEnd()}</pre>
		</Section>
	);
}

function HowToCheck({ verifier }: { verifier: string }) {
	return (
		<Section
			title={t("How to check")}
			lead={t(
				"On the server, or on any machine that may read the database as its owner.",
			)}
			layout="beside"
		>
			<ol>
				<li>
					{t(
						"Take a checkpoint from outside: from a weekly mail, or one downloaded here earlier. The older it is, the more of the past it vouches for; the newer, the more it covers.",
					)}
				</li>
				<li>
					{t("Let Baton read the whole journal and compare:")}
					<pre class="record">
						./baton check-journal --checkpoint checkpoint.txt
					</pre>
				</li>
				<li>
					{t(
						"Its answer names the first entry that was changed, removed, inserted or moved, if there is one.",
					)}
				</li>
			</ol>
			<p>
				{t(
					"Other tools can check the signature: the form is that of transparency logs, and the key is",
				)}
			</p>
			<pre class="record">{verifier}</pre>
		</Section>
	);
}

function Earlier({ checkpoints, timeZone }: Props) {
	return (
		<Section
			title={t("Earlier checkpoints")}
			lead={t(
				"Every Monday the newest goes by mail to administrators and analysts.",
			)}
		>
			<Table
				caption={t("Earlier checkpoints")}
				captionUnseen
				rows={checkpoints}
				rowKey={({ size }) => size}
				columns={[
					{
						key: "when",
						label: t("When"),
						cell: ({ at }) => formatDateTime(at, timeZone),
					},
					{
						key: "size",
						label: t("Entries"),
						kind: "number",
						cell: ({ size }) => formatNumber(Number(size)),
					},
					{
						key: "sent",
						label: t("Sent by mail"),
						kind: "date",
						cell: ({ sentAt }) =>
							sentAt === null ? "–" : formatDateTime(sentAt, timeZone),
					},
				]}
			/>
		</Section>
	);
}
