import CLibXlsxWriter
import Synchronization

/// Writes a plan that has been checked with libxlsxwriter.
@safe
struct WorkbookWriter {
    private let plan: WorkbookPlan
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let lists: WorkbookLists
    private var formats: WorkbookFormats
    private var cutCells: [WrittenWorkbook.CutCell] = []
    /// The first thing that the library refused, which a plan that has been checked never asks for.
    private var refusal = LXW_NO_ERROR

    /// The library asks the C library for the parts of a day in a place that all threads share.
    private static let writing = Mutex(())

    static func write(_ plan: WorkbookPlan) throws(WorkbookPlanFault) -> WrittenWorkbook {
        guard let folder = PrivateFolder() else { throw WorkbookPlanFault(.cannotWrite) }
        let cutCells = writing.withLock { _ in cells(cutBy: plan, writtenTo: folder.file, parts: folder.path) }
        guard let cutCells, let bytes = folder.bytes() else { throw WorkbookPlanFault(.cannotWrite) }
        return WrittenWorkbook(bytes: bytes, cutCells: cutCells)
    }

    /// Writes the file; returns the cells that were cut, `nil` when it cannot be written.
    private static func cells(
        cutBy plan: WorkbookPlan,
        writtenTo path: String,
        parts: String
    ) -> [WrittenWorkbook.CutCell]? {
        // The library does not copy the path of the folder for its parts.
        unsafe parts.withCString { folder in
            guard let workbook = unsafe child_impact_xlsx_new(path, folder) else { return nil }
            var writer = unsafe WorkbookWriter(plan, workbook)
            let isWritten = writer.writeAll()
            // Also frees the workbook, whether or not it could be written.
            let error = unsafe workbook_close(workbook)
            return isWritten && writer.refusal == LXW_NO_ERROR && error == LXW_NO_ERROR ? writer.cutCells : nil
        }
    }

    private init(_ plan: WorkbookPlan, _ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.plan = plan
        unsafe self.workbook = workbook
        lists = WorkbookLists(plan)
        formats = unsafe WorkbookFormats(workbook)
    }

    private mutating func keep(_ error: lxw_error) {
        if refusal == LXW_NO_ERROR { refusal = error }
    }

    private mutating func writeAll() -> Bool {
        let created = time_t(plan.createdSeconds ?? 0)
        keep(unsafe child_impact_xlsx_describe(workbook, plan.title, plan.author, created))
        for sheet in plan.sheets {
            guard write(sheet) else { return false }
        }
        return lists.lists.isEmpty || writeLists()
    }

    // MARK: One sheet

    private mutating func write(_ plan: SheetPlan) -> Bool {
        guard let sheet = unsafe workbook_add_worksheet(workbook, plan.name) else { return false }
        unsafe setColumns(of: sheet, plan)
        for (row, paragraph) in plan.paragraphs.enumerated() { unsafe write(paragraph, row, on: sheet, plan) }
        let headings = plan.headingRow - 1
        for (index, column) in plan.columns.enumerated() {
            let look = CellLook.heading(isLocked: column.isLocked)
            unsafe write(column.heading, headings, index, look, on: sheet, plan.name)
        }
        unsafe fit(headings, to: plan.columns.map(\.heading), on: sheet, plan)
        for (index, row) in plan.rows.enumerated() { unsafe write(row, headings + 1 + index, on: sheet, plan) }
        for (index, column) in plan.columns.enumerated() { unsafe guide(column, index, on: sheet, plan) }
        unsafe leaveTextsAlone(on: sheet, plan)
        unsafe setView(of: sheet, plan)
        unsafe setPrinting(of: sheet, plan)
        if plan.isProtected { unsafe child_impact_xlsx_protect(sheet) }
        return true
    }

    private mutating func setColumns(of sheet: UnsafeMutablePointer<lxw_worksheet>, _ plan: SheetPlan) {
        for (index, column) in plan.columns.enumerated() {
            let format = unsafe formats(.blank(isLocked: column.isLocked))
            keep(unsafe worksheet_set_column(sheet, UInt16(index), UInt16(index), column.width, format))
        }
        if plan.columns.isEmpty { keep(unsafe worksheet_set_column(sheet, 0, 0, Self.paragraphWidth, nil)) }
    }

    private mutating func write(
        _ row: RowPlan,
        _ number: Int,
        on sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ plan: SheetPlan
    ) {
        for (index, column) in plan.columns.enumerated() {
            let text = index < row.cells.count ? row.cells[index] : ""
            let look = CellLook.cell(column.style, isLocked: column.isLocked, isExample: row.isExample)
            unsafe write(text, number, index, look, on: sheet, plan.name)
        }
        if row.isExample { unsafe fit(number, to: row.cells, on: sheet, plan) }
    }

    /// Sets the height of a row that nobody types into.
    private mutating func fit(
        _ row: Int,
        to texts: [String],
        on sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ plan: SheetPlan
    ) {
        guard !texts.isEmpty else { return }
        let height = RowHeight.points(zip(texts, plan.columns.map(\.width)).lazy.map { ($0, $1) })
        keep(unsafe worksheet_set_row(sheet, UInt32(row), height, nil))
    }

    private mutating func write(
        _ text: String,
        _ row: Int,
        _ column: Int,
        _ look: CellLook,
        on sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ name: String
    ) {
        let format = unsafe formats(look)
        guard !text.isEmpty else {
            keep(unsafe worksheet_write_blank(sheet, UInt32(row), UInt16(column), format))
            return
        }
        let text = CellText(text, continuation: plan.continuation)
        if text.isCut, let cell = CellReference(column: column + 1, row: row + 1) {
            cutCells.append(WrittenWorkbook.CutCell(sheet: name, cell: cell))
        }
        keep(unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), text.escaped, format))
    }

    // MARK: Paragraphs

    /// About as many figures as people read on a line, and as a landscape page holds in any font.
    private static let paragraphWidth = 100.0

    /// Writes a paragraph over as many columns as make a line; a spreadsheet does not fit the height of those itself.
    private mutating func write(
        _ paragraph: ParagraphPlan,
        _ row: Int,
        on sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ plan: SheetPlan
    ) {
        let look = CellLook.paragraph(paragraph.style)
        var (width, last) = (plan.columns.first?.width ?? Self.paragraphWidth, 0)
        while last + 1 < plan.columns.count, width + plan.columns[last + 1].width <= Self.paragraphWidth {
            last += 1
            width += plan.columns[last].width
        }
        if last > 0 {
            let format = unsafe formats(look)
            keep(unsafe worksheet_merge_range(sheet, UInt32(row), 0, UInt32(row), UInt16(last), "", format))
        }
        unsafe write(paragraph.text, row, 0, look, on: sheet, plan.name)
        let size = paragraph.style == .title ? WorkbookFormats.titleSize : WorkbookFormats.size
        let height = RowHeight.points([(paragraph.text, width)], size: size)
        keep(unsafe worksheet_set_row(sheet, UInt32(row), height, nil))
    }

    // MARK: Guidance, view and print

    private mutating func guide(
        _ column: ColumnPlan,
        _ index: Int,
        on sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ plan: SheetPlan
    ) {
        let heading = plan.headingRow - 1
        if !column.guidance.isEmpty { unsafe guide(column, nil, in: heading...heading, index, on: sheet) }
        if let body = plan.body, !column.guidance.isEmpty || column.choices != nil {
            unsafe guide(column, column.choices, in: body, index, on: sheet)
        }
    }

    private mutating func guide(
        _ column: ColumnPlan,
        _ choices: ChoicesPlan?,
        in rows: ClosedRange<Int>,
        _ index: Int,
        on sheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        let (first, last) = (UInt32(rows.lowerBound), UInt32(rows.upperBound))
        let guidance = column.guidance.isEmpty ? nil : column.guidance
        let title = guidance.map { _ in CellText.title(column.heading) }
        let list = choices.map(lists.formula)
        let refusal = choices.flatMap { $0.message.isEmpty ? nil : $0.message }
        let stops: Int32 = choices?.isStrict == true ? 1 : 0
        keep(
            unsafe child_impact_xlsx_guide(
                sheet,
                first,
                last,
                UInt16(index),
                list,
                stops,
                refusal,
                title,
                guidance
            )
        )
    }

    /// Keeps the spreadsheet from marking figures and short years, which are text on purpose, as mistakes.
    private mutating func leaveTextsAlone(on sheet: UnsafeMutablePointer<lxw_worksheet>, _ plan: SheetPlan) {
        guard let body = plan.body, let first = CellReference(column: 1, row: body.lowerBound + 1),
            let last = CellReference(column: plan.columns.count, row: body.upperBound + 1)
        else { return }
        for mark in [LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_TWO_DIGIT_TEXT_YEAR] {
            keep(unsafe worksheet_ignore_errors(sheet, UInt8(mark.rawValue), "\(first):\(last)"))
        }
    }

    private mutating func setView(of sheet: UnsafeMutablePointer<lxw_worksheet>, _ plan: SheetPlan) {
        guard !plan.columns.isEmpty else {
            unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
            return
        }
        let rows = plan.freezesHeadings ? plan.headingRow : 0
        if rows + plan.frozenColumns > 0 {
            unsafe worksheet_freeze_panes(sheet, UInt32(rows), UInt16(plan.frozenColumns))
        }
        guard plan.hasFilter else { return }
        let (first, last) = (UInt32(plan.headingRow - 1), UInt32(plan.body?.upperBound ?? plan.headingRow - 1))
        keep(unsafe worksheet_autofilter(sheet, first, 0, last, UInt16(plan.columns.count - 1)))
    }

    private static let a4: UInt8 = 9

    private mutating func setPrinting(of sheet: UnsafeMutablePointer<lxw_worksheet>, _ plan: SheetPlan) {
        unsafe worksheet_set_paper(sheet, Self.a4)
        // Sheets of guidance too: LibreOffice does not make a single column smaller.
        unsafe worksheet_set_landscape(sheet)
        unsafe worksheet_fit_to_pages(sheet, UInt16(plan.pagesAcross), 0)
        if plan.pagesAcross > 1, plan.frozenColumns > 0 {
            keep(unsafe worksheet_repeat_columns(sheet, 0, UInt16(plan.frozenColumns - 1)))
        }
        unsafe worksheet_set_margins(sheet, 0.5, 0.5, 0.75, 0.75)
        if !plan.columns.isEmpty {
            keep(unsafe worksheet_repeat_rows(sheet, UInt32(plan.headingRow - 1), UInt32(plan.headingRow - 1)))
        }
        if !plan.marking.isEmpty { keep(unsafe worksheet_set_header(sheet, "&C" + Self.printed(plan.marking))) }
        keep(unsafe worksheet_set_footer(sheet, "&L&A&RPage &P of &N"))
    }

    /// A text for the top of a page, where `&` begins a command.
    private static func printed(_ text: String) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
    }

    // MARK: The sheet of lists

    private mutating func writeLists() -> Bool {
        guard let sheet = unsafe workbook_add_worksheet(workbook, plan.listsName) else { return false }
        let name = plan.listsName
        unsafe write(plan.listsNote, 0, 0, .note, on: sheet, name)
        for (column, list) in lists.lists.enumerated() {
            keep(unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), 40, nil))
            unsafe write(lists.heading(of: list), WorkbookLists.firstRow - 1, column, .note, on: sheet, name)
            for (index, cell) in lists.cells(of: list).enumerated() {
                unsafe write(cell, WorkbookLists.firstRow + index, column, on: sheet)
            }
        }
        unsafe worksheet_set_paper(sheet, Self.a4)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        return true
    }

    private mutating func write(
        _ cell: WorkbookLists.Cell,
        _ row: Int,
        _ column: Int,
        on sheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        switch cell {
        case .text(let text): unsafe write(text, row, column, .paragraph(.text), on: sheet, plan.listsName)
        case .reference(let formula, let text):
            let format = unsafe formats(.paragraph(.text))
            let shown = CellText(text, continuation: plan.continuation).escaped
            keep(unsafe worksheet_write_formula_str(sheet, UInt32(row), UInt16(column), formula, format, shown))
        }
    }
}

extension CellText {
    /// The first 32 units of a heading, which is what the title of a message holds.
    fileprivate static func title(_ heading: String) -> String {
        var title = heading
        while title.utf16.count > 32 { title.removeLast() }
        return title
    }
}
