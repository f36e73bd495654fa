import { RadioGroup } from "../../../ui/choices.tsx";
import { TextArea, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { locales, t } from "../../../ui/text.ts";
import type { Curriculum } from "../queries/curricula.ts";

/** A new curriculum, or with `curriculum` a change to one. */
export function CurriculumFormPage({
	frame,
	curriculum,
	state,
}: {
	frame: Frame;
	curriculum?: Curriculum;
	state: FormState | undefined;
}) {
	const back =
		curriculum === undefined
			? { label: t("Learning"), href: "/learning" }
			: { label: curriculum.title, href: `/learning/${curriculum.id}` };
	return (
		<Page
			frame={frame}
			title={
				curriculum === undefined
					? t("What shall people learn?")
					: t("What is it called, and what is it for?")
			}
			parent={back}
			width="measure"
		>
			<Form
				action={back.href}
				submit={
					curriculum === undefined ? t("Go on to the first step") : t("Save")
				}
				cancel={{ label: t("Not now"), href: back.href }}
				state={state}
			>
				<input
					type="hidden"
					name="seen-at"
					value={curriculum?.changedAt.toISOString() ?? ""}
				/>
				<TextField
					name="title"
					label={t("Title")}
					audience="organisation"
					required
					value={curriculum?.title}
				/>
				<TextArea
					name="summary"
					label={t("What one takes away from it")}
					hint={t("And for whom it is, and about how long it takes.")}
					audience="organisation"
					required
					rows={3}
					value={curriculum?.summary}
				/>
				<RadioGroup
					name="locale"
					label={t("Written in")}
					layout="row"
					required
					value={curriculum?.locale ?? frame.locale}
					choices={locales.map((each) => ({
						value: each.locale,
						label: each.label,
					}))}
				/>
			</Form>
		</Page>
	);
}
