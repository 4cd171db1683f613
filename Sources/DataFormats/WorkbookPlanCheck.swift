/// Checks a plan, so that the library is never asked for what it refuses.
struct WorkbookPlanCheck {
    private let plan: WorkbookPlan

    init(_ plan: WorkbookPlan) {
        self.plan = plan
    }

    func run() throws(WorkbookPlanFault) {
        guard !plan.sheets.isEmpty else { throw WorkbookPlanFault(.noSheet) }
        guard plan.createdSeconds != nil else { throw WorkbookPlanFault(.day) }
        for text in [plan.title, plan.author] where !Self.fits(text, 255) { throw WorkbookPlanFault(.textTooLong) }
        guard Self.fits(plan.continuation, 255), Self.fits(plan.listsNote, 255) else {
            throw WorkbookPlanFault(.textTooLong)
        }
        try checkNames()
        for sheet in plan.sheets { try check(sheet) }
    }

    /// Whether a text is no longer than so many units of UTF-16 and can be handed to C.
    private static func fits(_ text: String, _ units: Int) -> Bool {
        text.utf16.count <= units && !text.utf8.contains(0)
    }

    private func checkNames() throws(WorkbookPlanFault) {
        var seen: Set<String> = [plan.listsName.lowercased()]
        for name in plan.sheets.map(\.name) {
            guard Self.isName(name), seen.insert(name.lowercased()).inserted else {
                throw WorkbookPlanFault(.sheetName, sheet: name)
            }
        }
        guard Self.isName(plan.listsName) else { throw WorkbookPlanFault(.sheetName, sheet: plan.listsName) }
    }

    // https://support.microsoft.com/en-us/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && fits(name, 31) && name.lowercased() != "history"
            && !name.utf8.contains { $0 < 0x20 || Array("[]:*?/\\".utf8).contains($0) }
            && name.utf8.first != UInt8(ascii: "'") && name.utf8.last != UInt8(ascii: "'")
    }

    private func check(_ sheet: SheetPlan) throws(WorkbookPlanFault) {
        let mostRows = CellReference.mostRows
        guard sheet.columns.count <= CellReference.mostColumns, 0...sheet.columns.count ~= sheet.frozenColumns,
            1...100 ~= sheet.pagesAcross,
            0...mostRows ~= sheet.blankRows, sheet.rows.count <= mostRows,
            sheet.paragraphs.count + 1 + sheet.rows.count + sheet.blankRows <= mostRows
        else { throw WorkbookPlanFault(.tooLarge, sheet: sheet.name) }
        guard sheet.rows.allSatisfy({ $0.cells.count <= sheet.columns.count }) else {
            throw WorkbookPlanFault(.rowTooLong, sheet: sheet.name)
        }
        // Each & is written twice.
        guard Self.fits(sheet.marking, 100) else { throw WorkbookPlanFault(.textTooLong, sheet: sheet.name) }
        for column in sheet.columns { try check(column, of: sheet) }
    }

    private func check(_ column: ColumnPlan, of sheet: SheetPlan) throws(WorkbookPlanFault) {
        guard 1...255 ~= column.width else { throw WorkbookPlanFault(.width, sheet: sheet.name) }
        guard Self.fits(column.heading, 255), Self.fits(column.guidance, 255),
            Self.fits(column.choices?.message ?? "", 255)
        else { throw WorkbookPlanFault(.textTooLong, sheet: sheet.name) }
        guard let choices = column.choices else { return }
        guard !choices.words.isEmpty || choices.column != nil, choices.words.allSatisfy(Self.isChoice),
            choices.column.map({ plan.cells(of: $0) != nil }) ?? true
        else { throw WorkbookPlanFault(.choices, sheet: sheet.name) }
    }

    private static func isChoice(_ word: String) -> Bool {
        !word.isEmpty && fits(word, 255) && !word.utf8.contains { $0 < 0x20 }
    }
}

extension WorkbookPlan {
    /// Noon of the day on which it was made, in seconds from 1 January 1970; `nil` when there is no such day.
    ///
    /// Noon, because the library takes 0 for the time of writing.
    var createdSeconds: Int? {
        guard 1970...9999 ~= created.year,
            let days = SerialDate.days(year: created.year, month: created.month, day: created.day)
        else { return nil }
        return days * 86_400 + 43_200
    }

    /// The cells that a list takes from a column; `nil` when there is no such column, or no row below its heading.
    func cells(of column: ChoicesPlan.Column) -> (sheet: SheetPlan, column: Int, rows: ClosedRange<Int>)? {
        guard let sheet = sheets.first(where: { $0.name == column.sheet }),
            let index = sheet.columns.firstIndex(where: { $0.heading == column.heading }),
            let rows = sheet.bodyBelowExamples
        else { return nil }
        return (sheet, index, rows)
    }
}
