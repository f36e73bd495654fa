import { Audience } from "../../../ui/audience.tsx";
import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { FileLink } from "../../../ui/file-link.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { FirstStep, Guide } from "../guide.ts";

type Done = ReadonlySet<string>;

export function FirstStepsPage({
	frame,
	guides,
	done,
}: {
	frame: Frame;
	guides: readonly Guide[];
	done: Done;
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("How to begin")}
			parent={{ label: t("Today"), href: "/" }}
			lead={t(
				"What your part is for, what others may count on, and where each first step is done. Ticks are for yourself.",
			)}
		>
			{guides.length === 0 ? (
				<EmptyState
					title={t("No part yet")}
					action={
						<LinkButton href="/programs">{t("See the programs")}</LinkButton>
					}
				>
					{t(
						"Once you take part in a program or hold an office, it stands here how to begin.",
					)}
				</EmptyState>
			) : (
				guides.map((guide) => (
					<GuideSection key={guide.role} guide={guide} done={done} />
				))
			)}
		</Page>
	);
}

function GuideSection({ guide, done }: { guide: Guide; done: Done }) {
	const { role, title, purpose, expected, first, steps } = guide;
	return (
		<Section id={role} title={title} lead={purpose}>
			<Stack>
				<h3>{t("What others may count on")}</h3>
				<ul>
					{expected.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
				{first !== undefined && (
					<Disclosure summary={first.title}>
						<ol>
							{first.lines.map((line) => (
								<li key={line}>{line}</li>
							))}
						</ol>
					</Disclosure>
				)}
				<h3>
					{t("First steps: {done} of {all}", {
						done: steps.filter(({ id }) => done.has(id)).length,
						all: steps.length,
					})}
				</h3>
				<Audience of="you-alone" />
				<ol class="waiting">
					{steps.map((step) => (
						<StepLine key={step.id} step={step} isDone={done.has(step.id)} />
					))}
				</ol>
			</Stack>
		</Section>
	);
}

function StepLine({ step, isDone }: { step: FirstStep; isDone: boolean }) {
	const { label, hint, href, own } = step;
	return (
		<li>
			<div>
				{href === undefined ? (
					<span lang={own?.locale}>{label}</span>
				) : (
					<a href={href} lang={own?.locale}>
						{label}
					</a>
				)}
				{hint !== "" && (
					<span class="hint" lang={own?.locale}>
						{hint}
					</span>
				)}
				{own?.file && (
					<FileLink href={`/first-steps/${step.id}/file`} file={own.file} />
				)}
				{own !== undefined && (
					<span class="hint">
						{t("From {program}", { program: own.program })}
					</span>
				)}
			</div>
			<ButtonForm
				action="/first-steps"
				values={{ step: step.id, done: isDone ? "no" : "yes" }}
				weight={isDone ? "quiet" : "secondary"}
				{...(isDone ? { icon: "check" as const } : {})}
			>
				{isDone ? t("Done") : t("Tick off")}
				<span class="unseen"> {label}</span>
			</ButtonForm>
		</li>
	);
}
