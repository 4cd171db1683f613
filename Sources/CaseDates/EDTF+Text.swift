extension EDTF: CustomStringConvertible {
    /// The date as EDTF text, such as `2016-05-22?`, `2010-01~/2010-04~` or `{2014-11-25,2014-11-26}`.
    public var description: String {
        switch self {
        case .date(let date, let doubt): date.description + doubt.edtf
        case .interval(let first, let last): first.description + "/" + last.description
        case .set(let dates, let doubt): "{" + dates.map { $0.description + doubt.edtf }.joined(separator: ",") + "}"
        }
    }

    /// Reads EDTF of levels 0 and 1, and a list of days such as `{2014-11-25,2014-11-26}`.
    ///
    /// A date and time is read by its date. Anything else, a date that does not exist, and an interval that ends
    /// before it begins, gives `nil`. Nothing is trimmed: a blank makes the text something else.
    public init?(_ text: String) {
        self.init(text, isLenient: false)
    }

    /// Reads back what ``description`` wrote.
    ///
    /// An interval is refused only when its end's last day lies before its start's first day, with the doubt of
    /// both counted; a list may hold months. All else is as strict as it is in ``init(_:)``.
    public init?(lenient text: some StringProtocol) {
        self.init(String(text), isLenient: true)
    }

    private init?(_ text: String, isLenient: Bool) {
        let bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") {
            self.init(set: bytes.dropFirst().dropLast(), isLenient: isLenient)
            return
        }
        let ends = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if ends.count == 2 {
            self.init(start: ends[0], end: ends[1], isLenient: isLenient)
            return
        }
        guard ends.count == 1 else { return nil }
        if let time = bytes.firstIndex(of: UInt8(ascii: "T")) {
            guard Self.isTime(bytes[(time + 1)...]), let date = PartialDate(edtf: bytes[..<time]), date.day != nil
            else { return nil }
            self = .date(date, .none)
            return
        }
        guard let (date, doubt) = Self.qualifiedDate(bytes[...]) else { return nil }
        self = .date(date, doubt)
    }

    private init?(start: ArraySlice<UInt8>, end: ArraySlice<UInt8>, isLenient: Bool) {
        guard let first = EDTFEnd(start), let last = EDTFEnd(end) else { return nil }
        switch (first, last) {
        case (.unknown, .unknown) where !isLenient: return nil
        case (.date, .date) where isLenient:
            guard let from = first.days, let to = last.days, from.lowerBound <= to.upperBound else { return nil }
        case (.date(let from, _), .date(let to, _)):
            guard from.days.lowerBound <= to.days.lowerBound else { return nil }
        default: break
        }
        self = .interval(first, last)
    }

    private init?(set bytes: ArraySlice<UInt8>, isLenient: Bool) {
        var dates: [PartialDate] = []
        var doubts: Set<Doubt> = []
        for part in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            guard let (date, doubt) = Self.qualifiedDate(part), date.day != nil || isLenient && date.month != nil
            else { return nil }
            if let last = dates.last {
                let (from, to) = (last.days.lowerBound, date.days.lowerBound)
                guard from < to || isLenient && from == to && last != date else { return nil }
            }
            dates.append(date)
            doubts.insert(doubt)
        }
        guard dates.count > 1, doubts.count == 1, let doubt = doubts.first else { return nil }
        self = .set(dates, doubt)
    }

    fileprivate static func qualifiedDate(_ bytes: ArraySlice<UInt8>) -> (PartialDate, Doubt)? {
        var bytes = bytes
        let doubt: Doubt
        switch bytes.last {
        case UInt8(ascii: "?"): doubt = Doubt(isUncertain: true, isApproximate: false)
        case UInt8(ascii: "~"): doubt = Doubt(isUncertain: false, isApproximate: true)
        case UInt8(ascii: "%"): doubt = Doubt(isUncertain: true, isApproximate: true)
        default: doubt = .none
        }
        if doubt.isPresent { bytes = bytes.dropLast() }
        return PartialDate(edtf: bytes).map { ($0, doubt) }
    }

    /// Whether the bytes are `hh:mm:ss`, with nothing, `Z`, `+hh`, `+hh:mm` or the same with a minus behind it.
    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 8, isClock(bytes.prefix(8), parts: 3) else { return false }
        let zone = bytes.dropFirst(8)
        guard let sign = zone.first else { return true }
        if sign == UInt8(ascii: "Z") { return zone.count == 1 }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
        let offset = zone.dropFirst()
        guard let hours = PartialDate.figures(offset.prefix(2)), hours <= 14 else { return false }
        return offset.count == 2 || offset.count == 5 && isClock(offset, parts: 2)
    }

    private static func isClock(_ bytes: ArraySlice<UInt8>, parts count: Int) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == count, parts.allSatisfy({ $0.count == 2 }) else { return false }
        let numbers = parts.compactMap { PartialDate.figures($0) }
        guard numbers.count == count else { return false }
        return numbers[0] <= 23 && numbers.dropFirst().allSatisfy { $0 <= 59 }
    }
}

extension EDTFEnd: CustomStringConvertible {
    /// The end as EDTF text: a date, `..` when open, nothing when not known.
    public var description: String {
        switch self {
        case .date(let date, let doubt): date.description + doubt.edtf
        case .open: ".."
        case .unknown: ""
        }
    }

    fileprivate init?(_ bytes: ArraySlice<UInt8>) {
        if bytes.isEmpty {
            self = .unknown
        } else if bytes.elementsEqual("..".utf8) {
            self = .open
        } else if let (date, doubt) = EDTF.qualifiedDate(bytes) {
            self = .date(date, doubt)
        } else {
            return nil
        }
    }
}

extension PartialDate {
    /// Reads one EDTF date without a mark of doubt.
    init?(edtf text: String) {
        self.init(edtf: Array(text.utf8)[...])
    }

    /// Reads `Y17000`, `-0333`, `201X`, `2004-XX`, `2001-21`, `2004-06`, `2004-06-XX`, `1985-XX-XX`, `2004-06-11`.
    fileprivate init?(edtf bytes: ArraySlice<UInt8>) {
        var rest = bytes
        if rest.first == UInt8(ascii: "Y") {
            rest = rest.dropFirst()
            let isNegative = rest.first == UInt8(ascii: "-")
            if isNegative { rest = rest.dropFirst() }
            guard (5...12).contains(rest.count), rest.first != UInt8(ascii: "0"), let year = Self.figures(rest)
            else { return nil }
            self.init(year: isNegative ? -year : year)
            return
        }
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        let parts = rest.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        if parts.count == 1, !isNegative, parts[0].last == UInt8(ascii: "X") {
            let unknown = parts[0].dropLast().last == UInt8(ascii: "X") ? 2 : 1
            guard let known = Self.figures(parts[0].dropLast(unknown)) else { return nil }
            self.init(year: known * (unknown == 1 ? 10 : 100), unknownFigures: unknown)
            return
        }
        guard let absolute = Self.figures(parts[0]), !(isNegative && absolute == 0) else { return nil }
        let year = isNegative ? -absolute : absolute
        let unknowns = parts.map { $0.elementsEqual("XX".utf8) }
        if parts.count == 1 || unknowns.dropFirst().allSatisfy({ $0 }) {
            self.init(year: year)
            return
        }
        guard !unknowns[1], let month = Self.figures(parts[1]) else { return nil }
        if parts.count == 2, let season = Season(rawValue: month) {
            self.init(year: year, season: season)
        } else if parts.count == 2 || unknowns[2] {
            self.init(year: year, month: month)
        } else if let day = Self.figures(parts[2]) {
            self.init(year: year, month: month, day: day)
        } else {
            return nil
        }
    }

    /// Reads ASCII figures and nothing else; `nil` for none, and for more than fifteen.
    static func figures(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
        var number = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }
}
