import {
	Checkbox,
	CheckboxGroup,
	RadioGroup,
	Select,
	TagsField,
} from "../../../ui/choices.tsx";
import {
	Combobox,
	DateField,
	EmailField,
	FileField,
	NumberField,
	PasswordField,
	SearchField,
	TextArea,
	TextField,
	TimeField,
} from "../../../ui/fields.tsx";
import { FieldGroup, FieldRow, Form } from "../../../ui/form.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";

export function FieldSpecimens() {
	return (
		<Section
			title={t("Forms")}
			id="forms"
			layout="beside"
			lead="Each field says what it asks, who will read the answer, and whether it may stay empty."
		>
			<Form
				action="/design"
				submit="Save what I offer"
				cancel={{ label: "Not now", href: "#forms" }}
				id="offer"
				multipart
			>
				<TextArea
					name="aim"
					label="What would make this year worth it?"
					hint="One or two sentences are enough."
					audience={{ who: "relationship", names: ["Ingrid"] }}
					value="To run the first board meeting of the merged company without reading from notes."
					required
				/>
				<FieldRow>
					<TextField name="known-as" label="Known as" audience="organisation" />
					<EmailField
						name="email"
						label="Work e-mail"
						value="wei.zhang@halvorsen.example"
						required
					/>
				</FieldRow>
				<Choices />
				<FieldGroup
					legend="Time"
					hint="A session is usually an hour, every three or four weeks."
				>
					<FieldRow>
						<NumberField
							name="hours"
							label="Time you can give"
							unit="hours a month"
							value={2}
							required
						/>
						<DateField name="from" label="From" value="2026-04-01" />
						<TimeField name="at" label="Usual time" value="08:30" />
					</FieldRow>
				</FieldGroup>
				<FieldGroup legend="The rest">
					<Combobox
						name="place"
						label="Place"
						suggestions={["Oslo", "Rotterdam", "Lagos", "Bilbao", "Shenzhen"]}
						value="Rotterdam"
					/>
					<SearchField
						name="who"
						label="Someone you already know well"
						hint="They will not be proposed to you."
						audience="pairing-only"
					/>
					<FileField
						name="file"
						label="People file"
						accept=".csv,.xlsx"
						hint="CSV or Excel, up to 20 MB."
					/>
					<PasswordField
						name="password"
						label="Password"
						hint="Twelve characters or more; a sentence is easiest to remember."
						isNew
						required
					/>
					<TextField
						name="number"
						label="Employee number"
						value="HO-10442"
						hint="From HR; ask them to change it."
						disabled
					/>
				</FieldGroup>
			</Form>
		</Section>
	);
}

function Choices() {
	return (
		<>
			<Select
				name="function"
				label="Function"
				unchosen="Choose one"
				choices={[
					{ value: "finance", label: "Finance" },
					{
						value: "legal",
						label:
							"Rechtsschutzversicherungsgesellschaften und Unternehmensnachfolge",
					},
					{ value: "fleet", label: "Fleet operations" },
				]}
				audience="organisation"
				required
			/>
			<RadioGroup
				name="format"
				label="How you like to meet"
				value="video"
				choices={[
					{
						value: "person",
						label: "In person",
						hint: "Oslo, Rotterdam, or where you both are",
					},
					{ value: "video", label: "By video" },
					{ value: "either", label: "No preference" },
					{
						value: "walk",
						label: "Walking",
						hint: "Not offered at your site",
						disabled: true,
					},
				]}
				required
			/>
			<CheckboxGroup
				name="offers"
				label="Where you have something to give"
				layout="columns"
				value={["governance", "market"]}
				audience="proposed-partner"
				choices={[
					{ value: "change", label: "Leading through change" },
					{ value: "governance", label: "Board and governance" },
					{ value: "market", label: "Entering a new market" },
					{ value: "talk", label: "Difficult conversations" },
					{ value: "merge", label: "Mergers and integration" },
				]}
			/>
			<TagsField
				name="languages"
				label="Languages"
				value={["English", "Norsk", "中文"]}
				suggestions={["Español", "Nederlands", "Yorùbá"]}
			/>
			<Checkbox
				name="birth-year"
				label="Use my year of birth to pair across generations"
				audience="pairing-only"
				checked
			/>
		</>
	);
}
