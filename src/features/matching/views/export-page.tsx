import { ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatList, t } from "../../../ui/text.ts";
import { ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Standing } from "../../programs/standing.ts";
import { commandOf } from "../export.ts";
import { columnName } from "../policy-names.ts";
import type { Round } from "../queries/rounds.ts";

export function ExportPage({
	frame,
	standing,
	round,
	columns,
	confidential,
}: {
	frame: Frame;
	standing: Standing;
	round: Round;
	/** What the tables hold; nothing before the first run. */
	columns: readonly string[] | undefined;
	confidential: readonly string[];
}) {
	const base = `/programs/${round.program}/rounds/${round.id}`;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Compute it yourself")}
			parent={{
				label: t("Round {number}", { number: round.number }),
				href: base,
			}}
			lead={t(
				"Everything the last run computed from, as files. Whoever has them gets the same pairs, and the fingerprint proves it.",
			)}
		>
			<ProgramTabs standing={standing} current="rounds" />
			{columns === undefined ? (
				<EmptyState title={t("Nothing was computed yet")}>
					{t("After the first run its files are here.")}
				</EmptyState>
			) : (
				<>
					<Section title={t("What the files hold")}>
						<p>
							{t(
								"The policy with all decisions, and for every person only what the policy compares: {columns}. No names: people appear by their ids.",
								{
									columns: formatList(columns.map(columnName)),
								},
							)}
						</p>
						{confidential.length > 0 && (
							<div class="notice attention">
								<Icon name="eye" />
								<p>
									{t(
										"Among it is what people told pairing in confidence: {columns}. So far it is shown to nobody. Whoever opens these files reads it. Everyone concerned sees in their record that you took them.",
										{
											columns: formatList(confidential.map(columnName)),
										},
									)}
								</p>
							</div>
						)}
						<ButtonForm action={`${base}/export`} weight="primary" icon="file">
							{t("Download the files")}
						</ButtonForm>
					</Section>
					<Section title={t("How to compute it")}>
						<p>{t("Unpack them, and run this in their folder:")}</p>
						<pre class="command">
							<code>{commandOf(round)}</code>
						</pre>
						<p>{t("The result must carry this fingerprint:")}</p>
						<p class="fingerprint">
							<code>{round.fingerprint}</code>
						</p>
					</Section>
				</>
			)}
		</Page>
	);
}
