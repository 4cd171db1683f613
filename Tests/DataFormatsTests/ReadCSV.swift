import DataFormats

/// Returns all records of a CSV text.
func records(_ text: String, delimiter: UInt8? = nil) -> [CSVRecord] {
    records(Array(text.utf8), delimiter: delimiter)
}

/// Returns all records of CSV bytes.
func records(_ bytes: [UInt8], delimiter: UInt8? = nil) -> [CSVRecord] {
    var reader = CSVReader(bytes, delimiter: delimiter)
    var records: [CSVRecord] = []
    while let record = reader.next() { records.append(record) }
    return records
}

extension CSVRecord {
    /// The texts of the cells.
    var texts: [String] { cells.map(\.text) }

    /// The cells as `line:column text`.
    var placedTexts: [String] { cells.map { "\($0.line):\($0.column) \($0.text)" } }
}
