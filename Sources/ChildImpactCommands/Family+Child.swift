import EventFiles
import ImpactChronology

extension Family {
    /// The child whom `--child` names by Id, Name or Label; `nil` where it is no child of the family.
    func child(called name: String) -> Person? {
        let wanted = HeadingTable.folded(name)
        return children.first { person in
            [person.id.text, person.name, person.label ?? ""].contains { HeadingTable.folded($0) == wanted }
        }
    }
}

extension UsageError {
    /// `--child` names nobody.
    static let noSuchChild = UsageError(
        message: "--child names no child of the input; give the Id, the Name or the Label"
    )
}
