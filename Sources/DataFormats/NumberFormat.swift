/// How the cells of one format show numbers, as far as it changes what they say.
struct NumberFormat: Sendable, Hashable {
    /// What one section of a format code makes of a number.
    enum Kind: Sendable, Hashable {
        /// A number.
        case plain
        /// A date, with or without a time.
        case date(showsYear: Bool, showsMonth: Bool, showsDay: Bool)
        /// A time of day.
        case time
        /// A length of time.
        case elapsed
        /// A whole number with noughts before it, to so many figures.
        case padded(Int)
    }

    static let general = NumberFormat(positive: .plain, negative: .plain, zero: .plain)

    private let positive: Kind
    private let negative: Kind
    private let zero: Kind

    private init(positive: Kind, negative: Kind, zero: Kind) {
        self.positive = positive
        self.negative = negative
        self.zero = zero
    }

    /// The format of a number in the specification's list (ECMA-376 part 1, 18.8.30), with those of East Asia.
    init(builtIn number: Int) {
        let kind: Kind
        switch number {
        case 14, 15, 22, 27...31, 36, 50...54, 56...58: kind = .date(showsYear: true, showsMonth: true, showsDay: true)
        case 16: kind = .date(showsYear: false, showsMonth: true, showsDay: true)
        case 17, 55: kind = .date(showsYear: true, showsMonth: true, showsDay: false)
        case 18...21, 32...35, 45, 47: kind = .time
        case 46: kind = .elapsed
        default: kind = .plain
        }
        self.init(positive: kind, negative: kind, zero: kind)
    }

    /// Reads a format code such as `dd/mm/yyyy;@`.
    init(code: String) {
        let sections = NumberFormatSection.all(of: code)
        let kinds = sections.map(\.kind)
        let first = kinds.first ?? .plain
        if sections.contains(where: \.hasCondition) {
            // Which section applies depends on the value; that it is a date does not.
            let kind = kinds.first { $0 != .plain } ?? first
            self.init(positive: kind, negative: kind, zero: kind)
        } else {
            self.init(
                positive: first,
                negative: kinds.count > 1 ? kinds[1] : first,
                zero: kinds.count > 2 ? kinds[2] : first
            )
        }
    }

    /// What it makes of a number.
    func kind(for number: DecimalNumber) -> Kind {
        number.isZero ? zero : number.isNegative ? negative : positive
    }
}
