package folder

// Messages holds the texts of this package's messages, Swedish and English. The
// arguments are numbered, because the languages may need them in another order.
var Messages = map[string][2]string{
	"folder.unknown-key": {
		"Fältet ”%[1]s” finns inte i %[2]s. De fält som finns är %[3]s.",
		"There is no field “%[1]s” in %[2]s. The fields are %[3]s."},
	"folder.unknown-key-near": {
		"Fältet ”%[1]s” finns inte i %[2]s. Menar du ”%[3]s”?",
		"There is no field “%[1]s” in %[2]s. Do you mean “%[3]s”?"},
	"folder.unknown-section": {
		"Avsnittet ”%[1]s” finns inte. De avsnitt som finns är %[3]s.",
		"There is no section “%[1]s”. The sections are %[3]s."},
	"folder.unknown-section-near": {
		"Avsnittet ”%[1]s” finns inte. Menar du ”%[3]s”?",
		"There is no section “%[1]s”. Do you mean “%[3]s”?"},
	"folder.key-twice": {
		"Fältet ”%[1]s” står redan på rad %[2]d. Ta bort det ena.",
		"The field “%[1]s” already stands on line %[2]d. Remove one of them."},
	"folder.programme-twice": {
		"”programme” får bara finnas en gång och står redan på %[1]s.",
		"“programme” may stand only once and already stands at %[1]s."},
	"folder.want-sections": {
		"En fil består av avsnitt, till exempel ”offices:” följt av en lista. Här står något annat.",
		"A file consists of sections, such as “offices:” followed by a list. Here is something else."},
	"folder.want-mapping": {
		"”%[1]s” ska bestå av fält, skrivna som ”namn: värde”.",
		"“%[1]s” must consist of fields, written as “name: value”."},
	"folder.want-sequence": {
		"”%[1]s” ska vara en lista: [a, b] eller en rad per post som börjar med ”- ”.",
		"“%[1]s” must be a list: [a, b], or one line per entry that begins with “- ”."},
	"folder.want-scalar": {
		"”%[1]s” ska vara ett enda värde, inte en lista eller en grupp av fält.",
		"“%[1]s” must be a single value, not a list or a group of fields."},
	"folder.want-text": {
		"”%[1]s” ska vara en text, eller {sv: …, en: …}.",
		"“%[1]s” must be a text, or {sv: …, en: …}."},
	"folder.too-many-records": {
		"”%[1]s” har fler än %[2]d poster. Resten läses inte.",
		"“%[1]s” has more than %[2]d records. The rest is not read."},

	"folder.bad-value": {
		"”%[1]s” går inte att läsa. Så här kan det skrivas: %[2]s.",
		"“%[1]s” cannot be read. It can be written like this: %[2]s."},
	"folder.bad-date": {
		"”%[1]s” är inte ett datum. Skriv det som %[2]s.",
		"“%[1]s” is not a date. Write it as %[2]s."},
	"folder.bad-amount": {
		"”%[1]s” är inte ett belopp. Skriv det med enhet: 1.55 mnkr, 1550 tkr eller 1550000 kr.",
		"“%[1]s” is not an amount. Write it with its unit: 1.55 mnkr, 1550 tkr or 1550000 kr."},
	"folder.decimal-comma": {
		"”%[1]s” har decimalkomma. Skriv %[2]s.",
		"“%[1]s” has a decimal comma. Write %[2]s."},
	"folder.bad-whole-number": {
		"”%[1]s” är inte ett heltal. Skriv det med siffror: 2022.",
		"“%[1]s” is not a whole number. Write it in digits: 2022."},
	"folder.bad-number": {
		"”%[1]s” är inte ett tal. Skriv det med decimalpunkt: 57.71.",
		"“%[1]s” is not a number. Write it with a decimal point: 57.71."},

	"folder.syntax": {
		"Texten följer inte YAML här.",
		"The text is not YAML here."},
	"folder.syntax-quote": {
		"Citattecknet avslutas aldrig. Sätt ett likadant efter texten.",
		"The quotation mark is never closed. Put the same mark after the text."},
	"folder.syntax-reserved": {
		"Ett värde får inte börja med @ eller `. Sätt texten inom citattecken.",
		"A value may not begin with @ or `. Put the text within quotation marks."},
	"folder.syntax-bracket": {
		"Parentesen [ eller { saknar sin motsvarighet.",
		"The bracket [ or { has no counterpart."},
	"folder.syntax-colon": {
		"Här passar inte ”: ”. Hör kolonet till texten ska den stå inom citattecken; annars är raden fel indragen.",
		"“: ” does not fit here. If the colon belongs to the text, put the text within quotation marks; otherwise the line has the wrong indentation."},
	"folder.syntax-dash": {
		"Här passar inte ”- ”. Börja listan på en egen rad, eller sätt texten inom citattecken.",
		"“- ” does not fit here. Begin the list on a line of its own, or put the text within quotation marks."},
	"folder.syntax-no-colon": {
		"Här väntades ”namn: värde”, men kolon saknas.",
		"“name: value” was expected here, but there is no colon."},
	"folder.syntax-indent": {
		"Raden hör inte ihop med raden före. Se över indraget och citattecknen.",
		"The line does not belong with the one before. Look over its indentation and quotation marks."},
	"folder.tab": {
		"Indrag görs med blanksteg, inte med tabb.",
		"Indent with spaces, not with a tab."},
	"folder.too-deep": {
		"Här ligger fler än %[1]d listor och grupper inuti varandra.",
		"More than %[1]d lists and groups lie within each other here."},
	"folder.anchor": {
		"Ankare (&namn) används inte här. Börjar texten med & ska den stå inom citattecken.",
		"Anchors (&name) are not used here. If the text begins with &, put it within quotation marks."},
	"folder.alias": {
		"Alias (*namn) används inte här; skriv ut värdet. Börjar texten med * ska den stå inom citattecken.",
		"Aliases (*name) are not used here; write out the value. If the text begins with *, put it within quotation marks."},
	"folder.tag": {
		"Taggar (!typ) används inte här. Börjar texten med ! ska den stå inom citattecken.",
		"Tags (!type) are not used here. If the text begins with !, put it within quotation marks."},
	"folder.merge-key": {
		"Sammanslagning (<<) används inte här; skriv ut fälten.",
		"Merging (<<) is not used here; write out the fields."},
	"folder.directive": {
		"Direktiv (%) används inte här. Ta bort raden.",
		"Directives (%) are not used here. Remove the line."},
	"folder.complex-key": {
		"Sammansatta nycklar (? ) används inte här. Skriv ”namn: värde”.",
		"Complex keys (? ) are not used here. Write “name: value”."},
	"folder.second-document": {
		"En fil är ett enda dokument. Ta bort raden med --- eller dela upp filen.",
		"A file is one document. Remove the line with --- or split the file."},

	"folder.unknown-table": {
		"”%[1]s” är inte ett avsnitt som kan vara en tabell, så %[2]s läses inte. De som kan det är %[3]s.",
		"“%[1]s” is not a section that can be a table, so %[2]s is not read. Those that can are %[3]s."},
	"folder.unknown-table-near": {
		"”%[1]s” är inte ett avsnitt, så %[2]s läses inte. Menar du ”%[3]s”?",
		"“%[1]s” is not a section, so %[2]s is not read. Do you mean “%[3]s”?"},
	"folder.not-a-table": {
		"”%[1]s” har fält som inte ryms i en CSV-fil. Skriv avsnittet i en YAML-fil.",
		"“%[1]s” has fields that do not fit in a CSV file. Write the section in a YAML file."},
	"folder.unknown-column": {
		"Kolumnen ”%[1]s” finns inte i %[2]s. De kolumner som finns är %[3]s.",
		"There is no column “%[1]s” in %[2]s. The columns are %[3]s."},
	"folder.unknown-column-near": {
		"Kolumnen ”%[1]s” finns inte i %[2]s. Menar du ”%[3]s”?",
		"There is no column “%[1]s” in %[2]s. Do you mean “%[3]s”?"},
	"folder.column-twice": {
		"Kolumnen ”%[1]s” finns redan. Ta bort den ena.",
		"The column “%[1]s” is already there. Remove one of them."},
	"folder.column-without-name": {
		"Kolumnen saknar rubrik.",
		"The column has no heading."},
	"folder.too-many-columns": {
		"Filen har fler än %[1]d kolumner.",
		"The file has more than %[1]d columns."},
	"folder.row-length": {
		"Raden har %[1]d fält, men rubrikraden har %[2]d.",
		"The row has %[1]d fields, but the heading has %[2]d."},
	"folder.csv-quote": {
		"Ett citattecken står mitt i fältet. Sätt hela fältet inom citattecken och dubblera det inre.",
		"A quotation mark stands inside the field. Put the whole field within quotation marks and double the inner one."},
	"folder.csv-unclosed": {
		"Ett citattecken öppnas på raden men avslutas aldrig.",
		"A quotation mark is opened on this line but never closed."},

	"folder.not-utf8": {
		"Tecknet är inte UTF-8. Spara hela filen som UTF-8.",
		"The character is not UTF-8. Save the whole file as UTF-8."},
	"folder.no-programme": {
		"Mappen är ingen programmapp: den har inga filer som slutar på .yaml eller .csv. ”etablera new MAPP” skriver en att börja med.",
		"The folder is no programme folder: it has no files that end in .yaml or .csv. “etablera new DIR” writes one to start with."},
	"folder.no-programme-section": {
		"Avsnittet ”programme” saknas. Det säger vad programmet heter och vems det är: id, name, agency.",
		"The section “programme” is missing. It says what the programme is called and whose it is: id, name, agency."},
	"folder.utf16": {
		"Filen är UTF-16. Spara den som UTF-8.",
		"The file is UTF-16. Save it as UTF-8."},
	"folder.unreadable": {
		"Filen eller mappen går inte att läsa. Se över rättigheterna.",
		"The file or folder cannot be read. Look over its permissions."},
	"folder.not-a-file": {
		"Detta är ingen vanlig fil och läses inte.",
		"This is no ordinary file and is not read."},
	"folder.not-read": {
		"Filen läses inte, eftersom namnet slutar på %[1]s. Låt det sluta på .yaml eller .csv.",
		"The file is not read, because its name ends in %[1]s. Let it end in .yaml or .csv."},
	"folder.link-outside": {
		"Länken leder ut ur programmets mapp och följs inte.",
		"The link leads out of the programme's folder and is not followed."},
	"folder.file-too-large": {
		"Filen är större än %[1]d MB. Dela upp den.",
		"The file is larger than %[1]d MB. Split it."},
	"folder.too-large": {
		"Mappen har fler än %[1]d filer eller mer än %[2]d MB. Resten läses inte.",
		"The folder has more than %[1]d files or more than %[2]d MB. The rest is not read."},
	"folder.too-many-levels": {
		"Mappen ligger djupare än %[1]d nivåer och läses inte.",
		"The folder lies deeper than %[1]d levels and is not read."},
	"folder.too-many-mistakes": {
		"De %[1]d första felen visas. Det finns %[2]d till.",
		"The first %[1]d mistakes are shown. There are %[2]d more."},
}
