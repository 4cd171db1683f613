/// What the first part of a workbook says: its sheets in their order, and how it counts days.
struct WorkbookList: Sendable {
    struct Sheet: Sendable {
        let name: String
        let isHidden: Bool
        /// By which the part of the sheet is found; `nil` when it is not given.
        let relationship: String?
    }

    private(set) var isWorkbook = false
    private(set) var sheets: [Sheet] = []
    private(set) var dates = SerialDate.System.from1900

    init(_ bytes: [UInt8]) throws(XMLFault) {
        try XMLPath.read(bytes) { (path, tag) throws(XMLFault) in
            switch path {
            case ["workbook"]: isWorkbook = true
            case ["workbook", "workbookPr"]:
                if ["1", "true", "on"].contains(tag["date1904"]?.lowercased()) { dates = .from1904 }
            case ["workbook", "sheets", "sheet"] where sheets.count <= Workbook.mostSheets:
                let sheet = Sheet(
                    name: SpreadsheetText.decoded(tag["name"] ?? "").text,
                    isHidden: (tag["state"] ?? "visible") != "visible",
                    relationship: tag["id"]
                )
                sheets.append(sheet)
            default: break
            }
        }
    }
}
