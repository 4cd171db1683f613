/// Why a workbook cannot be read at all: one line, with nothing from its cells.
public struct WorkbookFault: Error, Sendable, Hashable {
    /// What kind of fault it is.
    public enum Kind: Sendable, Hashable {
        /// The archive holds no workbook.
        case noWorkbook
        /// The workbook is in the binary format, `.xlsb`.
        case binaryWorkbook
        /// The file is an OpenDocument file, such as `.ods`.
        case openDocument
        /// The part that lists the sheets is broken.
        case brokenXML(XMLFault)
        /// The part that lists the sheets cannot be taken out of the archive.
        case archive(ArchiveFault)
        /// The workbook lists more sheets than any honest one.
        case tooManySheets
    }

    /// What kind of fault it is.
    public let kind: Kind

    /// What to do about it; `nil` where the message says so, or nothing can be done.
    public var suggestion: String? {
        switch kind {
        case .archive(let fault): fault.suggestion
        case .noWorkbook, .binaryWorkbook, .openDocument, .brokenXML, .tooManySheets: nil
        }
    }

    /// What is wrong, in one line.
    public var message: String {
        switch kind {
        case .noWorkbook: "the file holds no workbook"
        case .binaryWorkbook: "the workbook is in the binary format; save it as .xlsx"
        case .openDocument: "the file is an OpenDocument file; save it as .xlsx"
        case .brokenXML(let fault): "the list of sheets is broken: line \(fault.line): \(fault.message)"
        case .archive(let fault): fault.message
        case .tooManySheets: "the workbook has more than \(Workbook.mostSheets) sheets"
        }
    }
}
