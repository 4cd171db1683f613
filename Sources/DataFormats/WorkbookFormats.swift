import CLibXlsxWriter

/// How a cell of a workbook to be written looks.
enum CellLook: Sendable, Hashable {
    case paragraph(ParagraphPlan.Style)
    /// A line over a list, which is not broken.
    case note
    case heading(isLocked: Bool)
    case cell(ColumnPlan.Style, isLocked: Bool, isExample: Bool)
    /// A column below its last row: no lines, so that nothing is printed there.
    case blank(isLocked: Bool)
}

/// The formats of one workbook, each made when it is first asked for; the workbook owns them.
@safe
struct WorkbookFormats {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = unsafe [:]

    /// The usual size, in points.
    static let size = 11.0
    /// The size of titles, in points.
    static let titleSize = 14.0

    /// The format `@` among those that need not be spelt out: ECMA-376 part 1, 18.8.30.
    private static let text: UInt8 = 49

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        unsafe self.workbook = workbook
    }

    /// Returns a format; `nil`, which is the plain one, only when there is no memory.
    mutating func callAsFunction(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
        if let format = unsafe formats[look] { return unsafe format }
        guard let format = unsafe workbook_add_format(workbook) else { return nil }
        // Text, so that what is typed stays as it is typed.
        unsafe format_set_num_format_index(format, Self.text)
        if look != .note { unsafe format_set_text_wrap(format) }
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe Self.set(look, of: format)
        unsafe formats[look] = format
        return unsafe format
    }

    private static func set(_ look: CellLook, of format: UnsafeMutablePointer<lxw_format>) {
        switch look {
        case .paragraph(let style):
            if style != .text { unsafe format_set_bold(format) }
            if style == .title { unsafe format_set_font_size(format, titleSize) }
        case .note: unsafe format_set_bold(format)
        case .heading(let isLocked):
            unsafe format_set_bold(format)
            unsafe format_set_bg_color(format, isLocked ? 0xBFBFBF : 0xD9E2F3)
            unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .cell(let style, let isLocked, let isExample):
            unsafe set(style, of: format)
            unsafe set(isLocked: isLocked, of: format)
            unsafe format_set_border(
                format,
                UInt8(isLocked ? LXW_BORDER_DOTTED.rawValue : LXW_BORDER_THIN.rawValue)
            )
            unsafe format_set_border_color(format, 0x7F7F7F)
            if isExample { unsafe format_set_italic(format) }
        case .blank(let isLocked): unsafe set(isLocked: isLocked, of: format)
        }
    }

    private static func set(_ style: ColumnPlan.Style, of format: UnsafeMutablePointer<lxw_format>) {
        switch style {
        case .plain: break
        case .strong: unsafe format_set_bold(format)
        case .quiet:
            unsafe format_set_font_size(format, 9)
            // As light as 7 to 1 against the grey of a locked cell allows: WCAG 2.2, 1.4.6.
            unsafe format_set_font_color(format, 0x404040)
        }
    }

    private static func set(isLocked: Bool, of format: UnsafeMutablePointer<lxw_format>) {
        if isLocked { unsafe format_set_bg_color(format, 0xEDEDED) } else { unsafe format_set_unlocked(format) }
    }
}
