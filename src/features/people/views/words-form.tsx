import { TagsField } from "../../../ui/choices.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { markOf } from "../mark.ts";
import type { OwnWords } from "../queries/own.ts";

export function WordsPage({
	frame,
	words,
	state,
}: {
	frame: Frame;
	words: OwnWords;
	state: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			title={t("What should others know about you?")}
			parent={{ label: t("About you"), href: "/me" }}
			width="measure"
		>
			<Form
				action="/me/words"
				submit={t("Save")}
				cancel={{ label: t("Not now"), href: "/me" }}
				state={state}
			>
				<input type="hidden" name="seen" value={markOf(words)} />
				<TextArea
					name="about"
					label={t("About you")}
					hint={t("Two sentences are enough to start a conversation.")}
					audience="organisation"
					value={words.about ?? ""}
					rows={3}
				/>
				<TextArea
					name="experience"
					label={t("Experience")}
					hint={t("What you have led, built, survived or learned.")}
					audience="organisation"
					value={words.experience ?? ""}
					rows={6}
				/>
				<TagsField
					name="clients"
					label={t("Clients you know")}
					audience="organisation"
					value={words.clients}
				/>
				<TagsField
					name="industries"
					label={t("Industries you know")}
					audience="organisation"
					value={words.industries}
				/>
			</Form>
		</Page>
	);
}
