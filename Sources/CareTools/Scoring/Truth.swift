/// Whether a condition is true, false, or open because something is missing.
enum Truth: Sendable, Hashable {
    case yes, no, open

    init(_ value: Bool?) {
        self = value.map { $0 ? .yes : .no } ?? .open
    }

    static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .yes: .no
        case .no: .yes
        case .open: .open
        }
    }

    /// True when all are, false when one is.
    static func all(_ truths: [Truth]) -> Truth {
        truths.contains(.no) ? .no : truths.contains(.open) ? .open : .yes
    }

    /// True when one is, false when all are.
    static func any(_ truths: [Truth]) -> Truth {
        truths.contains(.yes) ? .yes : truths.contains(.open) ? .open : .no
    }
}
