import { ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FileField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, formatNumber, t } from "../../../ui/text.ts";
import { acceptedEndings } from "../../../platform/files/file-type.ts";
import type { Artifact } from "../queries/artifacts.ts";
import type { Company } from "../../relationships/company-queries.ts";
import { companyName, readersAmong } from "../../relationships/company-name.ts";

export function ArtifactsPage({
	frame,
	company,
	artifacts,
	visitor,
	state,
}: {
	frame: Frame;
	company: Company;
	artifacts: readonly Artifact[];
	visitor: string;
	state?: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("What you show each other")}
			parent={{
				label: companyName(company),
				href: `/relationships/${company.id}`,
			}}
			lead={t(
				"Files stay in your relationship, encrypted. Whoever put one here can take it back.",
			)}
		>
			{artifacts.length === 0 ? (
				<EmptyState title={t("No file yet")}>
					{t(
						"A draft, a plan, a picture of a flip chart: what you look at together.",
					)}
				</EmptyState>
			) : (
				<ul class="session-list">
					{artifacts.map(({ id, name, bytes, owner, ownerName, at }) => (
						<li key={id}>
							<p>
								<a href={`/artifacts/${id}`} download>
									{name}
								</a>
								<span class="hint">
									{[
										owner === visitor ? t("You") : ownerName,
										formatDate(at),
										t("{size} MB", {
											size: formatNumber(Math.max(0.1, bytes / 1_048_576), 1),
										}),
									].join(" · ")}
								</span>
							</p>
							{owner === visitor && (
								<ButtonForm action={`/artifacts/${id}/remove`} weight="quiet">
									{t("Take it back")}
									<span class="unseen">: {name}</span>
								</ButtonForm>
							)}
						</li>
					))}
				</ul>
			)}
			{company.isRunning && (
				<Section title={t("Add a file")}>
					<Form
						action={`/relationships/${company.id}/artifacts`}
						submit={t("Add it")}
						weight="secondary"
						state={state}
						multipart
					>
						<FileField
							name="file"
							label={t("File")}
							hint={t(
								"At most 25 MB: PDF, pictures, plain text, office documents without macros.",
							)}
							audience={readersAmong(company.others)}
							accept={acceptedEndings}
							required
						/>
					</Form>
				</Section>
			)}
		</Page>
	);
}
