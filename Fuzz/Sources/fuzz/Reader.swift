import EventFiles

/// What is tried.
enum Reader: String, CaseIterable {
    case csv
    case xlsx
    case docx
    case json
    case ndjson
    case chronology
    case cinCensus = "cin-census"
    case ssda903
    case annexA = "annex-a"
    case ssd
    case fhir
    case dates
    case zip
    case paragraphs
    case worksheet
    case answers
    case tool

    /// The reader that a kept input is for: `csv.lone-quote.csv`.
    init?(fileName: String) {
        guard let name = fileName.split(separator: ".").first else { return nil }
        self.init(rawValue: String(name))
    }

    /// The format that is forced, so that a mutation of the first bytes does not keep the reader from the rest; `nil`
    /// for what is no event file.
    var format: EventFileFormat? {
        switch self {
        case .csv, .ssd: .csv
        case .xlsx, .annexA, .worksheet: .xlsx
        case .docx: .docx
        case .json: .json
        case .ndjson: .ndjson
        case .chronology: .chronology
        case .cinCensus, .ssda903: .xml
        case .fhir, .answers: .fhir
        case .paragraphs: .text
        case .dates, .zip, .tool: nil
        }
    }

    /// How its texts put values between marks.
    var form: Mutator.Form {
        switch self {
        case .csv, .ssd: .table
        case .json, .ndjson, .fhir, .answers: .json
        case .xlsx, .docx, .annexA, .worksheet, .chronology, .cinCensus, .ssda903, .tool: .xml
        case .dates, .zip, .paragraphs: .none
        }
    }

    /// The ending of its files.
    var ending: String {
        switch self {
        case .csv, .ssd: "csv"
        case .xlsx, .annexA, .worksheet: "xlsx"
        case .json, .fhir, .answers: "json"
        case .chronology, .cinCensus, .ssda903, .tool: "xml"
        case .dates, .paragraphs: "txt"
        case .docx, .ndjson, .zip: rawValue
        }
    }

    /// Whether its files are archives of XML parts.
    var isOffice: Bool { self == .xlsx || self == .docx || self == .annexA || self == .worksheet }
}
