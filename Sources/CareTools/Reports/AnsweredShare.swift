/// How much of what is needed is answered.
enum AnsweredShare: Sendable, Hashable, CaseIterable {
    case all, most, half, some, few, none

    var label: String {
        switch self {
        case .all: "All"
        case .most: "Three quarters or more"
        case .half: "Half or more"
        case .some: "A quarter or more"
        case .few: "Fewer"
        case .none: "None"
        }
    }

    init(_ answered: Int, of asked: Int) {
        self =
            answered >= asked
            ? .all
            : answered == 0
                ? .none
                : answered * 4 >= asked * 3
                    ? .most : answered * 2 >= asked ? .half : answered * 4 >= asked ? .some : .few
    }
}
