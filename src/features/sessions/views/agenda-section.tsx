import { Actions, ButtonForm } from "../../../ui/button.tsx";
import type { Readers } from "../../../ui/audience.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { longestLine } from "../forms.ts";
import type { AgendaItem } from "../queries/agenda.ts";

type Props = {
	session: string;
	items: readonly AgendaItem[];
	/** Who reads it beside the visitor. */
	readers: Readers;
	/** open: it can be changed; theirs: somebody else sets it; closed: the session is settled. */
	standing: "open" | "theirs" | "closed";
	/** Learning steps of the visitor's own that are not on it; nobody else knows of them. */
	learning: readonly { readonly id: string; readonly title: string }[];
	state?: FormState | undefined;
};

/** What a session is to be about: filled with one click, changed by either side. */
export function AgendaSection(props: Props) {
	const { session, items, standing } = props;
	if (items.length === 0 && standing === "closed") return null;
	return (
		<Section
			title={t("What it is about")}
			lead={
				standing === "theirs"
					? t(
							"In reverse mentoring the mentor, who is the junior, sets the agenda.",
						)
					: undefined
			}
		>
			{items.length === 0 && (
				<p>
					{t(
						"Nothing yet. One click takes over what is open between you, and asks about what the business needs, what nobody knows yet, and how you decide.",
					)}
				</p>
			)}
			<ol class="agenda">
				{items.map((item, place) => (
					<li key={item.id}>
						<Item {...props} item={item} isFirst={place === 0} />
					</li>
				))}
			</ol>
			{standing === "open" && (
				<>
					<Actions>
						<ButtonForm
							action={`/sessions/${session}/agenda/fill`}
							weight={items.length === 0 ? "primary" : "secondary"}
						>
							{items.length === 0 ? t("Make an agenda") : t("Add what is open")}
						</ButtonForm>
					</Actions>
					<Learning {...props} />
					<AddItem {...props} />
				</>
			)}
		</Section>
	);
}

function Item({
	session,
	readers,
	standing,
	item,
	isFirst,
}: Props & { readonly item: AgendaItem; readonly isFirst: boolean }) {
	const { id, words, revision, source, author } = item;
	const path = `/sessions/${session}/agenda/${id}`;
	return (
		<>
			<p>
				{words}
				<span class="hint">{sourceName(source, author)}</span>
			</p>
			{standing === "open" && (
				<div class="agenda-tools">
					{!isFirst && (
						<ButtonForm action={`${path}/up`} weight="quiet" icon="up">
							<span class="unseen">{t("Up: {words}", { words })}</span>
						</ButtonForm>
					)}
					<ButtonForm action={`${path}/remove`} weight="quiet" icon="close">
						<span class="unseen">{t("Take away: {words}", { words })}</span>
					</ButtonForm>
					<Disclosure summary={t("Change")}>
						<Form
							action={path}
							id={id}
							submit={t("Keep this")}
							weight="secondary"
						>
							<input type="hidden" name="revision" value={revision} />
							<TextField
								name="words"
								label={t("In your words")}
								audience={readers}
								value={words}
								maxLength={longestLine}
								required
							/>
						</Form>
					</Disclosure>
				</div>
			)}
		</>
	);
}

function Learning({ session, learning }: Props) {
	if (learning.length === 0) return null;
	return (
		<>
			<p>
				{t(
					"You are at this in what you learn. Nobody sees that, unless you put it on the agenda:",
				)}
			</p>
			<Actions>
				{learning.map(({ id, title }) => (
					<ButtonForm
						key={id}
						action={`/sessions/${session}/agenda/learning`}
						values={{ step: id }}
						weight="quiet"
						icon="add"
					>
						{title}
					</ButtonForm>
				))}
			</Actions>
		</>
	);
}

function AddItem({ session, readers, state }: Props) {
	return (
		<Form
			action={`/sessions/${session}/agenda`}
			submit={t("Add it")}
			weight="secondary"
			state={state}
		>
			<TextField
				name="words"
				label={t("Something else")}
				audience={readers}
				maxLength={longestLine}
				required
			/>
		</Form>
	);
}

function sourceName(source: AgendaItem["source"], author: string): string {
	switch (source) {
		case "commitment":
			return t("an open commitment");
		case "template":
			return t("a question to begin with");
		case "goal":
			return t("from a goal");
		case "learning":
			return t("from a learning step");
		case "own":
			return t("from {name}", { name: author });
	}
}
