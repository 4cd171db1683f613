import CaseDates
import Diagnostics
import ImpactChronology

/// The children of extracts: those whom a family knows, and those who have one of their own.
extension CasePeople {
    /// Notes who is meant by each name, so that no child has to be looked for in every family.
    private mutating func addOwners(of position: Int) {
        for (name, person) in indexes[position].owners where owners[name] == nil { owners[name] = (position, person) }
    }

    mutating func take(_ children: [ExtractChild]) {
        if !children.isEmpty {
            for position in indexes.indices { addOwners(of: position) }
        }
        var order: [String] = []
        var whole: [String: ExtractChild] = [:]
        for child in children {
            let key = HeadingTable.folded(child.id)
            guard var known = whole[key] else {
                order.append(key)
                whole[key] = child
                continue
            }
            if let birth = child.birth, let other = known.birth, !isSameDay(birth.text, other.text) {
                differ(birth.place)
            }
            known.name = known.name ?? child.name
            known.alsoKnownAs += child.alsoKnownAs.filter { !known.alsoKnownAs.contains($0) }
            known.birth = known.birth ?? child.birth
            known.expectedBirth = known.expectedBirth ?? child.expectedBirth
            known.death = known.death ?? child.death
            whole[key] = known
        }
        for key in order.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            if let child = whole[key] { place(child, key) }
        }
    }

    /// Whether two texts are one date of birth; two that cannot be read are compared as they are written.
    private func isSameDay(_ text: String, _ other: String) -> Bool {
        if text == other { return true }
        let context = DateContext(isBirth: true)
        guard let day = try? options.dates.read(text, in: context).value,
            let otherDay = try? options.dates.read(other, in: context).value
        else { return false }
        return day == otherDay
    }

    /// The birth of a child of an extract.
    ///
    /// Some have one column for the date of birth and the expected date.
    private mutating func birth(_ child: ExtractChild) -> Birth {
        let isToCome = child.birth.flatMap { birth in
            (try? options.dates.read(birth.text, in: DateContext(isBirth: true)))?.earliest.map {
                $0 > options.dates.asOf
            }
        }
        guard isToCome ?? false else {
            return Birth(
                born: date(child.birth, under: .birth),
                expected: date(child.expectedBirth, under: .expectedBirth),
                died: date(child.death, under: .death)
            )
        }
        diagnostics.append(
            Diagnostic(
                id: "extract.birth.toCome",
                severity: .warning,
                summary: "the date of birth lies after the as-of date; it is taken as the expected date of birth",
                place: child.birth?.place
            )
        )
        return Birth(
            expected: date(child.expectedBirth ?? child.birth, under: .expectedBirth),
            died: date(child.death, under: .death)
        )
    }

    private mutating func place(_ child: ExtractChild, _ key: String) {
        let birth = birth(child)
        let found = ([child.id] + child.alsoKnownAs).compactMap { owners[HeadingTable.folded($0)] }
        if let (position, id) = found.min(by: { $0.position < $1.position }) {
            extractChildren[key] = (families[position].key, id)
            return complete(id, of: position, with: birth, child)
        }
        let id = PersonID(child.id)
        ownFamilyCount += 1
        // A table may name a family as the extract names the child; the child is then of that family.
        let family = positions[key] == nil ? key : "\(key) (extract)"
        addFamily(
            family,
            Family(
                name: child.id,
                people: [
                    Person(
                        id: id,
                        name: child.name ?? "",
                        isChild: true,
                        birth: birth,
                        alsoKnownAs: child.alsoKnownAs
                    )
                ]
            )
        )
        indexes.append(PersonIndex(families[families.count - 1].family.people, headings: options.headings))
        addOwners(of: families.count - 1)
        extractChildren[key] = (family, id)
    }

    /// Gives a person of the family table the dates that the table does not have.
    private mutating func complete(_ id: PersonID, of position: Int, with birth: Birth, _ child: ExtractChild) {
        guard let index = families[position].family.people.firstIndex(where: { $0.id == id }) else { return }
        let known = families[position].family.people[index].birth
        if let born = birth.born?.value, let other = known.born?.value, born != other { differ(child.birth?.place) }
        families[position].family.people[index].birth = Birth(
            born: known.born ?? birth.born,
            expected: known.expected ?? birth.expected,
            died: known.died ?? birth.died
        )
    }

    private mutating func differ(_ place: Place?) {
        diagnostics.append(
            Diagnostic(
                id: "extract.birth.differs",
                severity: .warning,
                summary:
                    "the date of birth is not the one that stands elsewhere; the first, or that of the family table, is used",
                place: place
            )
        )
    }

    private mutating func date(_ written: (text: String, place: Place)?, under field: Field) -> EventDate? {
        guard let (text, place) = written else { return nil }
        return date(text, under: field, isSerial: false, place)
    }
}

extension Diagnostic {
    static func ownFamilies(_ count: Int) -> Diagnostic {
        Diagnostic(
            id: "extract.child.ownFamily",
            severity: .warning,
            summary: count == 1
                ? "1 child of extracts is in no family table and has a chronology of its own"
                : "\(count) children of extracts are in no family table; each has a chronology of its own",
            suggestion: "put the child's number into Id or Also known as of the family table"
        )
    }
}
