/// The number formats of a workbook by the style numbers of its cells.
struct WorkbookStyles: Sendable {
    private var formats: [NumberFormat] = []

    /// More styles or formats than a spreadsheet program can make.
    private static let most = 65_536

    init() {}

    /// Reads the part of styles; what stands before a fault is kept.
    init(_ bytes: [UInt8], fault: inout XMLFault?) {
        var codes: [Int: NumberFormat] = [:]
        do throws(XMLFault) {
            try XMLPath.read(bytes) { (path, tag) throws(XMLFault) in
                guard path.count == 3, path[0] == "styleSheet" else { return }
                if path[1] == "numFmts", path[2] == "numFmt", codes.count < Self.most {
                    guard let number = tag["numFmtId"].flatMap({ Int($0) }), let code = tag["formatCode"] else {
                        return
                    }
                    codes[number] = NumberFormat(code: code)
                } else if path[1] == "cellXfs", path[2] == "xf", formats.count < Self.most {
                    let number = tag["numFmtId"].flatMap { Int($0) } ?? 0
                    formats.append(codes[number] ?? NumberFormat(builtIn: number))
                }
            }
        } catch let error {
            fault = error
        }
    }

    /// The format of a style; the general one when there is no such style.
    func format(_ style: Int) -> NumberFormat {
        formats.indices.contains(style) ? formats[style] : .general
    }
}
