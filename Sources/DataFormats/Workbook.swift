/// The sheets of an XLSX or XLSM workbook, each cell as the text that it stands for.
///
/// Parts are found by what points at them, never by their names. Formulas are not calculated: their last values are
/// read. Dates come out as `2019-03-12`, `2019-03-12 14:30` or `14:30:05`, by the number format of their cells; what
/// could not be read exactly so is a finding of the sheet.
public struct Workbook: Sendable {
    /// The sheets in the order of their tabs.
    public let sheets: [Worksheet]
    /// What a reader should know of the parts that all sheets share.
    public let findings: [WorkbookFinding]

    /// The most cells with content that are read from one workbook.
    public static let mostCells = 1_000_000
    /// The most sheets that a workbook may list.
    public static let mostSheets = 1000

    /// Reads all sheets of a workbook.
    ///
    /// A sheet that is broken loses only what stands behind its fault, with a finding.
    ///
    /// - Throws: a ``WorkbookFault`` when there is no workbook in the archive, or its list of sheets cannot be read.
    public init(_ archive: ZipArchive) throws(WorkbookFault) {
        let package = OfficePackage(archive: archive)
        var reader = try WorkbookReader(package)
        sheets = reader.readSheets()
        findings = reader.findings.all
    }
}
