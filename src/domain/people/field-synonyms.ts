import type { FieldKey } from "./fields.ts";

/**
 * What columns are called in the files people have, folded (lower case, no accents): English, German, French, Spanish. The surer name
 * comes first; of two columns that could be the same field, the one with the earlier name gets it.
 */
export const FIELD_SYNONYMS: Readonly<Record<FieldKey, readonly string[]>> = {
	employeeNumber: words(
		"employee number|employee id|employee no|staff number|staff id|personnel number|worker id|emp id|employeenumber|employeeid|personalnummer|personalnr|pers nr|persnr|mitarbeiternummer|mitarbeiter id|mitarbeiter nr|matricule|numero de empleado|numero d employe|id empleado",
	),
	email: words(
		"email|e mail|email address|e mail address|work email|mail|business email|email work|user principal name|userprincipalname|upn|emailadresse|e mail adresse|mailadresse|dienstliche e mail|courriel|adresse e mail|adresse email|correo|correo electronico",
	),
	firstName: words(
		"first name|firstname|given name|givenname|forename|preferred first name|vorname|rufname|prenom|nombre|nombres",
	),
	lastName: words(
		"last name|lastname|surname|family name|familyname|nachname|familienname|zuname|nom|nom de famille|apellido|apellidos",
	),
	fullName: words(
		"full name|fullname|name|display name|displayname|employee name|employee|vollstandiger name|mitarbeiter|mitarbeiterin|mitarbeitername|nom complet|nom et prenom|nombre completo|nombre y apellidos",
	),
	jobTitle: words(
		"job title|jobtitle|title|position title|position|job|stellenbezeichnung|stelle|positionsbezeichnung|funktionsbezeichnung|intitule du poste|poste|puesto|cargo",
	),
	unit: words(
		"unit|organisation unit|organisational unit|organizational unit|org unit|department|organisation|organization|division|business unit|team|abteilung|organisationseinheit|bereich|geschaftsbereich|departement|service|direction|departamento|unidad|area",
	),
	function: words(
		"function|business function|job function|funktion|fonction|funcion",
	),
	discipline: words(
		"discipline|profession|job family|specialism|disziplin|fachrichtung|fachgebiet|beruf|metier|disciplina|profesion",
	),
	grade: words(
		"grade|job grade|pay grade|level|job level|band|career level|stufe|karrierestufe|besoldungsgruppe|entgeltgruppe|hierarchieebene|echelon|niveau|grado|nivel",
	),
	location: words(
		"location|office location|office|work location|site|city|standort|dienstort|arbeitsort|ort|stadt|lieu|site de travail|ville|ubicacion|sede|ciudad",
	),
	timeZone: words(
		"time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria|huso horario",
	),
	languages: words(
		"languages|language|spoken languages|languages spoken|sprachen|sprache|sprachkenntnisse|langues|langue|idiomas|idioma",
	),
	locale: words(
		"preferred language|locale|display language|correspondence language|korrespondenzsprache|bevorzugte sprache|langue preferee|idioma preferido",
	),
	manager: words(
		"manager employee number|manager id|manager number|manager email|manager e mail|line manager id|line manager email|supervisor id|supervisor email|reports to id|manager|line manager|manager name|reports to|supervisor|vorgesetzte r|vorgesetzter|vorgesetzte|fuhrungskraft|vorgesetzter personalnummer|vorgesetzter e mail|berichtet an|superieur|superieur hierarchique|responsable|jefe|supervisor directo",
	),
	hireDate: words(
		"hire date|hired|date of hire|start date|joining date|date joined|employment start|original hire date|eintrittsdatum|eintritt|einstellungsdatum|beschaftigt seit|date d embauche|date d entree|fecha de contratacion|fecha de ingreso|fecha de alta",
	),
	status: words(
		"status|employment status|active|is active|employee status|aktiv|beschaftigungsstatus|left|leaver|ausgeschieden|statut|actif|estado|activo",
	),
	leavingDate: words(
		"leaving date|termination date|end date|last day|date left|austrittsdatum|austritt|date de depart|date de sortie|fecha de baja",
	),
	experience: words(
		"experience|professional experience|career history|berufserfahrung|erfahrung|werdegang|experience professionnelle|experiencia",
	),
	clients: words(
		"clients|client exposure|client experience|key clients|kunden|kundenerfahrung|exposition clients|clientes",
	),
	industries: words(
		"industries|industry exposure|industry experience|industry|sectors|sector|branchen|branche|branchenerfahrung|secteurs|secteur|industrias|sectores",
	),
	side: words(
		"side|mentor or mentee|mentor mentee|program role|programme role|role in program|mentoring role|participant type|rolle im programm|mentoringrolle|seite|role mentorat|rol",
	),
	capacity: words(
		"capacity|places|number of mentees|max mentees|maximum mentees|mentee capacity|plaetze|platze|kapazitat|anzahl mentees|capacite|places disponibles|capacidad|plazas",
	),
	offers: words(
		"offers|offer|can offer|strengths|can help with|skills offered|bietet|bietet an|starken|kompetenzen angeboten|propose|offre|ofrece|fortalezas",
	),
	seeks: words(
		"seeks|seek|wants to learn|looking for|development areas|goals|needs|skills sought|sucht|entwicklungsfelder|lernziele|mochte lernen|cherche|recherche|busca|desea aprender",
	),
	birthYear: words(
		"birth year|year of birth|date of birth|birth date|dob|birthday|geburtsjahr|geburtsdatum|annee de naissance|date de naissance|ano de nacimiento|fecha de nacimiento",
	),
	gender: words("gender|sex|gender identity|geschlecht|genre|sexe|genero|sexo"),
	ethnicity: words(
		"ethnicity|race|ethnic group|ethnic origin|ethnische herkunft|ethnie|origine ethnique|etnia|origen etnico",
	),
	disability: words(
		"disability|disabled|disability status|behinderung|schwerbehinderung|handicap|discapacidad",
	),
	sexualOrientation: words(
		"sexual orientation|orientation|sexuelle orientierung|orientation sexuelle|orientacion sexual",
	),
	religion: words(
		"religion|religion or belief|faith|religionszugehorigkeit|konfession|religion ou conviction|religion o creencias",
	),
};

function words(list: string): readonly string[] {
	return list.split("|");
}
