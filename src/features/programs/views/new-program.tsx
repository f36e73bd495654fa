import {
	charterFrom,
	type ProgramTemplate,
} from "../../../domain/programs/template.ts";
import { programTemplates } from "../../../domain/programs/templates.ts";
import { Actions, LinkButton } from "../../../ui/button.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Columns, Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { charterLines } from "../charter-text.ts";
import { templateLanguage } from "../words.ts";
import { CharterFields } from "./charter-form.tsx";
import { parentList } from "./program-tabs.tsx";

export function ChooseTemplatePage({ frame }: { frame: Frame }) {
	const language = templateLanguage();
	return (
		<Page
			frame={frame}
			title={t("What should the program do?")}
			lead={t(
				"Choose what comes nearest. Everything in it can be changed, now and later.",
			)}
			parent={parentList()}
		>
			<Columns count={2}>
				{programTemplates.map((template) => {
					const text = template.text[language];
					const charter = charterFrom(template, language);
					return (
						<Section key={template.key} title={text.name} lead={text.summary}>
							<p class="hint">
								{[
									...charterLines(charter, "cadence"),
									...charterLines(charter, "sessionMinutes"),
									...charterLines(charter, "lengthMonths"),
								].join(" · ")}
							</p>
							<Actions>
								<LinkButton href={`/programs/new?template=${template.key}`}>
									{t("Begin with this")}
									<span class="unseen">: {text.name}</span>
								</LinkButton>
							</Actions>
						</Section>
					);
				})}
			</Columns>
		</Page>
	);
}

export function NewProgramPage({
	frame,
	template,
	state,
}: {
	frame: Frame;
	template: ProgramTemplate;
	state?: FormState | undefined;
}) {
	const language = templateLanguage();
	const { name } = template.text[language];
	return (
		<Page
			frame={frame}
			title={t("What the program is for, and how it runs")}
			lead={t(
				"This is the charter: everyone invited reads it. It begins in the words of the template; make them yours. Each later change becomes a version of its own.",
			)}
			parent={{ label: t("Templates"), href: "/programs/new" }}
			width="measure"
		>
			<Form
				action="/programs"
				submit={t("Begin the program")}
				cancel={{ label: t("Not now"), href: "/programs" }}
				state={state}
			>
				<input type="hidden" name="template" value={template.key} />
				<CharterFields name={name} charter={charterFrom(template, language)} />
			</Form>
		</Page>
	);
}
