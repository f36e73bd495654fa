import { ButtonForm, LinkButton, Actions } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import {
	personal,
	type RegisterRow,
} from "../../../platform/database/register/register.ts";
import { erasureWords } from "../../../platform/database/register/words.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, formatNumber, t } from "../../../ui/text.ts";
import type { ErasureRequest } from "../queries/erasures.ts";

type Props = {
	frame: Frame;
	/** How many rows there are of each table, as far as the person may see them. */
	counts: ReadonlyMap<string, number>;
	request: ErasureRequest;
};

export function ErasurePage(props: Props) {
	return (
		<Page
			frame={props.frame}
			title={t("What would go, and what would stay")}
			lead={t(
				"Being erased cannot be undone. You can no longer sign in, your running relationships end, and what is about you is deleted within a day. Copies in backups go when the backups do, within 35 days.",
			)}
			parent={{ label: t("Your data"), href: "/me/data" }}
		>
			<Standing request={props.request} />
			<Going
				title={t("What is deleted")}
				rows={personal.filter(({ erasure }) => erasure === "delete")}
				counts={props.counts}
			/>
			<Going
				title={t("What stays, without you in it")}
				rows={personal.filter(({ erasure }) => erasure !== "delete")}
				counts={props.counts}
			/>
			<Section title={t("Why anything stays")} layout="beside">
				<p>
					{t(
						"Others keep their own history: that they had a relationship, not with whom. The journal keeps that something was done, not by whom or about whom. A lottery can still be checked by its numbers. Figures about groups stay; you cannot be worked out from them.",
					)}
				</p>
			</Section>
		</Page>
	);
}

function Standing({ request }: Pick<Props, "request">) {
	if (request?.outcome === null)
		return (
			<Section
				title={t("You asked on {date}", { date: formatDate(request.asked_at) })}
				lead={t(
					"It waits for an administrator, who checks that nothing is lost that others depend on. Until then you can take it back.",
				)}
				layout="beside"
			>
				<ButtonForm action="/me/data/erasure/withdraw">
					{t("Take it back")}
				</ButtonForm>
			</Section>
		);
	return (
		<Section
			title={t("Ask to be erased")}
			lead={
				request?.outcome === "refused"
					? t("Your last request was refused: {reason}", {
							reason: request.reason ?? "",
						})
					: t("Take your data with you first: afterwards nobody has it.")
			}
			layout="beside"
		>
			<Actions>
				<ButtonForm action="/me/data/erasure" weight="danger">
					{t("Ask to be erased")}
				</ButtonForm>
				<LinkButton href="/me/data" weight="quiet">
					{t("Not now")}
				</LinkButton>
			</Actions>
		</Section>
	);
}

function Going({
	title,
	rows,
	counts,
}: {
	title: string;
	rows: readonly RegisterRow[];
	counts: ReadonlyMap<string, number>;
}) {
	return (
		<Section title={title}>
			<Table
				caption={title}
				captionUnseen
				rows={rows.filter(({ table }) => counts.get(table) !== 0)}
				rowKey={({ table }) => table}
				columns={[
					{
						key: "what",
						label: t("What"),
						cell: (row) => row.title?.() ?? row.table,
					},
					{
						key: "how",
						label: t("What becomes of it"),
						cell: ({ erasure }) => erasureWords(erasure),
					},
					{
						key: "count",
						label: t("There are"),
						kind: "number",
						cell: ({ table }) => {
							const count = counts.get(table);
							return count === undefined ? "–" : formatNumber(count);
						},
					},
				]}
			/>
		</Section>
	);
}
