/// The forms of event files that are read, by the names that `--format` and reports use.
public enum EventFileFormat: String, Sendable, Hashable, CaseIterable {
    /// A table in text: CSV, TSV, or with `;` or `|`.
    case csv
    /// Plain text without a table.
    case text
    /// An Excel workbook.
    case xlsx
    /// A Word document.
    case docx
    /// JSON: an array of rows, or an object that holds such arrays.
    case json
    /// One JSON object on each line.
    case ndjson
    /// A chronology that child-impact made.
    case chronology
    /// An FHIR R4 Bundle.
    case fhir
    /// XML of a statutory return.
    case xml
}
