/** What a column of a people file can mean. Custom fields come on top of these. */
export type FieldKey =
	| KeyField
	| DirectoryField
	| WorkField
	| ProfileField
	| EnrolmentField
	| SensitiveField;

/** Say who a row is about: a row in which one of these is wrong is not taken. */
export type KeyField =
	| "employeeNumber"
	| "email"
	| "firstName"
	| "lastName"
	| "fullName";
export type DirectoryField =
	| "jobTitle"
	| "unit"
	| "function"
	| "discipline"
	| "location"
	| "timeZone"
	| "languages"
	| "locale"
	| "manager";
export type WorkField = "grade" | "hireDate" | "status" | "leavingDate";
/** What people say about themselves: a file only fills what is still empty. */
export type ProfileField = "experience" | "clients" | "industries";
export type EnrolmentField = "side" | "capacity" | "offers" | "seeks";
/** Wait as proposals until the person confirms them, and are used for nothing before. */
export type SensitiveField =
	| "birthYear"
	| "gender"
	| "ethnicity"
	| "disability"
	| "sexualOrientation"
	| "religion";

export const KEY_FIELDS: readonly KeyField[] = [
	"employeeNumber",
	"email",
	"firstName",
	"lastName",
	"fullName",
];

export const SENSITIVE_FIELDS: readonly SensitiveField[] = [
	"birthYear",
	"gender",
	"ethnicity",
	"disability",
	"sexualOrientation",
	"religion",
];

/** All fields, in the order a person would look for them. */
export const FIELD_KEYS: readonly FieldKey[] = [
	...KEY_FIELDS,
	"jobTitle",
	"unit",
	"function",
	"discipline",
	"grade",
	"location",
	"timeZone",
	"languages",
	"locale",
	"manager",
	"hireDate",
	"status",
	"leavingDate",
	"experience",
	"clients",
	"industries",
	"side",
	"capacity",
	"offers",
	"seeks",
	...SENSITIVE_FIELDS,
];

/** Fields that several columns may feed together: Language 1, Language 2 … */
export const REPEATABLE_FIELDS: ReadonlySet<FieldKey> = new Set<FieldKey>([
	"languages",
	"clients",
	"industries",
	"offers",
	"seeks",
]);

/** The longest text a field takes, in UTF-16 units. */
export function longest(field: FieldKey): number {
	return LONGEST[field] ?? 200;
}

const LONGEST: Readonly<Partial<Record<FieldKey, number>>> = {
	employeeNumber: 64,
	email: 254,
	experience: 4000,
	languages: 2000,
	clients: 2000,
	industries: 2000,
	offers: 2000,
	seeks: 2000,
};

export function isSensitiveField(field: FieldKey): field is SensitiveField {
	return SENSITIVE_FIELDS.some((sensitive) => sensitive === field);
}

export function isKeyField(field: FieldKey): field is KeyField {
	return KEY_FIELDS.some((key) => key === field);
}
