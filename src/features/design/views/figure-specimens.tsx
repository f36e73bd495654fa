import { Disclosure } from "../../../ui/disclosure.tsx";
import { KeyFigure, KeyFigures } from "../../../ui/key-figure.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Columns, Section, Stack } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { t } from "../../../ui/text.ts";
import { Quote, WhyLines } from "../../../ui/why-lines.tsx";

export function FigureSpecimens() {
	return (
		<Section
			title={t("Figures")}
			id="figures"
			lead="A number never comes without what makes it honest."
		>
			<KeyFigures>
				<KeyFigure value="31" label="mentees enrolled" note="17 March 2026" />
				<KeyFigure
					value="86%"
					label="met at least monthly"
					note="n = 42 relationships; 95% interval 73% to 94%; first quarter 2026"
				/>
				<KeyFigure
					value="3"
					label="relationships without a session for eight weeks"
					note="of 42"
					tone="attention"
				/>
				<KeyFigure
					value="2"
					label="ended early"
					note="of 42, since September 2025"
					tone="loss"
				/>
			</KeyFigures>
			<Columns>
				<Stack>
					<h3>Why you two</h3>
					<WhyLines
						lines={[
							{
								label: "What you seek, she gives",
								sentence:
									"You want to lead a merger; Ingrid has led two, one of which she would do differently.",
								points: 34,
								of: 40,
							},
							{
								label: "Hours that overlap",
								sentence: "Rotterdam and Oslo keep the same hours.",
								points: 20,
								of: 20,
							},
							{
								label: "Distance in the organisation",
								sentence:
									"Different functions; no shared manager below the board.",
								points: 12,
								of: 25,
							},
							{ label: "A language besides English", points: 0, of: 15 },
						]}
					/>
					<Disclosure summary="How this was computed">
						<p>
							Each part is counted by itself and added up. Nothing was learnt
							from earlier pairs, and nothing you have kept for yourself was
							used.
						</p>
					</Disclosure>
				</Stack>
				<Stack>
					<h3>People</h3>
					<div>
						<PersonLine
							name="Ingrid Sørlie-Lindqvist"
							href="#figures"
							title="Chief Operating Officer"
							place="Operations, Oslo"
						>
							<Status kind="done">Said yes</Status>
						</PersonLine>
						<PersonLine
							name="Wei Zhang"
							title="Director of Integration"
							place="Strategy, Rotterdam"
						>
							<Status kind="waiting">Not yet answered</Status>
						</PersonLine>
					</div>
					<Quote by="A mentee, spring 2025, with leave to repeat it">
						She asked me what I would do if nobody had to approve it. I have
						been using that question since.
					</Quote>
				</Stack>
			</Columns>
		</Section>
	);
}
