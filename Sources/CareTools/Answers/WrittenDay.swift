import CaseDates

/// A day as answers write it: `2026-03-31`, the same with a time behind it, or `31/03/2026`.
struct WrittenDay {
    /// The day; `nil` where it is written otherwise, or no calendar has it.
    let day: CalendarDay?

    init(_ text: String) {
        let bytes = Array(text.utf8)
        if bytes.count > 10, bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20 {
            day = CalendarDay(iso: String(decoding: bytes[..<10], as: UTF8.self))
        } else if bytes.contains(UInt8(ascii: "/")) {
            day = Self.british(bytes)
        } else {
            day = bytes.count == 10 ? CalendarDay(iso: text) : nil
        }
    }

    private static func british(_ bytes: [UInt8]) -> CalendarDay? {
        let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
            let day = number(parts[0]), let month = number(parts[1]), let year = number(parts[2])
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.reduce(0) { number, byte in
            guard let number, (0x30...0x39).contains(byte) else { return nil }
            return number * 10 + Int(byte - 0x30)
        }
    }
}
