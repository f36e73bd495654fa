import type { LotteryRecord } from "../../../domain/programs/lottery-record.ts";
import {
	type Description,
	DescriptionList,
} from "../../../ui/description-list.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Lottery } from "../queries/lottery.ts";

/** What was published when, and how a person checks it without trusting us. */
export function LotteryProof({
	lottery,
	number,
	record,
}: {
	lottery: Lottery;
	number: number | undefined;
	record: LotteryRecord | undefined;
}) {
	return (
		<Section
			title={t("What anyone can check")}
			lead={
				lottery.takesBeacon
					? undefined
					: t(
							"The order follows from seed and numbers alone, so nothing can be bent after the opening. What this cannot rule out: someone with access to the server who read the seed beforehand and chose the numbers by it. A public text after the list is closed would have.",
						)
			}
			layout="beside"
		>
			<DescriptionList items={published(lottery)} />
			{record !== undefined && <Order record={record} own={number} />}
			<Disclosure summary={t("How to check it")}>
				<ol>
					<li>
						{t(
							"Compare the hash of the seed with the one in the mail you got when the list opened.",
						)}
					</li>
					<li>
						{t("SHA-256 of the seed must be that hash:")}
						<pre class="record">{`printf '%s' SEED | sha256sum`}</pre>
					</li>
					<li>
						{lottery.takesBeacon
							? t(
									"The secret is SHA-256 of seed, colon and public text. A number’s key is SHA-256 of secret, colon and number; the smallest keys were drawn first:",
								)
							: t(
									"A number’s key is SHA-256 of seed, colon and number; the smallest keys were drawn first:",
								)}
						<pre class="record">
							{lottery.takesBeacon
								? `printf '%s:%s' SEED TEXT | sha256sum\nprintf '%s:%s' SECRET ${number ?? "NUMBER"} | sha256sum`
								: `printf '%s:%s' SEED ${number ?? "NUMBER"} | sha256sum`}
						</pre>
					</li>
					<li>
						{t("Or let Baton repeat all of it from the downloaded record:")}
						<pre class="record">
							{`./baton verify-lottery lottery.json${number === undefined ? "" : ` --number ${number}`}`}
						</pre>
					</li>
				</ol>
			</Disclosure>
		</Section>
	);
}

function published(lottery: Lottery): Description[] {
	const { listHash, closedAt, seed, drawnAt, beacon } = lottery;
	return [
		{
			term: t("Hash of the seed"),
			text: <code class="record">{lottery.commitment}</code>,
			source: t("published {date}", { date: formatDate(lottery.openedAt) }),
		},
		...(listHash === null || closedAt === null
			? []
			: [
					{
						term: t("Hash of the frozen list"),
						text: <code class="record">{listHash}</code>,
						source: t("published {date}", { date: formatDate(closedAt) }),
					},
				]),
		...(beacon === null
			? []
			: [
					{
						term: t("Public text"),
						text: beacon,
					},
				]),
		...(seed === null || drawnAt === null
			? []
			: [
					{
						term: t("Seed"),
						text: <code class="record">{seed}</code>,
						source: t("shown {date}", { date: formatDate(drawnAt) }),
					},
				]),
	];
}

function Order({
	record: { result },
	own,
}: {
	record: LotteryRecord;
	own: number | undefined;
}) {
	const numbers = (list: readonly number[]) => (
		<ol class="drawn-numbers">
			{list.map((number) => (
				<li key={number} class={number === own ? "own" : undefined}>
					{number}
					{number === own && <span class="unseen">{t("(your number)")}</span>}
				</li>
			))}
		</ol>
	);
	return (
		<>
			<h3>{t("Drawn, in this order")}</h3>
			{numbers(result.places)}
			{result.waiting.length > 0 && (
				<>
					<h3>{t("Waiting, in this order")}</h3>
					{numbers(result.waiting)}
				</>
			)}
		</>
	);
}
